using JasperFx.Events.Daemon;
using Newsroom.Api.Infrastructure.Metrics;
using Newsroom.Api.Infrastructure.Persistence;
using Npgsql;

namespace Newsroom.Api.Infrastructure.Projections;

/// <summary>An event that a projection could not apply.</summary>
/// <param name="Projection">The projection.</param>
/// <param name="Sequence">The event's sequence.</param>
/// <param name="Event">The event's id.</param>
/// <param name="Stream">Its stream: the story's id, where it is a story's.</param>
/// <param name="Type">The event's storage name.</param>
/// <param name="ParkedAt">When the projection gave up on it.</param>
/// <param name="Error">Why it could not be applied.</param>
public sealed record ParkedEvent(
    string Projection,
    long Sequence,
    Guid? Event,
    Guid? Stream,
    string? Type,
    DateTimeOffset ParkedAt,
    string Error
);

/// <summary>Stores and lists the events that projections could not apply, as Marten's dead letters.</summary>
public sealed class ParkedEvents(NpgsqlDataSource database)
{
    /// <summary>The maximum number of events in the list.</summary>
    public const int MaxListed = 1000;

    /// <summary>The number of parked events, for operators.</summary>
    public static MeasuredValue Number { get; } =
        new(
            "newsroom.events.parked",
            "{event}",
            "Events that a projection could not apply, each for each projection.",
            $"select count(*) from {MartenNames.DeadLetters}"
        );

    /// <summary>Lists parked events in the order of the record, at most <see cref="MaxListed"/>.</summary>
    public async Task<IReadOnlyList<ParkedEvent>> ListAsync(CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand(
            $"""
            select d.data ->> 'projectionName', (d.data ->> 'eventSequence')::bigint, e.id, e.stream_id, e.type,
                (d.data ->> 'timestamp')::timestamptz, d.data ->> 'exceptionMessage'
            from {MartenNames.DeadLetters} d left join {MartenNames.Events} e on e.seq_id = (d.data ->> 'eventSequence')::bigint
            order by 2, 1 limit {MaxListed}
            """
        );
        await using var rows = await command.ExecuteReaderAsync(cancellationToken);
        var parked = new List<ParkedEvent>();
        while (await rows.ReadAsync(cancellationToken))
        {
            parked.Add(
                new ParkedEvent(
                    rows.GetString(0),
                    rows.GetInt64(1),
                    rows.IsDBNull(2) ? null : rows.GetGuid(2),
                    rows.IsDBNull(3) ? null : rows.GetGuid(3),
                    rows.IsDBNull(4) ? null : rows.GetString(4),
                    rows.GetFieldValue<DateTimeOffset>(5),
                    rows.GetString(6)
                )
            );
        }

        return parked;
    }

    /// <summary>Counts parked events by projection.</summary>
    public async Task<IReadOnlyDictionary<string, long>> CountAsync(CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand(
            $"select data ->> 'projectionName', count(*) from {MartenNames.DeadLetters} group by 1"
        );
        await using var rows = await command.ExecuteReaderAsync(cancellationToken);
        var counts = new Dictionary<string, long>();
        while (await rows.ReadAsync(cancellationToken))
        {
            counts.Add(rows.GetString(0), rows.GetInt64(1));
        }

        return counts;
    }

    /// <summary>Removes the parked events of projections whose rows were repaired.</summary>
    /// <param name="projections">The projections.</param>
    /// <param name="before">Only those parked before.</param>
    /// <param name="exceptStreams">Streams with a row that is still wrong.</param>
    /// <param name="exceptSequences">Events whose row is still wrong.</param>
    /// <param name="cancellationToken">Cancels the removal.</param>
    public async Task RemoveAsync(
        string[] projections,
        DateTimeOffset before,
        Guid[] exceptStreams,
        long[] exceptSequences,
        CancellationToken cancellationToken
    )
    {
        await using var command = database.CreateCommand(
            $"""
            delete from {MartenNames.DeadLetters} d where d.data ->> 'projectionName' = any($1) and (d.data ->> 'timestamp')::timestamptz < $2
                and (d.data ->> 'eventSequence')::bigint <> all($4)
                and not exists (
                    select from {MartenNames.Events} e where e.seq_id = (d.data ->> 'eventSequence')::bigint and e.stream_id = any($3))
            """
        );
        command.Parameters.Add(new() { Value = projections });
        command.Parameters.Add(new() { Value = before.ToUniversalTime() });
        command.Parameters.Add(new() { Value = exceptStreams });
        command.Parameters.Add(new() { Value = exceptSequences });
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    /// <summary>Builds the dead letter of an event; the same event of the same projection has one.</summary>
    internal static DeadLetterEvent DeadLetter(string projection, long sequence, DateTimeOffset at, string exception, string error) =>
        new()
        {
            Id = StreamIds.Of("dead-letter", $"{projection}:{sequence}"),
            ProjectionName = projection,
            ShardName = "All",
            Timestamp = at,
            ExceptionMessage = error,
            ExceptionType = exception,
            EventSequence = sequence,
        };
}
