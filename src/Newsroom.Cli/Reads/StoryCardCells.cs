using Newsroom.Cli.Rendering;
using Newsroom.Client.Worklists;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace Newsroom.Cli.Reads;

internal static class StoryCardCells
{
    /// <summary>Creates a cell of slug, headline and further lines.</summary>
    public static IRenderable NameCell(this StoryCard card, params IEnumerable<string> more) =>
        ConsoleRenderer.Cell(
            string.Join(
                '\n',
                new[] { card.Slug, card.Headline, card.Confidential == true ? "confidential" : "" }
                    .Concat(more)
                    .Where(line => line.Length > 0)
            )
        );

    /// <summary>Creates a cell of slug, headline, further lines, and what a search found, with the matching words in bold.</summary>
    public static IRenderable MatchCell(this StoryCard card, StoryMatch match, params IEnumerable<string> more)
    {
        var by = match.By switch
        {
            "beginning" => ["begins with the last word"],
            "similar-name" => [$"similar name: {match.Name}"],
            _ => Array.Empty<string>(),
        };
        return ConsoleRenderer.Cell([
            ($"{card.Slug}\n", null),
            .. Marked(card.Headline, match.Headline),
            .. (card.Confidential == true ? ["confidential"] : Array.Empty<string>())
                .Concat(more)
                .Concat(by)
                .Where(line => line.Length > 0)
                .Select(line => ($"\n{line}", (Style?)null)),
            ("\n", null),
            .. Marked(match.Snippet.Text, match.Snippet.Marks).Select(run => (run.Text.ReplaceLineEndings(" "), run.Style)),
        ]);
    }

    private static IEnumerable<(string Text, Style? Style)> Marked(string text, IReadOnlyList<MatchRange> marks)
    {
        var at = 0;
        foreach (var (start, end) in marks)
        {
            yield return (text[at..start], null);
            yield return (text[start..end], new Style(decoration: Decoration.Bold));
            at = end;
        }

        yield return (text[at..], null);
    }

    public static string AssigneeName(this StoryCard card) => card.Assignee is null ? "" : ConsoleRenderer.PersonName(card.Assignee);

    /// <summary>
    /// Returns what readers have, and what is being done: of a published story the stage of the working copy only where that differs.
    /// </summary>
    public static string State(this StoryCard card)
    {
        if (card.Edition == 0)
        {
            return card.Stage;
        }

        var published = $"{card.Publication} (edition {card.Edition})";
        return card switch
        {
            { Publication: "retracted" or "killed" } or { Stage: "drafting", Unchanged: true } => published,
            { Stage: "drafting" } => $"{published}\nbeing revised",
            _ => $"{published}\n{card.Stage}",
        };
    }

    /// <summary>Returns the edition that was published last, and its takedown.</summary>
    public static string EditionAndTakedown(this StoryCard card) =>
        card.Takedown is null ? $"edition {card.Edition}" : $"edition {card.Edition}, {card.Takedown}";
}
