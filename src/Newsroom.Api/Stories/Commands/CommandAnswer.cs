using System.Collections.Immutable;
using Newsroom.Domain.Stories;
using Newsroom.Domain.Stories.Decisions;

namespace Newsroom.Api.Stories.Commands;

/// <summary>What an accepted command answers.</summary>
/// <param name="Story">The story.</param>
/// <param name="Version">Its version now; the ETag says the same.</param>
/// <param name="Slug">Its name in addresses, where the command gave it one.</param>
/// <param name="Events">What was recorded, in order: the change asked for, then what followed from it; nothing where others had saved the
/// same change.</param>
/// <param name="Merged">
/// The revisions by others, since the version the command was based on, that it was merged with; null when there were none.
/// </param>
public sealed record CommandAnswer(
    Guid Story,
    long Version,
    string? Slug,
    ImmutableArray<AnsweredEvent> Events,
    ImmutableArray<OtherRevision>? Merged
)
{
    /// <summary>The answer to a decision that brought a story to <paramref name="version"/>.</summary>
    public static CommandAnswer Of(Guid story, long version, Decision.Accepted accepted) =>
        new(
            story,
            version,
            accepted.Events.OfType<StoryEvent.StoryDrafted>().FirstOrDefault()?.Slug,
            [
                .. accepted.Events.Select(
                    (e, i) => new AnsweredEvent(StoryEvents.NameOf(e.GetType()), version - accepted.Events.Length + i + 1, e)
                ),
            ],
            accepted.MergedOver.IsEmpty ? null : accepted.MergedOver
        );
}

/// <summary>One recorded event.</summary>
/// <param name="Type">Its storage name, such as <c>quote_attributed</c>.</param>
/// <param name="Version">The story's version it made.</param>
/// <param name="Data">What happened.</param>
public sealed record AnsweredEvent(string Type, long Version, object Data);
