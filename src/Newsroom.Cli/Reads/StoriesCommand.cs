using System.CommandLine;
using Newsroom.Cli.Invocation;
using Newsroom.Cli.Parsing;
using Newsroom.Cli.Rendering;
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
        var words = new Argument<string?>("words") { Arity = ArgumentArity.ZeroOrOne, Description = "Words in the article." };
        var desk = new Option<string?>("--desk") { HelpName = "id", Description = "Desk of the story." };
        var stage = new Option<string?>("--stage") { HelpName = "stage", Description = "Stage of the working copy." };
        stage.AcceptOnly(Enum.GetValues<Stage>().Select(s => s.ToKebabCase()));
        var assignee = new Option<string?>("--assignee") { HelpName = "user", Description = "Assignee of the story." };
        var speaker = new Option<string?>("--speaker") { HelpName = "id", Description = "Speaker quoted in the story." };
        var paging = new PagingOptions();
        const string summary = "Find stories by words, desk, stage, assignee or speaker, latest changed first.";
        return new CliCommand(
            "stories",
            summary,
            [words, desk, stage, assignee, speaker, .. paging.All],
            context =>
            {
                var query = new StoryQuery(
                    context.GetValue(words),
                    context.GetValue(desk),
                    context.GetValue(stage),
                    context.GetValue(assignee),
                    context.GetValue(speaker)
                );
                return context.ShowAsync(
                    context.Client.Worklists.FindStoriesAsync(query, paging.Read(context), context.CancellationToken),
                    WriteCards
                );
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
                    card.NameCell(),
                }
            )
        );
    }
}
