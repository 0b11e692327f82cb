using System.Collections.Immutable;
using Newsroom.Api.Ledger;
using Newsroom.Ledger;
using Npgsql;

namespace Newsroom.Api.Operations.Store;

/// <summary>A stored leaf, with the committed parts of its event.</summary>
internal sealed record StoredLeaf(long Index, long Sequence, Guid Event, MerkleHash Entry, byte[] Salt, ImmutableArray<CommittedPart> Parts)
{
    private const string Sql = $"""
        select l.index, l.sequence, l.event, l.entry, l.salt, p.paths, p.digests, p.salts
        from {LedgerTables.Leaves} l
        left join (
            select p.sequence, array_agg(p.path order by p.path) paths, array_agg(p.digest order by p.path) digests, array_agg(coalesce(s.salt, ''::bytea) order by p.path) salts
            from {LedgerTables.Parts} p left join {LedgerTables.Salts} s using (sequence, path) where p.sequence > $1 and p.sequence <= $2 group by p.sequence) p using (sequence)
        where l.sequence > $1 and l.sequence <= $2 order by l.sequence
        """;

    /// <summary>Reads the leaves of the events after one sequence, up to another.</summary>
    public static async Task<List<StoredLeaf>> BetweenAsync(
        NpgsqlConnection connection,
        long after,
        long to,
        CancellationToken cancellationToken
    )
    {
        await using var command = new NpgsqlCommand(Sql, connection)
        {
            Parameters =
            {
                new() { Value = after },
                new() { Value = to },
            },
        };
        await using var rows = await command.ExecuteReaderAsync(cancellationToken);
        var leaves = new List<StoredLeaf>();
        while (await rows.ReadAsync(cancellationToken))
        {
            leaves.Add(
                new StoredLeaf(
                    rows.GetInt64(0),
                    rows.GetInt64(1),
                    rows.GetGuid(2),
                    Hash(rows, 3),
                    rows.GetFieldValue<byte[]>(4),
                    LedgerEventReader.PartsOf(rows, 5)
                )
            );
        }

        return leaves;
    }

    // Bytes of another length are no hash; no entry equals the empty tree's.
    private static MerkleHash Hash(NpgsqlDataReader row, int column) =>
        row.GetFieldValue<byte[]>(column) is { Length: MerkleHash.Length } bytes ? new MerkleHash(bytes) : MerkleTree.Empty;
}
