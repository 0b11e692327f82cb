using System.CommandLine;
using Newsroom.Cli.Asking;
using Newsroom.Cli.Screens;
using Spectre.Console.Rendering;

namespace Newsroom.Cli.Reads;

/// <summary><c>newsroom board</c>: a desk's stories by stage.</summary>
internal static class Board
{
    /// <summary>The verb.</summary>
    public static Verb Verb()
    {
        var desk = new Argument<string>("desk") { Description = "The desk's id." };
        return new Verb("board", "What a desk has under way, by stage, those longest in it first.", [desk], run =>
            run.Read<BoardPage>($"desks/{Uri.EscapeDataString(run.Of(desk)!)}/board", Page));
    }

    private static void Page(Screen screen, BoardPage board)
    {
        screen.Say(board.Desk.Name, Styles.Title);
        foreach (var column in board.Columns)
        {
            screen.Title($"{column.Stage} ({column.Stories.Count}{(column.More ? " and more" : "")})");
            if (column.Stories.Count > 0)
            {
                screen.Table(["For", "Assignee", "Readers have", "Story"], column.Stories.Select(Row));
            }
        }

        IRenderable[] Row(StoryCard card) =>
        [
            Screen.Words(screen.Age(card.StageSince)),
            Screen.Words(card.Person),
            Screen.Words(card.Edition == 0 ? "nothing" : $"edition {card.Edition}"),
            card.Named(card.Stage == "spiked" || card.Blocked.Length == 0 ? "" : card.Ready ? "ready to be published" : $"blocked by {card.Blocked}"),
        ];
    }
}

/// <summary>A desk's stories.</summary>
internal sealed record BoardPage(DeskLine Desk, IReadOnlyList<BoardColumn> Columns);

/// <summary>A desk.</summary>
internal sealed record DeskLine(string Id, string Name);

/// <summary>The stories in one stage.</summary>
internal sealed record BoardColumn(string Stage, IReadOnlyList<StoryCard> Stories, bool More);
