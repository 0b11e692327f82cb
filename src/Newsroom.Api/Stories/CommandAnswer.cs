using System.Collections.Immutable;
using Newsroom.Domain.Stories;

namespace Newsroom.Api.Stories;

/// <summary>What an accepted command answers.</summary>
/// <param name="Story">The story.</param>
/// <param name="Version">Its version now; the ETag says the same.</param>
/// <param name="Slug">Its name in addresses, where the command gave it one.</param>
/// <param name="Events">What was recorded, in order: the change asked for, then what followed from it.</param>
public sealed record CommandAnswer(Guid Story, long Version, string? Slug, ImmutableArray<AnsweredEvent> Events)
{
    /// <summary>The answer to events that brought a story to <paramref name="version"/>.</summary>
    public static CommandAnswer Of(Guid story, long version, ImmutableArray<StoryEvent> events) => new(
        story,
        version,
        events.OfType<StoryEvent.StoryDrafted>().FirstOrDefault()?.Slug,
        [.. events.Select((e, i) => new AnsweredEvent(StoryEvents.NameOf(e.GetType()), version - events.Length + i + 1, e))]);
}

/// <summary>One recorded event.</summary>
/// <param name="Type">Its storage name, such as <c>quote_attributed</c>.</param>
/// <param name="Version">The story's version it made.</param>
/// <param name="Data">What happened.</param>
public sealed record AnsweredEvent(string Type, long Version, object Data);
