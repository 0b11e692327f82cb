using Newsroom.Cli.Rendering;
using Newsroom.Client.Worklists;
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

    public static string AssigneeName(this StoryCard card) => card.Assignee is null ? "" : ConsoleRenderer.PersonName(card.Assignee);
}
