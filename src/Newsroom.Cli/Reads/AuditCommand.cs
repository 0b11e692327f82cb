using System.CommandLine;
using Newsroom.Cli.Invocation;
using Newsroom.Cli.Parsing;
using Newsroom.Cli.Rendering;
using Newsroom.Cli.Stories;
using Newsroom.Client.Audit;
using Newsroom.Client.Stories;
using Spectre.Console.Rendering;

namespace Newsroom.Cli.Reads;

/// <summary><c>newsroom audit</c>: lists or exports the audit trail.</summary>
internal static class AuditCommand
{
    public static CliCommand Create()
    {
        var actor = new Option<string?>("--actor") { HelpName = "user", Description = "Person who acted." };
        var story = new Option<string?>("--story") { HelpName = "story", Description = "Id or slug of the story." };
        var role = new Option<string?>("--role") { HelpName = "role", Description = "Role acted in." };
        var desk = new Option<string?>("--desk") { HelpName = "desk", Description = "Desk of the story." };
        var type = new Option<string?>("--type") { HelpName = "event", Description = "Event type, such as quote_attributed." };
        var from = new TimeOption("--from", $"Recorded at this time or later, such as {TimeOption.Format}.");
        var to = new TimeOption("--to", "Recorded before this time.");
        var text = new Option<string?>("--text") { HelpName = "words", Description = "Words in the description or the reason." };
        var since = new TimeOption("--since", "Recorded since this time, oldest first, to keep a copy: continue with --after.");
        var export = new Option<string?>("--export") { HelpName = "format", Description = "Export all matching entries, without paging." };
        export.AcceptOnly(["csv", "jsonl"]);
        var paging = new PagingOptions();
        Symbol[] symbols = [actor, role, story, desk, type, from, to, text, since, export, .. paging.All];
        return new CliCommand(
            "audit",
            "List the audit trail, newest first.",
            symbols,
            async context =>
            {
                var query = new AuditQuery(
                    context.GetValue(actor),
                    context.GetValue(role),
                    context.GetValue(story) is { } name ? context.FindStory(name) : (StoryKey?)null,
                    context.GetValue(desk),
                    context.GetValue(type),
                    context.GetValue(from),
                    context.GetValue(to),
                    context.GetValue(text)
                );
                var audit = context.Client.Audit;
                if (context.GetValue(export) is { } extension)
                {
                    var format = extension == "csv" ? AuditExportFormat.Csv : AuditExportFormat.JsonLines;
                    await audit.ExportAsync(query, format, context.Environment.Out, context.CancellationToken);
                    return;
                }

                var page = paging.Read(context);
                await context.ShowAsync(
                    context.GetValue(since) is { } time
                        ? audit.ListSinceAsync(time, query, page, context.CancellationToken)
                        : audit.ListAsync(query, page, context.CancellationToken),
                    WriteEntries
                );
            }
        )
        {
            Details = ["Allowed roles: auditor, chief-editor."],
        };
    }

    private static void WriteEntries(ConsoleRenderer console, IReadOnlyList<AuditLine> entries)
    {
        if (entries.Count == 0)
        {
            console.Write("No entries.");
            return;
        }

        console.WriteTable(
            ["When", "As", "What"],
            entries.Select(entry =>
                new IRenderable[]
                {
                    ConsoleRenderer.Cell(console.FormatTime(entry.At)),
                    ConsoleRenderer.Cell(entry.As ?? ""),
                    ConsoleRenderer.Cell(string.Join('\n', Lines(console, entry))),
                }
            )
        );
    }

    private static IEnumerable<string> Lines(ConsoleRenderer console, AuditLine entry)
    {
        yield return console.LocalizeTimes(entry.Type, entry.Sentence);
        if (entry.Why is { } why)
        {
            yield return $"Why: {why}";
        }

        foreach (var line in EvidenceLines.Of(entry.Check))
        {
            yield return line;
        }

        if (entry.Story is { } story)
        {
            yield return entry.Version is { } version ? $"{story} v{version}" : $"{story}";
        }
    }
}
