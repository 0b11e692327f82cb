using Newsroom.Cli.Invocation;
using Newsroom.Cli.Runtime;
using Newsroom.Client.Stories;
using Newsroom.Domain.Stories;

namespace Newsroom.Cli.Stories;

internal static class StoryLookup
{
    /// <summary>Returns the story that a text names by its id or its slug; the server finds it.</summary>
    public static StoryKey FindStory(this CommandContext context, string idOrSlug)
    {
        ArgumentNullException.ThrowIfNull(context);
        return Guid.TryParseExact(idOrSlug, "D", out _) || Slug.IsValid(idOrSlug)
            ? new StoryKey(idOrSlug)
            : throw new UsageException($"\"{idOrSlug}\" is neither the id nor the slug of a story. “newsroom stories” lists slugs.");
    }

    /// <summary>Returns the story that an argument names.</summary>
    public static StoryKey FindStory(this CommandContext context, StoryArgument argument) => context.FindStory(context.GetValue(argument)!);
}
