using Newsroom.Api.Access;
using Newsroom.Api.Audit;
using Newsroom.Api.Infrastructure.Persistence;
using Newsroom.Api.Worklists;
using Newsroom.Domain.Stories;
using Npgsql;

namespace Newsroom.Api.LiveFeed;

/// <summary>Reads events of the feed from the database.</summary>
internal sealed class FeedEventReader(NpgsqlDataSource database)
{
    /// <summary>The most events that are read at once, of all streams.</summary>
    public const int PageSize = 500;

    // The daemon stops before a gap that a running transaction may fill. An event is in the feed when the audit trail and the lists
    // have it.
    private const string End = $"""
        select case when count(*) = 2 then min(last_seq_id) else 0 end from {MartenNames.Progression}
        where name in ('{AuditProjection.Name}{MartenNames.AllShards}', '{WorklistProjection.Name}{MartenNames.AllShards}')
        """;

    private static readonly string Page = $"""
        select a.sequence, e.id, a.type, a.at, a.by, a.role, a.story, a.desk, e.version, {ReadableStories.Confidential("a.story")}
        from {AuditTable.Name} a join {MartenNames.Events} e on e.seq_id = a.sequence
        where a.sequence > $1 and a.sequence <= $2 order by a.sequence limit {PageSize}
        """;

    private static readonly string Hidden = $"select h.id from ({ReadableStories.NotReadableBy("$1")}) h where h.id = any($2)";

    private static readonly string Marked = $"""
        select coalesce((select last_seq_id from {MartenNames.Progression} where name = '{MartenNames.HighWaterMark}'), 0),
            array(select stream_id from {MartenNames.Events}
                where seq_id > $1 and type = '{StoryEvents.NameOf(typeof(StoryEvent.StoryMarkedConfidential))}')
        """;

    private const string Latest = $"select coalesce(max(seq_id), 0) from {MartenNames.Events}";

    /// <summary>Returns the position that the feed has reached.</summary>
    public Task<long> EndAsync(CancellationToken cancellationToken) => ScalarAsync(End, cancellationToken);

    /// <summary>Returns the sequence of the latest event of the record; the feed may not have reached it.</summary>
    public Task<long> LatestAsync(CancellationToken cancellationToken) => ScalarAsync(Latest, cancellationToken);

    /// <summary>Reads the events after one position and up to another, at most <see cref="PageSize"/> of all streams.</summary>
    public async Task<FeedPage> PageAsync(long after, long to, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand(Page);
        command.Parameters.Add(new() { Value = after });
        command.Parameters.Add(new() { Value = to });
        await using var rows = await command.ExecuteReaderAsync(cancellationToken);
        var (events, confidential, count, end) = (new List<FeedEvent>(), new HashSet<Guid>(), 0, after);
        while (await rows.ReadAsync(cancellationToken))
        {
            (count, end) = (count + 1, rows.GetInt64(0));
            if (!StoryEvents.ByName.ContainsKey(rows.GetString(2)))
            {
                continue;
            }

            var happened = Read(rows);
            events.Add(happened);
            if (rows.GetBoolean(9))
            {
                confidential.Add(happened.Story);
            }
        }

        return new FeedPage(events, confidential, count < PageSize ? to : end);
    }

    /// <summary>Returns the stories that became confidential after a position, and a position up to which there are no others.</summary>
    public async Task<(IReadOnlyList<Guid> Stories, long Position)> MarkedAsync(long after, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand(Marked);
        command.Parameters.Add(new() { Value = after });
        await using var rows = await command.ExecuteReaderAsync(cancellationToken);
        await rows.ReadAsync(cancellationToken);
        return (rows.GetFieldValue<Guid[]>(1), rows.GetInt64(0));
    }

    /// <summary>Returns those of some stories that a person may not read.</summary>
    public async Task<IReadOnlySet<Guid>> HiddenAsync(string person, IEnumerable<Guid> stories, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand(Hidden);
        command.Parameters.Add(new() { Value = person });
        command.Parameters.Add(new() { Value = stories.ToArray() });
        await using var rows = await command.ExecuteReaderAsync(cancellationToken);
        var hidden = new HashSet<Guid>();
        while (await rows.ReadAsync(cancellationToken))
        {
            hidden.Add(rows.GetGuid(0));
        }

        return hidden;
    }

    private static FeedEvent Read(NpgsqlDataReader rows) =>
        new(
            rows.GetInt64(0),
            rows.GetGuid(1),
            rows.GetString(2),
            rows.GetFieldValue<DateTimeOffset>(3),
            rows.GetString(4),
            rows.IsDBNull(5) ? null : rows.GetString(5),
            rows.GetGuid(6),
            rows.IsDBNull(7) ? null : rows.GetString(7),
            rows.GetInt64(8)
        );

    private async Task<long> ScalarAsync(string sql, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand(sql);
        return (long)(await command.ExecuteScalarAsync(cancellationToken))!;
    }
}
