using Marten;
using Marten.Linq.MatchesSql;
using Newsroom.Api.Access;
using Newsroom.Api.Infrastructure.Persistence;
using Newsroom.Domain.Kernel;
using Newsroom.Domain.Stories;

namespace Newsroom.Api.Worklists;

/// <summary>
/// Selects the cards that lists show a person. Where the policy of a desk shows that its confidential stories exist, a person who may not
/// read one sees its card without words.
/// </summary>
internal static class CardReader
{
    /// <summary>The table of the cards.</summary>
    public const string Table = $"{MartenNames.Documents}storycard";

    /// <summary>The condition that a list may show a person, its one parameter, the card <c>d</c>.</summary>
    public static readonly string Shown = ReadableStories.ShownTo("d.id");

    /// <summary>Selects the cards of stories that a person may read, and those without words.</summary>
    public static IQueryable<StoryCard> ShownTo(this IQueryable<StoryCard> cards, Actor actor) =>
        StoryReaders.ReadsAll(actor) ? cards : cards.Where(c => c.MatchesSql(Shown, actor.Person));

    /// <summary>
    /// Leaves out the words of confidential stories that a person may not read. Takes a round trip only where there are any.
    /// </summary>
    public static async Task<IReadOnlyList<StoryCard>> WithoutWordsAsync(
        this IReadOnlyList<StoryCard> cards,
        Actor actor,
        IQuerySession session,
        CancellationToken cancellationToken
    )
    {
        var confidential = cards.Where(card => card.Confidential == true).Select(card => card.Id).ToArray();
        if (confidential.Length == 0 || StoryReaders.ReadsAll(actor))
        {
            return cards;
        }

        var stories = await session.LoadManyAsync<Story>(cancellationToken, confidential);
        var readable = stories.Where(story => StoryReaders.MayRead(story, actor)).Select(story => story.Id).ToHashSet();
        return [.. cards.Select(card => card.Confidential == true && !readable.Contains(card.Id) ? card.WithoutWords() : card)];
    }
}
