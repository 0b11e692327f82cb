using System.Text.Json;
using System.Text.Json.Nodes;
using JasperFx.Events;
using Marten;
using Marten.Events;
using Newsroom.Api.Infrastructure.Persistence;
using Npgsql;

namespace Newsroom.Api.Infrastructure.Projections;

/// <summary>
/// Reads many events from their table, with the metadata that folds use. Marten's own reading takes four times as long: it deserializes all
/// headers and reads column by column.
/// </summary>
internal sealed class BulkEventReader(IDocumentStore store)
{
    // Marten's mappings read the data from the first column.
    private const string Select = $"""
        select e.data, e.type, e.seq_id, e.id, e.stream_id, e.version, e.timestamp, e.user_name, e.headers ->> '{EventMetadataExtensions.RoleHeader}'
        from {MartenNames.Events} e
        """;

    private readonly Dictionary<string, EventMapping> mappings = store
        .Options.Events.AllKnownEventTypes()
        .Select(type => type.EventType)
        .Append(typeof(Tombstone))
        .Distinct()
        .Select(type => ((EventGraph)store.Options.Events).EventMappingFor(type))
        .ToDictionary(mapping => mapping.EventTypeName);

    /// <summary>Reads the events of some streams, in order.</summary>
    public Task<StoredEventPage> OfAsync(Guid[] streams, NpgsqlConnection connection, CancellationToken cancellationToken) =>
        ReadAsync(connection, $"{Select} where e.stream_id = any($1) order by e.seq_id", [streams], cancellationToken);

    /// <summary>Reads the next events after one sequence and up to another.</summary>
    public Task<StoredEventPage> BetweenAsync(
        long after,
        long to,
        int limit,
        NpgsqlConnection connection,
        CancellationToken cancellationToken
    ) =>
        ReadAsync(
            connection,
            $"{Select} where e.seq_id > $1 and e.seq_id <= $2 order by e.seq_id limit $3",
            [after, to, limit],
            cancellationToken
        );

    private async Task<StoredEventPage> ReadAsync(
        NpgsqlConnection connection,
        string sql,
        object[] parameters,
        CancellationToken cancellationToken
    )
    {
        await using var command = new NpgsqlCommand(sql, connection);
        foreach (var parameter in parameters)
        {
            command.Parameters.Add(new() { Value = parameter });
        }

        await using var row = await command.ExecuteReaderAsync(cancellationToken);
        var (page, serializer) = (new StoredEventPage([], []), store.Options.Serializer());
        while (await row.ReadAsync(cancellationToken))
        {
            var (recorded, error) = Deserialize(serializer, row);
            if (recorded is null)
            {
                page.Unreadable.Add(new(row.GetInt64(2), row.GetGuid(3), row.GetGuid(4), row.GetString(1), error) { Desk = DeskOf(row) });
                continue;
            }

            recorded.Sequence = row.GetInt64(2);
            recorded.Id = row.GetGuid(3);
            recorded.StreamId = row.GetGuid(4);
            recorded.Version = row.GetInt64(5);
            recorded.Timestamp = row.GetFieldValue<DateTimeOffset>(6);
            recorded.UserName = row.IsDBNull(7) ? null : row.GetString(7);
            if (!row.IsDBNull(8))
            {
                recorded.SetHeader(EventMetadataExtensions.RoleHeader, row.GetString(8));
            }

            page.Events.Add(recorded);
        }

        return page;
    }

    private (IEvent? Recorded, string Error) Deserialize(ISerializer serializer, NpgsqlDataReader row)
    {
        if (!mappings.TryGetValue(row.GetString(1), out var mapping))
        {
            return (null, UnreadableEvent.UnknownType);
        }

        try
        {
            var recorded = mapping.ReadEventData(serializer, row);
            return recorded is { Data: not null } ? (recorded, "") : (null, "It has no data.");
        }
        catch (Exception failure) when (ProjectionFailure.IsCausedByEvent(failure))
        {
            return (null, ProjectionFailure.Summary(failure));
        }
    }

    private static string? DeskOf(NpgsqlDataReader row)
    {
        try
        {
            return (JsonNode.Parse(row.GetString(0)) as JsonObject)?["desk"] is JsonValue value && value.TryGetValue<string>(out var desk)
                ? desk
                : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
