using Newsroom.Api.EvidenceFiles;
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
    private const string FileAdded = "evidence_file_added";
    private const string FactCheckPublished = "fact_check_published";

    /// <summary>
    /// Finds the parts to erase; null where the ledger does not have all of their events yet. With a piece of evidence, its stored copy is
    /// erased too, and its public part in fact checks.
    /// </summary>
    public static async Task<List<FoundPart>?> FindAsync(NpgsqlConnection connection, Erasure erasure, CancellationToken cancellationToken)
    {
        var found = await FindAsync(connection, SelectionOf(erasure), cancellationToken);
        if (found is null || erasure.Kind != ErasureKind.Evidence)
        {
            return found;
        }

        if (await CitedAsync(connection, found, cancellationToken) is not { } cited)
        {
            return null;
        }

        foreach (var digest in await CopiesAsync(connection, found, cancellationToken))
        {
            if (await FindAsync(connection, SelectionOf(digest), cancellationToken) is not { } copies)
            {
                return null;
            }

            found.AddRange(copies);
        }

        return [.. found, .. cited];
    }

    /// <summary>
    /// Locks the story of evidence for the transaction, so that no command makes a piece public between the search and the erasure.
    /// </summary>
    public static async Task LockAsync(NpgsqlConnection connection, Erasure erasure, CancellationToken cancellationToken)
    {
        if (erasure.Kind != ErasureKind.Evidence)
        {
            return;
        }

        var (which, _, _, value) = SelectionOf(erasure);
        var sql = $"""
            select from {MartenNames.Streams} where id in (select e.stream_id from {MartenNames.Events} e where {which})
            for no key update
            """;
        await using var command = new NpgsqlCommand(sql, connection) { Parameters = { new() { Value = value } } };
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    /// <summary>Finds the public part of the pieces in public fact checks of the same stories.</summary>
    private static async Task<List<FoundPart>?> CitedAsync(
        NpgsqlConnection connection,
        List<FoundPart> pieces,
        CancellationToken cancellationToken
    )
    {
        const string sql = $"""
            select f.id, f.seq_id, f.stream_id, f.type, s.path, l.index
            from unnest($1::bigint[], $2::text[]) p(sequence, path)
            join {MartenNames.Events} c on c.seq_id = p.sequence
            join {MartenNames.Events} f on f.stream_id = c.stream_id and f.version > c.version and f.type = '{FactCheckPublished}'
            cross join lateral jsonb_array_elements(f.data -> 'evidence') with ordinality e(piece, number)
            left join {LedgerTables.Leaves} l on l.sequence = f.seq_id
            left join {LedgerTables.Salts} s on s.sequence = f.seq_id and s.path = '/evidence/' || (e.number - 1)::text
            where (e.piece -> 'source' ->> 'check')::bigint = c.version
            and '/evidence/' || (e.piece -> 'source' ->> 'piece') = p.path
            order by f.seq_id, s.path
            """;
        await using var command = new NpgsqlCommand(sql, connection)
        {
            Parameters =
            {
                new() { Value = pieces.Select(piece => piece.Sequence).ToArray() },
                new() { Value = pieces.Select(piece => piece.Part.Path).ToArray() },
            },
        };
        return await ReadAsync(command, cancellationToken);
    }

    private static async Task<List<string>> CopiesAsync(
        NpgsqlConnection connection,
        List<FoundPart> pieces,
        CancellationToken cancellationToken
    )
    {
        const string sql = $"""
            select distinct e.data #>> (string_to_array(substr(p.path, 2), '/') || array['sha256'])
            from unnest($1::bigint[], $2::text[]) p(sequence, path) join {MartenNames.Events} e on e.seq_id = p.sequence
            """;
        await using var command = new NpgsqlCommand(sql, connection)
        {
            Parameters =
            {
                new() { Value = pieces.Select(piece => piece.Sequence).ToArray() },
                new() { Value = pieces.Select(piece => piece.Part.Path).ToArray() },
            },
        };
        await using var rows = await command.ExecuteReaderAsync(cancellationToken);
        var digests = new List<string>();
        while (await rows.ReadAsync(cancellationToken))
        {
            if (!rows.IsDBNull(0))
            {
                digests.Add(rows.GetString(0));
            }
        }

        return digests;
    }

    private static async Task<List<FoundPart>?> FindAsync(
        NpgsqlConnection connection,
        (string Which, string Type, string Path, Guid Value) selection,
        CancellationToken cancellationToken
    )
    {
        var (which, type, path, value) = selection;
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
        return await ReadAsync(command, cancellationToken);
    }

    private static async Task<List<FoundPart>?> ReadAsync(NpgsqlCommand command, CancellationToken cancellationToken)
    {
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

    private static (string Which, string Type, string Path, Guid Value) SelectionOf(string digest) =>
        ("e.stream_id = $1", FileAdded, "/name", StreamIds.Of(EvidenceFileProjection.StreamKind, digest));

    private static (string Which, string Type, string Path, Guid Value) SelectionOf(Erasure erasure) =>
        erasure.Kind switch
        {
            ErasureKind.Identity => ("e.stream_id = $1", "identity_sealed", "/sealed", StreamIds.Of("speaker", erasure.Subject)),
            ErasureKind.File => SelectionOf(erasure.Subject),
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
