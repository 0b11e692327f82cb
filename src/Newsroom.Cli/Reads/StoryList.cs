using System.CommandLine;
using Newsroom.Cli.Asking;
using Newsroom.Cli.Screens;
using Newsroom.Cli.Serving;
using Newsroom.Domain.Kernel;
using Newsroom.Domain.Stories;
using Spectre.Console.Rendering;

namespace Newsroom.Cli.Reads;

/// <summary><c>newsroom stories</c>: stories by their words, desk, stage, assignee and speaker.</summary>
internal static class StoryList
{
    /// <summary>The verb.</summary>
    public static Verb Verb()
    {
        var words = new Option<string?>("--q") { HelpName = "words", Description = "Words in the article." };
        var desk = new Option<string?>("--desk") { HelpName = "id", Description = "A desk's id." };
        var stage = new Option<string?>("--stage") { HelpName = "stage", Description = "Where the working copy stands." };
        stage.OneOf(Enum.GetValues<Stage>().Select(s => s.ToKebabCase()));
        var assignee = new Option<string?>("--assignee") { HelpName = "user", Description = "Whose task it is." };
        var speaker = new Option<string?>("--speaker") { HelpName = "id", Description = "Who is quoted in it." };
        var paging = new PagingOptions();
        return new Verb("stories", "Stories by their words, desk, stage, assignee or speaker, latest changed first.", [words, desk, stage, assignee, speaker, .. paging.All], run =>
            run.Read<IReadOnlyList<StoryCard>>(
                Query.Of(
                    "stories",
                    [("q", run.Of(words)), ("desk", run.Of(desk)), ("stage", run.Of(stage)), ("assignee", run.Of(assignee)), ("speaker", run.Of(speaker)), .. paging.Of(run)]),
                Lines));
    }

    private static void Lines(Screen screen, IReadOnlyList<StoryCard> cards)
    {
        if (cards.Count == 0)
        {
            screen.Say("No stories.");
            return;
        }

        screen.Table(["Changed", "Desk", "Stage", "Assignee", "Story"], cards.Select(card => new IRenderable[]
        {
            Screen.Words(screen.Age(card.ChangedAt)),
            Screen.Words(card.Desk),
            Screen.Words(card.Edition == 0 ? card.Stage : $"{card.Stage}\nedition {card.Edition}"),
            Screen.Words(card.Person),
            card.Named(),
        }));
    }
}
