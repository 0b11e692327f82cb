using System.CommandLine;
using System.Text.Json;
using System.Text.Json.Nodes;
using Newsroom.Cli.Asking;
using Newsroom.Cli.Screens;
using Newsroom.Cli.Serving;
using Spectre.Console.Rendering;

namespace Newsroom.Cli.Views;

/// <summary><c>newsroom verify-views</c> and <c>newsroom rebuild-views</c>: whether the views are what the events make them.</summary>
internal static class Views
{
    private const int MostTold = 5;

    private static readonly string[] Names = ["story", "story-text", "published", "policies", "erasures", "desks", "people", "speakers", "keyframes", "cards", "dismissed-phrases", "queue", "words", "audit"];

    /// <summary>The verbs.</summary>
    public static IEnumerable<Verb> Verbs()
    {
        var only = new Option<string[]>("--view") { HelpName = "view", Description = "Only this view; can be given several times." };
        only.OneOf(Names);
        return
        [
            new("verify-views", "Compare every view with the events it is made of.", [only], run => Walk(run, run.Server.Lines(Query.Of("views/verify-views", ("views", run.Of(only) is { Length: > 0 } views ? string.Join(',', views) : null)), null, run.Cancel)))
            {
                Details = ["Nothing waits for it and nothing is changed. The exit code is 1 where something differs.", "For auditor, admin."],
            },
            new("rebuild-views", "Make every view again from its events, while they are served.", [only], run => Walk(run, run.Server.Lines("views/rebuild-views", new JsonObject { ["views"] = new JsonArray([.. run.Of(only)?.Select(v => (JsonNode)v) ?? []]) }, run.Cancel)))
            {
                Details = ["What differs is put right, and told.", "Given by admin."],
            },
        ];
    }

    private static async Task Walk(Run run, IAsyncEnumerable<string> lines)
    {
        ViewReportPage? report = null;
        await run.Aside.Progress("Comparing", "events", async (total, done) =>
        {
            await foreach (var line in lines.WithCancellation(run.Cancel))
            {
                var next = JsonSerializer.Deserialize<ViewReportPage>(line, JsonSerializerOptions.Web) ?? throw new JsonException();
                total(next.Of);
                done(next.Events - (report?.Events ?? 0));
                report = next;
            }
        });
        if (report is not { IsDone: true })
        {
            throw new LocalProblem("The newsroom stopped answering before everything was compared. Start again; nothing is lost.");
        }

        Show(run, report);
    }

    private static void Show(Run run, ViewReportPage report)
    {
        if (run.Json)
        {
            run.Screen.Verbatim(JsonSerializer.Serialize(report, JsonSerializerOptions.Web));
        }
        else
        {
            run.Screen.Table(["View", "Rows", report.Repairs ? "Put right" : "Different"], report.Views.Select(v => new IRenderable[]
            {
                Screen.Words(v.Key),
                Screen.Words($"{v.Value.Rows:N0}"),
                Screen.Words(v.Value.Different == 0 ? "0" : $"{v.Value.Different:N0}: {string.Join(", ", v.Value.Named.Take(MostTold))}{(v.Value.Different > MostTold ? " …" : "")}", v.Value.Different == 0 ? Styles.Good : Styles.Bad),
            }));
        }

        Tell(run, report);
        if (report.Views.Values.Sum(v => v.Failed.Count) is > 0 and var refused)
        {
            throw new LocalProblem(
                $"PostgreSQL refused to repair {refused:N0} rows: {report.Views.Values.SelectMany(v => v.Failed).First()}");
        }

        if (!report.Repairs && report.Views.Values.Sum(v => v.Different) is > 0 and var different)
        {
            throw new LocalProblem($"{different:N0} rows are not what the events make them. “newsroom rebuild-views” puts them right.");
        }

        if (report.Unreadable.Count > 0)
        {
            throw new LocalProblem(
                $"{report.Unreadable.Count:N0} {(report.Unreadable.Count == 1 ? "event" : "events")} cannot be read, and the rows of their streams were not compared. Restore these events from a backup that verifies, "
                + "or start the build that stored them; then run “newsroom rebuild-views”.");
        }

        if (!report.Repairs && report.Parked.Count + report.Projections.Count > 0)
        {
            throw new LocalProblem("Projections are not current. “newsroom rebuild-views” repairs what they could not apply.");
        }
    }

    /// <summary>Prints the projections that are not current, and the events they could not apply.</summary>
    private static void Tell(Run run, ViewReportPage report)
    {
        if (run.Json)
        {
            return;
        }

        foreach (var projection in report.Projections)
        {
            var error = projection.Error is null ? "" : $": {projection.Error}";
            var where = projection.Node is null ? "" : $" (node {projection.Node}, {projection.FailedAt:yyyy-MM-dd HH:mm:ss} UTC)";
            run.Screen.Say($"{projection.Name}: {projection.State} at {projection.Position} of {projection.Head}{error}{where}", Styles.Bad);
        }

        foreach (var unreadable in report.Unreadable.Take(MostTold))
        {
            run.Screen.Say($"event {unreadable.Sequence} ({unreadable.Type}, {unreadable.Event}) of {unreadable.Stream} cannot be read: {unreadable.Error}", Styles.Bad);
        }

        foreach (var parked in report.Parked.Take(MostTold))
        {
            run.Screen.Say(
                $"{parked.Projection}: could not apply event {parked.Sequence} ({parked.Type}, {parked.Event}) of {parked.Stream}: "
                    + $"{parked.Error}",
                Styles.Bad);
        }

        if (report.Parked.Count > MostTold)
        {
            run.Screen.Say($"{report.Parked.Count - MostTold:N0} further parked events: GET /views/parked-events lists them.", Styles.Bad);
        }
    }
}

/// <summary>How far the comparison has come.</summary>
internal sealed record ViewReportPage(long Events, long Of, bool Repairs, bool IsDone, IReadOnlyDictionary<string, ViewFindingsPage> Views)
{
    /// <summary>The projections that are not current.</summary>
    public IReadOnlyList<ProjectionStatusPage> Projections { get; init; } = [];

    /// <summary>The events that projections could not apply.</summary>
    public IReadOnlyList<ParkedEventPage> Parked { get; init; } = [];

    /// <summary>The events that cannot be read.</summary>
    public IReadOnlyList<UnreadableEventPage> Unreadable { get; init; } = [];
}

/// <summary>A projection that is not current.</summary>
internal sealed record ProjectionStatusPage(string Name, long Position, long Head, string State, string? Error, DateTimeOffset? FailedAt = null, string? Node = null);

/// <summary>An event that cannot be read.</summary>
internal sealed record UnreadableEventPage(long Sequence, Guid Event, Guid Stream, string Type, string Error);

/// <summary>An event that a projection could not apply.</summary>
internal sealed record ParkedEventPage(string Projection, long Sequence, Guid? Event, Guid? Stream, string? Type, string Error);

/// <summary>What was found in one view.</summary>
internal sealed record ViewFindingsPage(long Rows, long Different, IReadOnlyList<string> Named)
{
    /// <summary>Rows that PostgreSQL refused to repair, with its reason.</summary>
    public IReadOnlyList<string> Failed { get; init; } = [];
}
