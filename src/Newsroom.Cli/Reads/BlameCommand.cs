using System.Text.Json.Nodes;
using Newsroom.Cli.Invocation;
using Newsroom.Cli.Rendering;
using Newsroom.Cli.Stories;
using Newsroom.Client.Stories;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace Newsroom.Cli.Reads;

/// <summary><c>newsroom blame</c>: shows the author of every span of a story.</summary>
internal static class BlameCommand
{
    public static CliCommand Create()
    {
        var story = new StoryArgument();
        var point = new PointInTimeOptions();
        var paging = new PagingOptions("place");
        const string summary = "Show the author, the version and the checks of every span of a story.";
        return new CliCommand(
            "blame",
            summary,
            [story, .. point.All, .. paging.All],
            async context =>
            {
                var id = context.FindStory(story);
                var (stories, at) = (context.Client.Stories, point.Read(context));
                var blame = paging.AreGiven(context)
                    ? stories.GetBlameAsync(id, at, paging.Read(context), context.CancellationToken)
                    : PageMerger.MergeAsync(stories.GetBlamePagesAsync(id, at, context.CancellationToken), Append);
                await context.ShowAsync(blame, WriteBlame);
            }
        );
    }

    /// <summary>Adds a page, which may go on with a text that the page before began.</summary>
    private static void Append(JsonNode merged, JsonNode page)
    {
        AppendChecks(merged, page);
        var texts = merged["texts"]!.AsArray();
        foreach (var text in page["texts"]!.AsArray())
        {
            if (texts is [.., { } last] && JsonNode.DeepEquals(last["field"], text!["field"]))
            {
                PageMerger.Append(last["spans"]!.AsArray(), text["spans"]!.AsArray());
                PageMerger.Append(last["cuts"]!.AsArray(), text["cuts"]!.AsArray());
            }
            else
            {
                texts.Add(text?.DeepClone());
            }
        }
    }

    private static void AppendChecks(JsonNode merged, JsonNode page)
    {
        if (merged["checks"] is not JsonArray checks || page["checks"] is not JsonArray further)
        {
            return;
        }

        foreach (var check in further.Where(check => !checks.Any(known => JsonNode.DeepEquals(known, check))).ToList())
        {
            checks.Add(check?.DeepClone());
        }
    }

    private static void WriteBlame(ConsoleRenderer console, StoryBlame blame)
    {
        console.Write($"Version {blame.Version}", Styles.Heading);
        foreach (var text in blame.Texts)
        {
            console.WriteHeading(text.Field);
            console.WriteTable(["", "", ""], text.Spans.Select(span => Row(console, span)));
        }

        if (blame.Checks is { Count: > 0 } checks)
        {
            console.WriteHeading("Checks");
            console.WriteTable(["", ""], checks.Select(check => CheckRow(console, check)));
        }
    }

    private static IRenderable[] Row(ConsoleRenderer console, BlameSpan span)
    {
        var style = Styles.ForPerson(span.By);
        var words = span.Words.Trim('\r', '\n') is { Length: > 0 } visible ? visible : "¶";
        return
        [
            ConsoleRenderer.Cell(string.Join('\n', People(span)), style),
            ConsoleRenderer.Cell($"v{span.Version} {console.FormatDay(span.Happened ?? span.At)}", Styles.Muted),
            new Rows([ConsoleRenderer.Cell(words, style), .. span.Passages.Select(PassageCell)]),
        ];
    }

    private static IRenderable[] CheckRow(ConsoleRenderer console, CheckDetails check) =>
        [
            ConsoleRenderer.Cell(check.Passage ?? "", Styles.Muted),
            ConsoleRenderer.Cell(string.Join('\n', StoryRenderer.Describe(console, check, check.Words ?? ""))),
        ];

    private static IEnumerable<string> People(BlameSpan span) =>
        [
            span.Name,
            .. (span.CoAuthors ?? []).Select(a => $" and {a.Name}"),
            .. span.Movers.Select(m => $" moved by {ConsoleRenderer.PersonName(m)}"),
        ];

    private static Text PassageCell(BlamePassage passage)
    {
        var checks = string.Join(", ", passage.Checks.Select(c => $"{c.Verdict} by {ConsoleRenderer.PersonName(c.Checker)}"));
        var separator = checks.Length > 0 ? ": " : "";
        return ConsoleRenderer.Cell($"  {passage.Id} {passage.State}{separator}{checks}", Styles.ForState(passage.State));
    }
}
