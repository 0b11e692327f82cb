using Newsroom.Cli.Invocation;
using Newsroom.Domain.Stories;

namespace Newsroom.Cli.Stories;

/// <summary>Names the command that usually follows, to a person at a terminal.</summary>
internal static class NextSteps
{
    /// <summary>Writes what usually follows a command.</summary>
    /// <param name="context">The invocation.</param>
    /// <param name="command">The command that was accepted.</param>
    /// <param name="story">The story's id or slug.</param>
    public static void Show(CommandContext context, Type command, string story)
    {
        if (AreShown(context) && Find(command, story) is { } next)
        {
            context.ErrorConsole.Write($"Next: {next}");
        }
    }

    /// <summary>Returns whether a person reads the answer at a terminal.</summary>
    public static bool AreShown(CommandContext context) =>
        context.Environment is { InIsTerminal: true, ErrorIsTerminal: true } && !context.Json;

    private static string? Find(Type command, string story) =>
        command.Name switch
        {
            nameof(StoryCommand.DraftArticle) =>
                $"“newsroom mark {story}” marks quotations and claims; “newsroom submit-for-review {story}” ends the draft.",
            nameof(StoryCommand.SubmitForReview) =>
                $"fact-checkers use “newsroom check {story}”; editors “newsroom show {story}”, then “newsroom approve {story}”.",
            nameof(StoryCommand.FactCheck) or nameof(StoryCommand.Approve) =>
                $"“newsroom gates {story}” lists what publication still requires.",
            nameof(StoryCommand.Schedule) => $"“newsroom cancel-schedule {story}” cancels it; it fails if the words or the gates change.",
            nameof(StoryCommand.PublishFactCheck) =>
                $"“newsroom published {story}” shows what readers see; “newsroom withdraw-fact-check {story}” withdraws it.",
            nameof(StoryCommand.Publish) =>
                $"“newsroom published {story}” shows what readers see; an auditor can save the evidence with “newsroom bundle {story}”.",
            _ => null,
        };
}
