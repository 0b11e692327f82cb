using System.CommandLine;
using Newsroom.Cli.Invocation;
using Newsroom.Cli.Rendering;
using Newsroom.Client.Worklists;
using Newsroom.Domain.Desks;
using Spectre.Console.Rendering;

namespace Newsroom.Cli.Reads;

/// <summary><c>newsroom board</c>: shows the unfinished stories of a desk.</summary>
internal static class BoardCommand
{
    public static CliCommand Create()
    {
        var desk = new Argument<string>("desk") { Description = "Id of the desk." };
        var order = OrderOption.Create("Order within a stage.", "stage", "priority", "due");
        return new CliCommand(
            "board",
            "Show the unfinished stories of a desk by stage, oldest first.",
            [desk, order],
            context =>
                context.ShowAsync(
                    context.Client.Worklists.GetBoardAsync(context.GetValue(desk)!, context.GetValue(order), context.CancellationToken),
                    WriteBoard
                )
        );
    }

    private static void WriteBoard(ConsoleRenderer console, Board board)
    {
        var zone = board.Desk.TimeZone is { } name ? DeskTime.ZoneOf(name) : null;
        console.Write(board.Desk.Name, Styles.Heading);
        foreach (var column in board.Columns)
        {
            console.WriteHeading($"{column.Stage} ({column.Stories.Count}{(column.More ? " and more" : "")})");
            if (column.Stories.Count > 0)
            {
                console.WriteTable(["For", "Assignee", "Published", "Story"], column.Stories.Select(card => Row(console, card, zone)));
            }
        }
    }

    private static IRenderable[] Row(ConsoleRenderer console, StoryCard card, TimeZoneInfo? zone) =>
        [
            ConsoleRenderer.Cell(console.FormatAge(card.StageSince)),
            ConsoleRenderer.Cell(card.AssigneeName()),
            ConsoleRenderer.Cell(card.Edition == 0 ? "nothing" : card.EditionAndTakedown()),
            card.NameCell(Readiness(card), Scheduled(console, card, zone), console.Plan(card.Priority, card.Due)),
        ];

    private static string Scheduled(ConsoleRenderer console, StoryCard card, TimeZoneInfo? zone)
    {
        if (card.ScheduleFailed is { } reason)
        {
            return $"schedule failed: {reason}";
        }

        return card.Scheduled is { } time
            ? $"scheduled for {(zone is null ? console.FormatTime(time) : DeskTime.Write(time, zone))}"
            : "";
    }

    private static string Readiness(StoryCard card)
    {
        if (card.Stage == "spiked")
        {
            return "";
        }

        if (card.Ready)
        {
            return "ready to publish";
        }

        var blockers = card.Blockers.Select(b => b.Reasons > 1 ? $"{b.Gate} ({b.Reasons})" : b.Gate).ToList();
        return blockers.Count == 0 ? "" : $"blocked by {string.Join(", ", blockers)}";
    }
}
