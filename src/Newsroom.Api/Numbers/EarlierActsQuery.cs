using System.Data.Common;
using JasperFx.Events;
using Marten.Internal;
using Marten.Linq.QueryHandlers;
using Newsroom.Api.Infrastructure.Persistence;
using Newsroom.Domain.Numbers;
using Newsroom.Domain.Stories;
using Weasel.Postgresql;
using Weasel.Storage;

namespace Newsroom.Api.Numbers;

/// <summary>Reads what the table has of stories before events: their desks, and the passages that the events judge.</summary>
internal sealed class EarlierActsQuery : IQueryHandler<Dictionary<Guid, ActCounter>>
{
    // Rows about no passage name the desk last. The table is read before the first event only, so that a page gives the same rows again.
    private const string Desk = $"""
        select a.desk from {CountedActTable.Name} a
        where a.story = e.story and a.passage = '' and a.sequence < e.first order by a.sequence desc limit 1
        """;

    private const string Passage = $"""
        select min(a.at) filter (where a.kind = 'passage-marked') as marked, coalesce(bool_or(a.waited is not null), false) as verified
        from {CountedActTable.Name} a where a.story = e.story and a.passage = e.passage and a.sequence < e.first
        """;

    private readonly List<(Guid Story, string Passage, long First)> asked = [];

    /// <summary>Asks for what precedes events.</summary>
    /// <param name="events">The events, in order.</param>
    public EarlierActsQuery(IEnumerable<IEvent> events)
    {
        foreach (var story in events.GroupBy(e => e.StreamId))
        {
            var first = story.Min(e => e.Sequence);
            asked.Add((story.Key, "", first));
            var passages = story.Select(e => PassageOf(e.Data)).OfType<string>().Where(key => key.Length > 0).Distinct();
            asked.AddRange(passages.Select(key => (story.Key, key, first)));
        }
    }

    /// <inheritdoc/>
    public void ConfigureCommand(ICommandBuilder builder, IStorageSession session)
    {
        builder.Append("select e.story, e.passage, d.desk, p.marked, p.verified from unnest(");
        builder.AppendParameter(asked.Select(a => a.Story).ToArray());
        builder.Append("::uuid[], ");
        builder.AppendParameter(asked.Select(a => a.Passage).ToArray());
        builder.Append("::text[], ");
        builder.AppendParameter(asked.Select(a => a.First).ToArray());
        builder.Append(
            $"""
            ::bigint[]) with ordinality as e(story, passage, first, n)
            left join lateral ({Desk}) d on e.passage = ''
            left join lateral ({Passage}) p on e.passage <> ''
            order by e.n
            """
        );
    }

    /// <inheritdoc/>
    public async Task<Dictionary<Guid, ActCounter>> HandleAsync(DbDataReader reader, IStorageSession session, CancellationToken token)
    {
        var counters = new Dictionary<Guid, ActCounter>();
        while (await reader.ReadAsync(token))
        {
            var (story, passage) = (reader.GetGuid(0), reader.GetString(1));
            if (passage.Length == 0)
            {
                counters[story] = CountedActRow.Counter(await reader.IsDBNullAsync(2, token) ? null : reader.GetString(2));
                continue;
            }

            var isMarked = !await reader.IsDBNullAsync(3, token);
            DateTimeOffset? marked = isMarked ? await reader.GetFieldValueAsync<DateTimeOffset>(3, token) : null;
            counters[story].Know(passage, marked, reader.GetBoolean(4));
        }

        return counters;
    }

    /// <inheritdoc/>
    public Task<int> StreamJson(Stream stream, DbDataReader reader, CancellationToken token) => throw new NotSupportedException();

    // A passage that is marked again was marked before: its first time counts.
    private static string? PassageOf(object happened) =>
        happened switch
        {
            StoryEvent.FactChecked e => IndexedKey.Of(e.Passage),
            StoryEvent.QuoteAttributed e => IndexedKey.Of(e.Quote),
            StoryEvent.ClaimFlagged e => IndexedKey.Of(e.Claim),
            _ => null,
        };
}
