using System.Text.Json;
using System.Text.Json.Nodes;
using JasperFx.Events;
using Marten;
using Marten.Events;
using Newsroom.Api.Composition;
using Newsroom.Api.Infrastructure.Persistence;
using Npgsql;

namespace Newsroom.Api.Operations;

/// <summary>
/// Reads many events straight from their table, with what the folds of views look at beside their data. The store's own reading makes dictionaries of the headers and asks for each
/// column by itself, which takes four times as long.
/// </summary>
internal sealed class BulkEventReader(IDocumentStore store)
{
    // The data come first: that is where the store's mappings read them.
    private const string Select =
        $"select e.data, e.type, e.seq_id, e.id, e.stream_id, e.version, e.timestamp, e.user_name, e.headers ->> '{Recorded.RoleHeader}' from newsroom.mt_events e";

    private readonly Dictionary<string, EventMapping> mappings = Storage
        .Events.Append(new(Tombstone.Name, typeof(Tombstone)))
        .ToDictionary(e => e.Key, e => ((EventGraph)store.Options.Events).EventMappingFor(e.Value));

    /// <summary>The events of some streams, in the order of the record.</summary>
    public Task<EventPage> Of(Guid[] streams, NpgsqlConnection connection, CancellationToken cancellationToken) =>
        Read(connection, $"{Select} where e.stream_id = any($1) order by e.seq_id", [streams], cancellationToken);

    /// <summary>The next events of the record, after one place and up to another.</summary>
    public Task<EventPage> Between(long after, long to, int most, NpgsqlConnection connection, CancellationToken cancellationToken) =>
        Read(
            connection,
            $"{Select} where e.seq_id > $1 and e.seq_id <= $2 order by e.seq_id limit $3",
            [after, to, most],
            cancellationToken
        );

    private async Task<EventPage> Read(NpgsqlConnection connection, string sql, object[] parameters, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        foreach (var parameter in parameters)
        {
            command.Parameters.Add(new() { Value = parameter });
        }

        await using var row = await command.ExecuteReaderAsync(cancellationToken);
        var (page, serializer) = (new EventPage([], []), store.Options.Serializer());
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
                recorded.SetHeader(Recorded.RoleHeader, row.GetString(8));
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
