using System.Data.Common;
using JasperFx.Events;
using Marten.Internal;
using Marten.Linq.QueryHandlers;
using Newsroom.Api.Infrastructure.Persistence;
using Newsroom.Domain.Stories;
using Weasel.Postgresql;
using Weasel.Storage;

namespace Newsroom.Api.Stories.Snapshots;

/// <summary>A page of a story's events of bounded size.</summary>
/// <param name="Events">The events, in order.</param>
/// <param name="IsCut">Whether events beyond <see cref="EventPageQuery.MaxSize"/> were left out.</param>
internal sealed record EventPage(IReadOnlyList<IEvent> Events, bool IsCut);

/// <summary>
/// Reads a story's events after a version, in order, up to a version or to <see cref="MaxSize"/>, whichever comes first. Reads at
/// least two, where there are two.
/// </summary>
/// <param name="story">The story.</param>
/// <param name="after">The version.</param>
/// <param name="to">The last version to read.</param>
/// <param name="cancellationToken">Cancels the request.</param>
internal sealed class EventPageQuery(Guid story, long after, long to, CancellationToken cancellationToken) : IQueryHandler<EventPage>
{
    /// <summary>The maximum size of the events that a request reads. Two revisions fit unless both have the maximum size.</summary>
    public const long MaxSize = 20 * 1024 * 1024;

    // Large events of at least SnapshotRule.Enough lie between two snapshots that are not stored for their version number. Where there are
    // so many snapshots, MaxSize is reached: PostgreSQL need not send what comes after.
    private const int MaxSnapshots = 2 + (int)(MaxSize / SnapshotRule.Enough);

    /// <inheritdoc/>
    public void ConfigureCommand(ICommandBuilder builder, IStorageSession session)
    {
        var fields = ((IMartenSession)session).EventStorage().SelectFields();
        builder.Append($"select {string.Join(", ", fields)}, k.last from (select (");
        builder.Append($"select {Snapshot.OfInSql} from {Snapshot.Table} where {Snapshot.StoryInSql} = ");
        builder.AppendParameter(story);
        builder.Append($" and {Snapshot.OfInSql} > ");
        builder.AppendParameter(after);
        builder.Append($" and {Snapshot.OfInSql} % {Snapshot.Interval} <> 0");
        builder.Append($" order by {Snapshot.OfInSql} offset {MaxSnapshots - 1} limit 1");
        builder.Append($") as last) k join {MartenNames.Events} d on d.stream_id = ");
        builder.AppendParameter(story);
        builder.Append(" and d.version > ");
        builder.AppendParameter(after);
        builder.Append(" and d.version <= least(k.last, ");
        builder.AppendParameter(to);
        builder.Append(") order by d.version");
    }

    /// <inheritdoc/>
    public async Task<EventPage> HandleAsync(DbDataReader reader, IStorageSession session, CancellationToken token)
    {
        var storage = ((IMartenSession)session).EventStorage();
        var (last, events, size) = (storage.SelectFields().Length, new List<IEvent>(), 0L);
        while (await reader.ReadAsync(token))
        {
            cancellationToken.ThrowIfCancellationRequested();
            var recorded = EmptyEventException.ThrowIfEmpty(await ((ISelector<IEvent>)storage).ResolveAsync(reader, token));
            if (recorded.Data is not StoryEvent happened)
            {
                continue;
            }

            events.Add(recorded);
            size += SnapshotRule.SizeOf(happened);
            if ((size > MaxSize && events.Count > 1) || (!reader.IsDBNull(last) && reader.GetInt64(last) == recorded.Version))
            {
                return new EventPage(events, IsCut: true);
            }
        }

        return new EventPage(events, IsCut: false);
    }

    /// <inheritdoc/>
    public Task<int> StreamJson(Stream stream, DbDataReader reader, CancellationToken token) => throw new NotSupportedException();
}
