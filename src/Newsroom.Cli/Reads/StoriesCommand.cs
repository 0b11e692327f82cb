using System.CommandLine;
using Newsroom.Cli.Invocation;
using Newsroom.Cli.Parsing;
using Newsroom.Cli.Rendering;
using Newsroom.Cli.Runtime;
using Newsroom.Client.Worklists;
using Spectre.Console.Rendering;

namespace Newsroom.Cli.Reads;

/// <summary><c>newsroom stories</c>: finds stories.</summary>
internal static class StoriesCommand
{
    public static CliCommand Create()
    {
        var filter = new StoryFilterOptions();
        var since = new TimeOption(
            "--since",
            "Changed since this time, in the order of the record, to keep a copy: continue with --after."
        );
        var paging = new PagingOptions();
        const string summary = "Find stories by words, desk, stage, people, speaker, priority or times.";
        return new CliCommand(
            "stories",
            summary,
            [.. filter.All, since, .. paging.All],
            context =>
            {
                var query = filter.Read(context);
                var (worklists, page) = (context.Client.Worklists, paging.Read(context));
                if (context.GetValue(since) is not { } time)
                {
                    return context.ShowAsync(worklists.FindStoriesAsync(query, page, context.CancellationToken), WriteCards);
                }

                return query == new StoryQuery()
                    ? context.ShowAsync(worklists.GetChangedStoriesAsync(time, page, context.CancellationToken), WriteCards)
                    : throw new UsageException("--since lists every story that changed. Omit the other filters.");
            }
        );
    }

    private static void WriteCards(ConsoleRenderer console, IReadOnlyList<StoryCard> cards)
    {
        if (cards.Count == 0)
        {
            console.Write("No stories.");
            return;
        }

        console.WriteTable(
            ["Changed", "Desk", "State", "Assignee", "Story"],
            cards.Select(card =>
                new IRenderable[]
                {
                    ConsoleRenderer.Cell(console.FormatAge(card.ChangedAt)),
                    ConsoleRenderer.Cell(card.Desk),
                    ConsoleRenderer.Cell(card.State()),
                    ConsoleRenderer.Cell(card.AssigneeName()),
                    card.Match is { } match
                        ? card.MatchCell(match, console.Plan(card.Priority, card.Due))
                        : card.NameCell(console.Plan(card.Priority, card.Due)),
                }
            )
        );
    }
}
