using System.Data.Common;
using JasperFx.Events;
using Marten;
using Marten.Internal;
using Marten.Linq.QueryHandlers;
using Newsroom.Api.Infrastructure.Persistence;
using Newsroom.Domain.Stories;
using Weasel.Postgresql;
using Weasel.Storage;

namespace Newsroom.Api.Stories.Snapshots;

/// <summary>A story at a point in time, as it was read.</summary>
/// <param name="Snapshot">The story then.</param>
/// <param name="Checks">
/// The latest events of checks since the last stored snapshot, in order. A response with evidence need not read them again.
/// </param>
internal sealed record PastStory(Snapshot Snapshot, IReadOnlyCollection<IEvent> Checks);

/// <summary>The latest events of checks of a story whose events are read, as many as a response may need and of bounded size.</summary>
internal sealed class LatestChecks
{
    // A snapshot is stored at least as often; more are read only where snapshots are missing.
    private const int MaxSize = 8 * 1024 * 1024;

    private readonly Queue<IEvent> events = new();
    private long size;

    /// <summary>Gets the events, in order.</summary>
    public IReadOnlyCollection<IEvent> Events => events;

    /// <summary>Adds an event if it is of a check.</summary>
    public void Add(IEvent recorded)
    {
        if (recorded.Data is not StoryEvent.FactChecked check)
        {
            return;
        }

        events.Enqueue(recorded);
        size += SnapshotRule.SizeOf(check);
        while (events.Count > Snapshot.Interval || size > MaxSize)
        {
            size -= SnapshotRule.SizeOf((StoryEvent.FactChecked)events.Dequeue().Data);
        }
    }
}

/// <summary>
/// Reads a story at a version in one statement: the last snapshot at or before it, and the events since, streamed. Null where the story
/// never had the version.
/// </summary>
/// <param name="story">The story.</param>
/// <param name="version">The version.</param>
/// <param name="cancellationToken">Cancels the request.</param>
internal sealed class VersionQuery(Guid story, long version, CancellationToken cancellationToken) : IQueryHandler<PastStory?>
{
    /// <inheritdoc/>
    public void ConfigureCommand(ICommandBuilder builder, IStorageSession session)
    {
        // The columns of the event come first. Only the first row has the snapshot.
        var fields = ((IMartenSession)session).EventStorage().SelectFields();
        var names = fields.Select(field => $"e.{field[(field.IndexOf('.', StringComparison.Ordinal) + 1)..]}");
        builder.Append($"select {string.Join(", ", names)}, e.version, ");
        builder.Append("case when e.version is null or e.version = coalesce(k.version, 0) + 1 then k.data end ");
        builder.Append("from (select) one left join lateral (");
        builder.Append($"select {Snapshot.OfInSql} as version, data from {Snapshot.Table} where {Snapshot.StoryInSql} = ");
        builder.AppendParameter(story);
        builder.Append($" and {Snapshot.OfInSql} <= ");
        builder.AppendParameter(version);
        builder.Append($" order by {Snapshot.OfInSql} desc limit 1) k on true ");
        builder.Append($"left join lateral (select * from {MartenNames.Events} where stream_id = ");
        builder.AppendParameter(story);
        builder.Append(" and version > coalesce(k.version, 0) and version <= ");
        builder.AppendParameter(version);
        builder.Append(") e on true order by e.version");
    }

    /// <inheritdoc/>
    public async Task<PastStory?> HandleAsync(DbDataReader reader, IStorageSession session, CancellationToken token)
    {
        var marten = (IMartenSession)session;
        var storage = marten.EventStorage();
        var last = storage.SelectFields().Length;
        var (snapshot, checks) = ((Snapshot?)null, new LatestChecks());
        while (await reader.ReadAsync(token))
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (!await reader.IsDBNullAsync(last + 1, token))
            {
                snapshot = await marten.Serializer.FromJsonAsync<Snapshot>(reader, last + 1, token);
            }

            if (
                !await reader.IsDBNullAsync(last, token)
                && await ((ISelector<IEvent>)storage).ResolveAsync(reader, token) is { Data: StoryEvent } recorded
            )
            {
                snapshot = Snapshot.After(snapshot, recorded);
                checks.Add(recorded);
            }
        }

        return snapshot?.Of == version ? new PastStory(snapshot, checks.Events) : null;
    }

    /// <inheritdoc/>
    public Task<int> StreamJson(Stream stream, DbDataReader reader, CancellationToken token) => throw new NotSupportedException();
}
