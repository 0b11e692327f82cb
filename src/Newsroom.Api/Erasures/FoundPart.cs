using Newsroom.Api.Infrastructure.Persistence;
using Newsroom.Api.Ledger;
using Newsroom.Domain.Erasures;
using Npgsql;

namespace Newsroom.Api.Erasures;

/// <summary>A part of an event that an erasure covers and that is not erased yet.</summary>
/// <param name="Part">The event and the path in it.</param>
/// <param name="Sequence">The event's sequence.</param>
/// <param name="Stream">Its stream.</param>
/// <param name="Type">The stored name of the event type.</param>
internal sealed record FoundPart(ErasedPart Part, long Sequence, Guid Stream, string Type)
{
    /// <summary>Finds the parts to erase; null where the ledger does not have all of their events yet.</summary>
    public static async Task<List<FoundPart>?> FindAsync(NpgsqlConnection connection, Erasure erasure, CancellationToken cancellationToken)
    {
        var (which, type, path, value) = SelectionOf(erasure);
        var sql = $"""
            select e.id, e.seq_id, e.stream_id, e.type, s.path, l.index
            from {MartenNames.Events} e
            left join {LedgerTables.Leaves} l on l.sequence = e.seq_id
            left join {LedgerTables.Salts} s on s.sequence = e.seq_id and s.path like $3
            where {which} and e.type = $2
            order by e.seq_id, s.path
            """;
        await using var command = new NpgsqlCommand(sql, connection)
        {
            Parameters =
            {
                new() { Value = value },
                new() { Value = type },
                new() { Value = path },
            },
        };
        await using var rows = await command.ExecuteReaderAsync(cancellationToken);
        var found = new List<FoundPart>();
        while (await rows.ReadAsync(cancellationToken))
        {
            if (rows.IsDBNull(5))
            {
                return null;
            }

            if (!rows.IsDBNull(4))
            {
                found.Add(
                    new FoundPart(new ErasedPart(rows.GetGuid(0), rows.GetString(4)), rows.GetInt64(1), rows.GetGuid(2), rows.GetString(3))
                );
            }
        }

        return found;
    }

    private static (string Which, string Type, string Path, Guid Value) SelectionOf(Erasure erasure) =>
        erasure.Kind switch
        {
            ErasureKind.Identity => ("e.stream_id = $1", "identity_sealed", "/sealed", StreamIds.Of("speaker", erasure.Subject)),
            ErasureKind.Person => ("e.stream_id = $1", "person_described", "/name", StreamIds.Of("person", erasure.Subject)),
            _ when ErasureSubject.TryParseEvidence(erasure.Subject, out var id, out var piece) => (
                $"e.seq_id = (select sequence from {LedgerTables.Leaves} where event = $1)",
                "fact_checked",
                piece is { } number ? $"/evidence/{number}" : "/evidence/%",
                id
            ),
            _ => throw new InvalidOperationException($"The erasure {erasure.Id} names no evidence."),
        };
}
