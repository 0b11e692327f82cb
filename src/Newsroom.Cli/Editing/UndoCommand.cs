using Newsroom.Cli.Invocation;
using Newsroom.Cli.Rendering;
using Newsroom.Cli.Runtime;
using Newsroom.Cli.Stories;
using Newsroom.Cli.Tokens;
using Newsroom.Client.Http;
using Newsroom.Client.Stories;
using Newsroom.Domain.Stories;

namespace Newsroom.Cli.Editing;

/// <summary><c>newsroom undo</c>: restores the article as it was before the caller's last save.</summary>
internal static class UndoCommand
{
    private const int Step = 100;

    private const string Revised = "article_revised";

    public static CliCommand Create()
    {
        var story = new StoryArgument();
        var confirmation = new Confirmation();
        return new CliCommand(
            "undo",
            "Undo your last save of a story's texts.",
            [story, confirmation.Option],
            async context =>
            {
                var key = context.FindStory(story);
                var shown = (await context.Client.Stories.GetAsync(key, cancellationToken: context.CancellationToken)).Value;
                var saved = await FindLastSaveAsync(context, shown);
                var command = new StoryCommand.RestoreRevision(saved - 1) { BasedOn = shown.Version };
                if (await confirmation.AskAsync(context, shown.Id, [command]))
                {
                    var request = context.Client.Stories.SendAsync(shown.Id, command, context.IdempotencyKey, context.CancellationToken);
                    await StoryCliCommand.ShowAsync(context, request);
                }
                else
                {
                    context.ErrorConsole.Write("Nothing is changed.");
                }
            }
        )
        {
            Details =
            [
                "Shows what would lapse and come back, and asks. The save stays in the history: undoing is a further revision.",
                "If another person has saved since, use restore-revision: it restores all texts.",
                "Allowed roles: as for restore-revision.",
            ],
        };
    }

    /// <summary>Returns the version of the last revision, which must be the caller's.</summary>
    private static async Task<long> FindLastSaveAsync(CommandContext context, StoryDetails story)
    {
        for (var after = story.Version - Step; after > -Step; after -= Step)
        {
            var page = new PageRequest(after > 0 ? $"{after}" : null, Step);
            var entries = (await context.Client.Stories.GetHistoryAsync(story.Id, page, context.CancellationToken)).Value.Items;
            if (entries.LastOrDefault(entry => entry.Type == Revised) is { } last)
            {
                return IsByCaller(context, last)
                    ? last.To
                    : throw new UsageException(
                        $"{ConsoleRenderer.PersonName(last.By ?? "")} has revised the article last, in version {last.To}. "
                            + $"“newsroom diff {story.Slug} --from {last.From - 1} --to {last.To}” shows it. "
                            + "restore-revision restores all texts."
                    );
            }
        }

        throw new UsageException("The article has not been revised since it was drafted.");
    }

    private static bool IsByCaller(CommandContext context, HistoryEntry entry) =>
        entry.By is not null && entry.By == TokenIdentity.Read(context.Token);
}
