using System.Text.Json;
using Newsroom.Cli.Invocation;
using Newsroom.Cli.Rendering;
using Newsroom.Cli.Runtime;
using Newsroom.Client.Projections;
using Spectre.Console.Rendering;

namespace Newsroom.Cli.Projections;

internal static class VerificationRenderer
{
    private const int MaxShown = 5;

    /// <summary>Writes the result of a verification or a rebuild.</summary>
    public static void Show(CommandContext context, ViewReport result)
    {
        if (context.Json)
        {
            context.Output.WriteRaw(JsonSerializer.Serialize(result, JsonSerializerOptions.Web));
        }
        else
        {
            WriteViews(context.Output, result);
            WriteProjections(context.Output, result);
        }

        if (Remaining(result) is { } message)
        {
            context.ReportIncomplete(message);
        }
    }

    private static string? Remaining(ViewReport result)
    {
        var failed = result.Views.Values.SelectMany(v => v.Failed).ToList();
        if (failed.Count > 0)
        {
            return $"PostgreSQL refused to repair {failed.Count:N0} rows: {failed[0]}";
        }

        var different = result.Views.Values.Sum(v => v.Different);
        if (!result.Repairs && different > 0)
        {
            return $"{different:N0} rows differ from the events. “newsroom rebuild-views” repairs them.";
        }

        if (result.Unreadable.Count > 0)
        {
            var events = result.Unreadable.Count == 1 ? "1 event" : $"{result.Unreadable.Count:N0} events";
            return $"{events} cannot be read, and the rows of their streams were not compared. Restore these events from a verified "
                + "backup, or start the build that stored them; then run “newsroom rebuild-views”.";
        }

        return !result.Repairs && result.Parked.Count + result.Projections.Count > 0
            ? "Projections are not current. “newsroom rebuild-views” repairs what they could not apply."
            : null;
    }

    private static void WriteViews(ConsoleRenderer console, ViewReport result) =>
        console.WriteTable(
            ["View", "Rows", result.Repairs ? "Repaired" : "Different"],
            result.Views.Select(view =>
                new IRenderable[]
                {
                    ConsoleRenderer.Cell(view.Key),
                    ConsoleRenderer.Cell($"{view.Value.Rows:N0}"),
                    ConsoleRenderer.Cell(Differences(view.Value), view.Value.Different == 0 ? Styles.Success : Styles.Failure),
                }
            )
        );

    private static string Differences(ViewVerification view)
    {
        if (view.Different == 0)
        {
            return "0";
        }

        var more = view.Different > MaxShown ? " …" : "";
        return $"{view.Different:N0}: {string.Join(", ", view.Named.Take(MaxShown))}{more}";
    }

    private static void WriteProjections(ConsoleRenderer console, ViewReport result)
    {
        foreach (var projection in result.Projections)
        {
            console.Write(Describe(projection), Styles.Failure);
        }

        foreach (var unreadable in result.Unreadable.Take(MaxShown))
        {
            console.Write(
                $"event {unreadable.Sequence} ({unreadable.Type}, {unreadable.Event}) of {unreadable.Stream} cannot be read: "
                    + unreadable.Error,
                Styles.Failure
            );
        }

        foreach (var parked in result.Parked.Take(MaxShown))
        {
            console.Write(
                $"{parked.Projection}: could not apply event {parked.Sequence} ({parked.Type}, {parked.Event}) of {parked.Stream}: "
                    + parked.Error,
                Styles.Failure
            );
        }

        if (result.Parked.Count > MaxShown)
        {
            console.Write(
                $"{result.Parked.Count - MaxShown:N0} further parked events: GET /views/parked-events lists them.",
                Styles.Failure
            );
        }
    }

    private static string Describe(ProjectionStatus projection)
    {
        var error = projection.Error is null ? "" : $": {projection.Error}";
        var node = projection.Node is null ? "" : $" (node {projection.Node}, {projection.FailedAt:yyyy-MM-dd HH:mm:ss} UTC)";
        return $"{projection.Name}: {projection.State} at {projection.Position} of {projection.Head}{error}{node}";
    }
}
