using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Newsroom.Api.Infrastructure.Persistence;
using Newsroom.Evidence.Records;
using Newsroom.Ledger;
using Npgsql;

namespace Newsroom.Api.Ledger;

/// <summary>An event with its index in the log.</summary>
/// <param name="Index">The index of its leaf.</param>
/// <param name="Event">The disclosed event.</param>
public sealed record LoggedEvent(long Index, Disclosure Event);

/// <summary>Reads events together with their leaves, salts and commitments.</summary>
public static class LedgerEventReader
{
    /// <summary>The types whose erasable parts are never disclosed.</summary>
    private static readonly ImmutableHashSet<string> Withheld = ["identity_sealed"];

    /// <summary>Reads the events of streams that are in the log, in its order.</summary>
    public static IAsyncEnumerable<LoggedEvent> ReadStreamsAsync(
        NpgsqlConnection connection,
        IReadOnlyCollection<Guid> streams,
        long size,
        CancellationToken cancellationToken
    ) => ReadAsync(connection, "e.stream_id = any($1) and l.index < $2", [streams.ToArray(), size], cancellationToken);

    /// <summary>Reads one event; nothing where the log does not have it.</summary>
    public static IAsyncEnumerable<LoggedEvent> FindAsync(NpgsqlConnection connection, Guid id, CancellationToken cancellationToken) =>
        ReadAsync(connection, "l.event = $1", [id], cancellationToken);

    private static async IAsyncEnumerable<LoggedEvent> ReadAsync(
        NpgsqlConnection connection,
        string which,
        object[] parameters,
        [EnumeratorCancellation] CancellationToken cancellationToken
    )
    {
        var sql = $"""
            select {StoredEvents.Columns}, l.index, l.salt, p.paths, p.digests, p.salts
            from {LedgerTables.Leaves} l join {MartenNames.Events} e on e.seq_id = l.sequence
            left join lateral (
                select array_agg(p.path order by p.path) paths, array_agg(p.digest order by p.path) digests, array_agg(coalesce(s.salt, ''::bytea) order by p.path) salts
                from {LedgerTables.Parts} p left join {LedgerTables.Salts} s using (sequence, path) where p.sequence = l.sequence) p on true
            where {which} order by l.index
            """;
        await using var command = new NpgsqlCommand(sql, connection);
        foreach (var parameter in parameters)
        {
            command.Parameters.Add(new() { Value = parameter });
        }

        await using var rows = await command.ExecuteReaderAsync(cancellationToken);
        while (await rows.ReadAsync(cancellationToken))
        {
            var record = StoredEvents.Read(rows);
            var parts = PartsOf(rows, StoredEvents.Count + 2);
            var shown = Withheld.Contains(record.Type)
                ? []
                : parts
                    .Where(p => p.Salt is not null)
                    .Select(p => new DisclosedPart(p.Path, [.. p.Salt!], ErasableParts.At(record.Data, p.Path)?.DeepClone()));
            yield return new LoggedEvent(
                rows.GetInt64(StoredEvents.Count),
                new Disclosure(record.With(parts), [.. rows.GetFieldValue<byte[]>(StoredEvents.Count + 1)], [.. shown])
            );
        }
    }

    // Bytes of another length are no digest, and read as zeros.
    private static MerkleHash DigestOf(byte[] bytes) => bytes.Length == MerkleHash.Length ? new MerkleHash(bytes) : default;

    /// <summary>Reads the committed parts from three columns of arrays: paths, digests, salts. An empty salt means none.</summary>
    internal static ImmutableArray<CommittedPart> PartsOf(NpgsqlDataReader row, int from)
    {
        if (row.IsDBNull(from))
        {
            return [];
        }

        var (paths, digests, salts) = (
            row.GetFieldValue<string[]>(from),
            row.GetFieldValue<byte[][]>(from + 1),
            row.GetFieldValue<byte[][]>(from + 2)
        );
        return [.. paths.Select((path, at) => new CommittedPart(path, DigestOf(digests[at]), salts[at].Length == 0 ? null : salts[at]))];
    }
}
