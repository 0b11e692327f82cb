using Newsroom.Api.Infrastructure.Persistence;
using Newsroom.Api.Ledger;
using Npgsql;

namespace Newsroom.Api.Operations.Store;

/// <summary>The range of sequences that the ledger covers.</summary>
/// <param name="First">The sequence of the first event or leaf.</param>
/// <param name="Last">The sequence of the last leaf.</param>
/// <param name="Leaves">The number of leaves.</param>
internal sealed record StoreRange(long First, long Last, long Leaves)
{
    private const int PageSize = 2000;

    /// <summary>Reads the range.</summary>
    public static async Task<StoreRange> ReadAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        const string sql = $"""
            select least((select min(seq_id) from {MartenNames.Events}), min(sequence)), max(sequence), count(*)
            from {LedgerTables.Leaves}
            """;
        await using var command = new NpgsqlCommand(sql, connection);
        await using var row = await command.ExecuteReaderAsync(cancellationToken);
        await row.ReadAsync(cancellationToken);
        return row.IsDBNull(1) ? new StoreRange(1, 0, 0) : new StoreRange(row.GetInt64(0), row.GetInt64(1), row.GetInt64(2));
    }

    /// <summary>Returns the last sequence of the next page, which has at most 2,000 events and 2,000 leaves.</summary>
    public async Task<long> PageEndAsync(NpgsqlConnection connection, long after, CancellationToken cancellationToken)
    {
        const string sql = $"""
            select least(
                (select seq_id from {MartenNames.Events} where seq_id > $1 order by seq_id offset $2 limit 1),
                (select sequence from {LedgerTables.Leaves} where sequence > $1 order by sequence offset $2 limit 1),
                $3)
            """;
        await using var command = new NpgsqlCommand(sql, connection)
        {
            Parameters =
            {
                new() { Value = after },
                new() { Value = PageSize - 1 },
                new() { Value = Last },
            },
        };
        return (long)(await command.ExecuteScalarAsync(cancellationToken))!;
    }
}
