using Marten;
using Marten.Services.BatchQuerying;
using Newsroom.Api.Access;
using Newsroom.Domain.Stories;
using Newsroom.Domain.Stories.Decisions;
using Newsroom.Domain.Text;

namespace Newsroom.Api.Stories.Queries;

/// <summary>Queries the dismissals of phrases.</summary>
internal static class DismissedPhraseLookup
{
    // One index lookup a phrase, however many stories dismissed it.
    // The phrases of confidential stories are proposed in no other story.
    private static readonly string LatestElsewhere = $"""
        where d.id in (select f.id from unnest(?::text[]) w(key) cross join lateral
            (select p.id from {StoryTables.DismissedPhrase} p
            where p.{StoryTables.DismissedPhraseKey} = w.key and p.{StoryTables.DismissedPhraseStory} <> ?
                and not {ReadableStories.Confidential($"p.{StoryTables.DismissedPhraseStory}")}
            order by p.{StoryTables.DismissedPhraseAt} desc limit 1) f)
        """;

    /// <summary>Reads the latest dismissal of each phrase in another story, in a batch.</summary>
    public static Task<IReadOnlyList<DismissedPhrase>> DismissedElsewhereAsync(
        this IBatchedQuery batch,
        Guid story,
        IEnumerable<Fingerprint> phrases
    )
    {
        var keys = phrases.Select(p => p.Hex).ToArray();
        return keys.Length == 0
            ? Task.FromResult<IReadOnlyList<DismissedPhrase>>([])
            : batch.Query<DismissedPhrase>(LatestElsewhere, keys, story);
    }

    /// <summary>Reads the latest dismissal of each phrase in another story.</summary>
    public static async Task<IReadOnlyList<DismissedPhrase>> DismissedElsewhereAsync(
        this IQuerySession session,
        Guid story,
        IEnumerable<Fingerprint> phrases,
        CancellationToken cancellationToken
    )
    {
        var batch = session.CreateBatchQuery();
        var loading = batch.DismissedElsewhereAsync(story, phrases);
        if (!loading.IsCompleted)
        {
            await batch.Execute(cancellationToken);
        }

        return await loading;
    }
}
