using System.Collections.Immutable;
using Newsroom.Domain.Stories;
using Newsroom.Domain.Stories.Decisions;

namespace Newsroom.Api.Stories.Commands;

/// <summary>The result of an accepted command.</summary>
/// <param name="Story">The story.</param>
/// <param name="Version">The version of the story, which is also the ETag.</param>
/// <param name="Slug">The slug, where the command set it.</param>
/// <param name="Events">
/// The appended events, in order: the requested change, then its effects. Empty where others had saved the same change.
/// </param>
/// <param name="Merged">The revisions by others that the command was merged with; null where there were none.</param>
public sealed record CommandResult(
    Guid Story,
    long Version,
    string? Slug,
    ImmutableArray<AppendedEvent> Events,
    ImmutableArray<OtherRevision>? Merged
)
{
    /// <summary>Creates the result of a decision that brought a story to <paramref name="version"/>.</summary>
    public static CommandResult Of(Guid story, long version, AcceptedStoryCommand accepted) =>
        new(
            story,
            version,
            accepted.Events.OfType<StoryEvent.StoryDrafted>().FirstOrDefault()?.Slug,
            [
                .. accepted.Events.Select(
                    (e, i) => new AppendedEvent(StoryEvents.NameOf(e.GetType()), version - accepted.Events.Length + i + 1, e)
                ),
            ],
            accepted.MergedOver.IsEmpty ? null : accepted.MergedOver
        );
}

/// <summary>An appended event.</summary>
/// <param name="Type">Its storage name, such as <c>quote_attributed</c>.</param>
/// <param name="Version">The version of the story after it.</param>
/// <param name="Data">Its data.</param>
public sealed record AppendedEvent(string Type, long Version, object Data);
