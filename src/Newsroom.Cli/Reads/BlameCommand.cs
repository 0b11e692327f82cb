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
        const string summary = "Show the author, the version and the checks of every span of a story.";
        return new CliCommand(
            "blame",
            summary,
            [story, .. point.All],
            async context =>
            {
                var id = await context.FindStoryAsync(story);
                await context.ShowAsync(
                    context.Client.Stories.GetBlameAsync(id, point.Read(context), context.CancellationToken),
                    WriteBlame
                );
            }
        );
    }

    private static void WriteBlame(ConsoleRenderer console, StoryBlame blame)
    {
        console.Write($"Version {blame.Version}", Styles.Heading);
        foreach (var text in blame.Texts)
        {
            console.WriteHeading(text.Field);
            console.WriteTable(["", "", ""], text.Spans.Select(span => Row(console, span)));
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
