using Newsroom.Api.Hosting;
using Newsroom.Domain;
using Newsroom.Domain.Articles;
using Newsroom.Domain.Gates;
using Newsroom.Domain.Stories;

namespace Newsroom.Api.Checking;

/// <summary>A passage that awaits a check.</summary>
/// <param name="Id">Story and passage.</param>
/// <param name="Story">The story.</param>
/// <param name="Slug">Its name in addresses.</param>
/// <param name="Headline">Its headline.</param>
/// <param name="Desk">Its desk.</param>
/// <param name="Passage">The passage.</param>
/// <param name="Kind">Quote or claim, in words.</param>
/// <param name="Words">Its words.</param>
/// <param name="Speaker">A quote's speaker.</param>
/// <param name="Fingerprint">What the check names.</param>
/// <param name="Lapsed">Whether it was checked before its words changed.</param>
/// <param name="Since">Since when it has these words.</param>
public sealed record QueuedPassage(
    string Id,
    Guid Story,
    string Slug,
    string Headline,
    string Desk,
    string Passage,
    string Kind,
    string Words,
    string? Speaker,
    Fingerprint Fingerprint,
    bool Lapsed,
    DateTimeOffset Since)
{
    /// <summary>The passages of a story that await a check.</summary>
    public static IEnumerable<QueuedPassage> Of(Story story, StoryText text, Policy policy) =>
        from passage in story.Stage == Stage.Spiked ? [] : story.Passages
        let state = passage.State()
        where state is PassageState.Unchecked or PassageState.Lapsed
            || (state == PassageState.Verified && passage.StandingChecks.Count() < policy.Checkers(passage.Kind))
        select new QueuedPassage(
            $"{story.Id}/{passage.Id}",
            story.Id,
            story.Slug,
            text.Article.Headline,
            IndexedKey.Of(story.Desk),
            passage.Id,
            passage.Kind.InWords(),
            passage.Range.Of(text.Article[passage.Field]),
            passage.Speaker,
            passage.Fingerprint,
            state == PassageState.Lapsed,
            passage.WordedAt);
}
