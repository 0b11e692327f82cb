using System.CommandLine;
using Newsroom.Cli.Invocation;
using Newsroom.Cli.Parsing;
using Newsroom.Client.Worklists;
using Newsroom.Domain.Kernel;
using Newsroom.Domain.Stories;

namespace Newsroom.Cli.Reads;

/// <summary>The words and options that select stories.</summary>
internal sealed class StoryFilterOptions
{
    private readonly Argument<string?> words = new("words")
    {
        Arity = ArgumentArity.ZeroOrOne,
        Description =
            "Words in the article in any form, \"phrases\" as they are written (without other forms of their words), -excluded words; "
            + "or separates alternatives.",
    };

    private readonly Option<string?> desk = new("--desk") { HelpName = "id", Description = "Desk of the story." };
    private readonly Option<string?> stage = new("--stage") { HelpName = "stage", Description = "Stage of the working copy." };
    private readonly Option<string?> assignee = User("--assignee", "Assignee of the story; me for yourself.");
    private readonly Option<string?> drafter = User("--drafter", "Who drafted the story; me for yourself.");
    private readonly Option<string?> author = User("--author", "A person who drafted or revised the story; me for yourself.");
    private readonly Option<string?> speaker = new("--speaker") { HelpName = "id", Description = "Speaker quoted in the story." };
    private readonly Option<string?> priority = new("--priority") { HelpName = "priority", Description = "Priority of the story." };
    private readonly Option<bool?> ready = new("--ready") { Description = "Whether the story can be published." };
    private readonly TimeOption dueBefore = new("--due-before", "Due before this time.");
    private readonly TimeOption changedSince = new("--changed-since", "Last changed at this time or later.");
    private readonly Option<string?> order = OrderOption.Create(
        "Order of the stories; priority and due list unfinished ones. A search without it lists the best of the latest stories first.",
        "changed",
        "priority",
        "due"
    );

    public StoryFilterOptions()
    {
        stage.AcceptOnly(Enum.GetValues<Stage>().Select(s => s.ToKebabCase()));
        priority.AcceptOnly(Enum.GetValues<Priority>().Select(p => p.ToKebabCase()));
    }

    public IEnumerable<Symbol> All =>
        [words, desk, stage, assignee, drafter, author, speaker, priority, ready, dueBefore, changedSince, order];

    public StoryQuery Read(CommandContext context) =>
        new(
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

    private static Option<string?> User(string name, string description) =>
        new(name) { HelpName = "user", Description = description };
}
