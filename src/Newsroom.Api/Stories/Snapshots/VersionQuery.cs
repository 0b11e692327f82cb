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
/// The events of checks since the last stored snapshot, in order. A response with evidence need not read them again.
/// </param>
internal sealed record PastStory(Snapshot Snapshot, IReadOnlyList<IEvent> Checks);

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
        var (snapshot, checks) = ((Snapshot?)null, new List<IEvent>());
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
                if (recorded.Data is StoryEvent.FactChecked)
                {
                    checks.Add(recorded);
                }
            }
        }

        return snapshot?.Of == version ? new PastStory(snapshot, checks) : null;
    }

    /// <inheritdoc/>
    public Task<int> StreamJson(Stream stream, DbDataReader reader, CancellationToken token) => throw new NotSupportedException();
}
