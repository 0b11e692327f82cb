using System.CommandLine;
using Newsroom.Cli.Invocation;
using Newsroom.Cli.Parsing;
using Newsroom.Cli.Rendering;
using Newsroom.Cli.Runtime;
using Newsroom.Client.Worklists;
using Newsroom.Domain.Kernel;
using Newsroom.Domain.Stories;
using Spectre.Console.Rendering;

namespace Newsroom.Cli.Reads;

/// <summary><c>newsroom stories</c>: finds stories.</summary>
internal static class StoriesCommand
{
    public static CliCommand Create()
    {
        var words = new Argument<string?>("words")
        {
            Arity = ArgumentArity.ZeroOrOne,
            Description = "Words in the article, \"phrases\", -excluded words; or separates alternatives.",
        };
        var desk = new Option<string?>("--desk") { HelpName = "id", Description = "Desk of the story." };
        var stage = new Option<string?>("--stage") { HelpName = "stage", Description = "Stage of the working copy." };
        stage.AcceptOnly(Enum.GetValues<Stage>().Select(s => s.ToKebabCase()));
        var assignee = new Option<string?>("--assignee") { HelpName = "user", Description = "Assignee of the story; me for yourself." };
        var drafter = new Option<string?>("--drafter") { HelpName = "user", Description = "Who drafted the story; me for yourself." };
        var author = new Option<string?>("--author")
        {
            HelpName = "user",
            Description = "A person who drafted or revised the story; me for yourself.",
        };
        var ready = new Option<bool?>("--ready") { Description = "Whether the story can be published." };
        var speaker = new Option<string?>("--speaker") { HelpName = "id", Description = "Speaker quoted in the story." };
        var since = new TimeOption(
            "--since",
            "Changed since this time, in the order of the record, to keep a copy: continue with --after."
        );
        var priority = new Option<string?>("--priority") { HelpName = "priority", Description = "Priority of the story." };
        priority.AcceptOnly(Enum.GetValues<Priority>().Select(p => p.ToKebabCase()));
        var order = OrderOption.Create("Order of the stories; priority and due list unfinished ones.", "changed", "priority", "due");
        var dueBefore = new TimeOption("--due-before", "Due before this time.");
        var changedSince = new TimeOption("--changed-since", "Last changed at this time or later.");
        var paging = new PagingOptions();
        const string summary = "Find stories by words, desk, stage, people, speaker, priority or times.";
        return new CliCommand(
            "stories",
            summary,
            [
                words,
                desk,
                stage,
                assignee,
                drafter,
                author,
                speaker,
                priority,
                ready,
                dueBefore,
                changedSince,
                order,
                since,
                .. paging.All,
            ],
            context =>
            {
                var query = new StoryQuery(
                    context.GetValue(words),
                    context.GetValue(desk),
                    context.GetValue(stage),
                    context.GetValue(assignee),
                    context.GetValue(speaker),
                    Priority: context.GetValue(priority),
                    DueBefore: context.GetValue(dueBefore),
                    Order: context.GetValue(order),
                    Drafter: context.GetValue(drafter),
                    Author: context.GetValue(author),
                    Ready: context.GetValue(ready),
                    ChangedSince: context.GetValue(changedSince)
                );
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
            ["Changed", "Desk", "Stage", "Assignee", "Story"],
            cards.Select(card =>
                new IRenderable[]
                {
                    ConsoleRenderer.Cell(console.FormatAge(card.ChangedAt)),
                    ConsoleRenderer.Cell(card.Desk),
                    ConsoleRenderer.Cell(card.Edition == 0 ? card.Stage : $"{card.Stage}\nedition {card.Edition}"),
                    ConsoleRenderer.Cell(card.AssigneeName()),
                    card.Match is { } match
                        ? card.MatchCell(match, console.Plan(card.Priority, card.Due))
                        : card.NameCell(console.Plan(card.Priority, card.Due)),
                }
            )
        );
    }
}
