using Newsroom.Cli.Invocation;
using Newsroom.Cli.Runtime;
using Newsroom.Client.Worklists;
using Newsroom.Domain.Stories;

namespace Newsroom.Cli.Stories;

internal static class StoryLookup
{
    /// <summary>Returns the id of a story that is named by its id or its slug.</summary>
    public static async Task<Guid> FindStoryAsync(this CommandContext context, string idOrSlug)
    {
        if (Guid.TryParseExact(idOrSlug, "D", out var id))
        {
            return id;
        }

        if (!Slug.IsValid(idOrSlug))
        {
            throw new UsageException($"\"{idOrSlug}\" is neither the id nor the slug of a story. “newsroom stories” lists slugs.");
        }

        var found = await context.Client.Worklists.FindStoriesAsync(
            new StoryQuery(Slug: idOrSlug),
            cancellationToken: context.CancellationToken
        );
        return found.Value.Items.FirstOrDefault(card => card.Slug == idOrSlug)?.Id
            ?? throw new UsageException($"There is no story “{idOrSlug}”. “newsroom stories” lists the slugs.");
    }

    /// <summary>Returns the id of the story that an argument names.</summary>
    public static Task<Guid> FindStoryAsync(this CommandContext context, StoryArgument argument) =>
        context.FindStoryAsync(context.GetValue(argument)!);
}
