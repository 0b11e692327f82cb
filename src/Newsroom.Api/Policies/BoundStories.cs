using Marten;
using Marten.Linq.MatchesSql;
using Newsroom.Api.Infrastructure.Persistence;
using Newsroom.Domain.Kernel;
using Newsroom.Domain.Policies;
using Newsroom.Domain.Stories;

namespace Newsroom.Api.Policies;

/// <summary>Loads stories that the policy of a desk binds, the most urgent first, for previews.</summary>
internal static class BoundStories
{
    // The order of the board, by its index.
    private const string OfDesk = $"""
        d.id in (select c.id from {MartenNames.Documents}storycard c where c.desk = ? and c.under_way and c.stage <> 'spiked'
            order by c.rank, c.stage_since, c.id limit ?)
        """;

    /// <summary>Loads those that a person may read, and one more than are compared.</summary>
    public static async Task<IReadOnlyList<StorySnapshot>> LoadAsync(
        IQuerySession session,
        string desk,
        Actor actor,
        CancellationToken cancellationToken
    )
    {
        var stories = await session
            .Query<Story>()
            .Where(story => story.MatchesSql(OfDesk, IndexedKey.Of(desk)!, PolicyEffects.MaxStories + 1))
            .ToListAsync(cancellationToken);
        var ids = stories.Select(story => story.Id).ToArray();
        var texts = (await session.LoadManyAsync<StoryText>(cancellationToken, ids)).ToDictionary(text => text.Id);
        return
        [
            .. stories
                .Where(story => StoryReaders.MayRead(story, actor))
                .OrderByDescending(story => story.Priority ?? Priority.Normal)
                .ThenBy(story => story.StageSince)
                .Select(story => new StorySnapshot(story, texts[story.Id]))
                .Where(at => at.IsOfOneVersion),
        ];
    }
}
