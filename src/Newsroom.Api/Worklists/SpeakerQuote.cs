using Newsroom.Api.Infrastructure.Persistence;
using Newsroom.Domain.Kernel;
using Newsroom.Domain.Stories;
using Newsroom.Domain.Text;

namespace Newsroom.Api.Worklists;

/// <summary>A quote in a story, by its speaker.</summary>
/// <param name="Id">Follows from story and passage.</param>
/// <param name="Speaker">The speaker.</param>
/// <param name="Story">The story.</param>
/// <param name="Slug">Its name in addresses.</param>
/// <param name="Headline">Its headline.</param>
/// <param name="Passage">The quote.</param>
/// <param name="Words">Its words.</param>
/// <param name="Attribution">The words that attribute it.</param>
/// <param name="Fingerprint">The fingerprint of its words.</param>
/// <param name="State">The state of its checks, as stored.</param>
/// <param name="Publication">The published state of the story, as stored.</param>
/// <param name="Since">When it got these words.</param>
public sealed record SpeakerQuote(
    Guid Id,
    string Speaker,
    Guid Story,
    string Slug,
    string Headline,
    string Passage,
    string Words,
    string? Attribution,
    Fingerprint Fingerprint,
    string State,
    string Publication,
    DateTimeOffset Since
)
{
    /// <summary>Returns the quotes that a story has words of.</summary>
    public static IEnumerable<SpeakerQuote> Of(Story story, StoryText text) =>
        from passage in story.Passages
        where passage is { Speaker: not null, IsOrphaned: false }
        let words = text.Article[passage.Field]
        select new SpeakerQuote(
            IdOf(story.Id, passage.Id),
            IndexedKey.Of(passage.Speaker)!,
            story.Id,
            story.Slug,
            text.Article.Headline,
            passage.Id,
            passage.Range.Of(words),
            passage.Attribution?.Of(words),
            passage.Fingerprint,
            passage.State().ToKebabCase(),
            story.Publication.Status.ToKebabCase(),
            passage.WordedAt
        );

    /// <summary>Returns the id of a quote.</summary>
    public static Guid IdOf(Guid story, string passage) => StreamIds.Of("speaker-quote", $"{story}/{passage}");
}
