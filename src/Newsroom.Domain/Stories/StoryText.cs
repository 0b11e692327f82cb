using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Newsroom.Domain.Text;
using static Newsroom.Domain.Stories.StoryEvent;

namespace Newsroom.Domain.Stories;

/// <summary>A story's texts and their blame; only revisions change it. The other state is in <see cref="Story"/>.</summary>
/// <param name="Id">The story.</param>
/// <param name="WordedIn">The story's version that last changed the words.</param>
/// <param name="Article">The words.</param>
/// <param name="HeadlineBlame">Who touched which words of the headline.</param>
/// <param name="StandfirstBlame">Who touched which words of the standfirst.</param>
/// <param name="BodyBlame">Who touched which words of the body.</param>
public sealed record StoryText(
    Guid Id,
    long WordedIn,
    Article Article,
    [property: JsonConverter(typeof(CompactBlameConverter))] Blame HeadlineBlame,
    [property: JsonConverter(typeof(CompactBlameConverter))] Blame StandfirstBlame,
    [property: JsonConverter(typeof(CompactBlameConverter))] Blame BodyBlame
)
{
    /// <summary>Returns the blame of a field.</summary>
    public Blame BlameOf(ArticleField field) =>
        field switch
        {
            ArticleField.Headline => HeadlineBlame,
            ArticleField.Standfirst => StandfirstBlame,
            _ => BodyBlame,
        };

    /// <summary>Returns everyone who touched the current words of a passage or of its attribution.</summary>
    public ImmutableSortedSet<string> Touched(Passage passage)
    {
        var blame = BlameOf(passage.Field);
        var touched = blame.Touched(passage.Range);
        return passage.Attribution is { } attribution ? touched.Union(blame.Touched(attribution)) : touched;
    }

    /// <summary>Returns whether this person wrote or moved every word.</summary>
    public bool IsAllOf(string person) => Enum.GetValues<ArticleField>().All(field => BlameOf(field).Spans.All(span => span.IsOf(person)));

    /// <summary>Lists the people who each wrote or moved every word.</summary>
    public IEnumerable<string> AuthorsOfAll() =>
        Enum.GetValues<ArticleField>()
            .SelectMany(field => BlameOf(field).Spans.Take(1))
            .Take(1)
            .SelectMany(span => span.People)
            .Where(IsAllOf);

    /// <summary>Folds an event.</summary>
    /// <exception cref="InvalidOperationException">The first event is not StoryDrafted, or edits do not fit the text.</exception>
    public static StoryText? Evolve(StoryText? text, Guid id, StoryEvent happened, EventMetadata metadata) =>
        happened switch
        {
            StoryDrafted e => new StoryText(
                id,
                metadata.Version,
                e.Article,
                Blame.Of(e.Article.Headline, metadata.AuthorsIn(ArticleField.Headline), metadata.Version),
                Blame.Of(e.Article.Standfirst, metadata.AuthorsIn(ArticleField.Standfirst), metadata.Version),
                Blame.Of(e.Article.Body, metadata.AuthorsIn(ArticleField.Body), metadata.Version)
            ),
            ArticleRevised e => Revise(
                text ?? throw new InvalidOperationException($"Story {id} was revised before it was drafted."),
                e,
                metadata
            ),
            StoryDescribed e when e.Byline is not null || e.Dateline is not null => text! with
            {
                WordedIn = metadata.Version,
                Article = text.Article with { Byline = e.Byline ?? text.Article.Byline, Dateline = e.Dateline ?? text.Article.Dateline },
            },
            _ => text,
        };

    private static StoryText Revise(StoryText text, ArticleRevised e, EventMetadata metadata) =>
        new(
            text.Id,
            metadata.Version,
            e.Edits.Apply(text.Article),
            text.HeadlineBlame.Apply(
                e.Edits.Headline,
                metadata.AuthorsIn(ArticleField.Headline),
                metadata.Version,
                e.CarriedIn(ArticleField.Headline)
            ),
            text.StandfirstBlame.Apply(
                e.Edits.Standfirst,
                metadata.AuthorsIn(ArticleField.Standfirst),
                metadata.Version,
                e.CarriedIn(ArticleField.Standfirst)
            ),
            text.BodyBlame.Apply(e.Edits.Body, metadata.AuthorsIn(ArticleField.Body), metadata.Version, e.CarriedIn(ArticleField.Body))
        );
}
