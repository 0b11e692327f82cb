using System.Collections.Immutable;
using Marten;
using Newsroom.Api.Infrastructure.Http;
using Newsroom.Api.Stories.Queries;
using Newsroom.Domain.Stories;

namespace Newsroom.Api.Worklists;

/// <summary>Creates pages of the queue, with the earlier checks of each passage.</summary>
internal static class QueuePage
{
    private const int MaxChecks = 500;

    /// <summary>Creates the response of a page, where one more line than asked for was read.</summary>
    public static async Task<IResult> AnswerAsync(
        HttpContext http,
        IQuerySession session,
        IReadOnlyList<QueuedPassage> read,
        int lines,
        Func<QueuedPassage, object> cursor,
        CancellationToken cancellationToken
    )
    {
        var page = await WithChecksAsync(session, [.. read.Take(lines)], cancellationToken);
        return Paging.Page(http, page, read.Count > lines ? cursor(read[lines - 1]).ToString() : null);
    }

    private static async Task<List<QueueEntry>> WithChecksAsync(
        IQuerySession session,
        List<QueuedPassage> page,
        CancellationToken cancellationToken
    )
    {
        var passages = page.Where(q => q.Checked != false).Select(q => (q.Story, (string?)q.Passage)).Distinct().ToList();
        if (passages.Count == 0)
        {
            return page.ConvertAll(queued => new QueueEntry(queued, []));
        }

        var batch = session.CreateBatchQuery();
        var loading = batch.AddItem(CheckEventsQuery.OfPassages(passages, MaxChecks));
        await batch.Execute(cancellationToken);
        var read = await loading;
        var checks = read.Checks.ToLookup(c => (c.Event.StreamId, ((StoryEvent.FactChecked)c.Event.Data).Passage), CheckView.Of);
        return page.ConvertAll(queued =>
        {
            ImmutableArray<CheckView> earlier = [.. checks[(queued.Story, queued.Passage)]];
            return new QueueEntry(queued, earlier.IsEmpty && read.IsCut && queued.Checked != false ? null : earlier);
        });
    }
}
