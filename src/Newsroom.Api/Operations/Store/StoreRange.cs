using Newsroom.Api.Ledger;
using Npgsql;

namespace Newsroom.Api.Operations.Store;

/// <summary>What of the store's order the ledger covers.</summary>
/// <param name="First">The first place that holds an event or a leaf.</param>
/// <param name="Last">The last place of a leaf.</param>
/// <param name="Leaves">How many leaves there are.</param>
internal sealed record StoreRange(long First, long Last, long Leaves)
{
    private const int AtOnce = 2000;

    /// <summary>Reads the range.</summary>
    public static async Task<StoreRange> InAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        const string sql =
            "select least((select min(seq_id) from newsroom.mt_events), min(sequence)), max(sequence), count(*) from "
            + $"{LedgerTables.Leaves}";
        await using var command = new NpgsqlCommand(sql, connection);
        await using var row = await command.ExecuteReaderAsync(cancellationToken);
        await row.ReadAsync(cancellationToken);
        return row.IsDBNull(1) ? new StoreRange(1, 0, 0) : new StoreRange(row.GetInt64(0), row.GetInt64(1), row.GetInt64(2));
    }

    /// <summary>The end of the page after a place: it has at most 2,000 events and 2,000 leaves, however far apart they are.</summary>
    public async Task<long> PageEndAsync(NpgsqlConnection connection, long after, CancellationToken cancellationToken)
    {
        const string sql = $"""
            select least(
                (select seq_id from newsroom.mt_events where seq_id > $1 order by seq_id offset $2 limit 1),
                (select sequence from {LedgerTables.Leaves} where sequence > $1 order by sequence offset $2 limit 1),
                $3)
            """;
        await using var command = new NpgsqlCommand(sql, connection)
        {
            Parameters =
            {
                new() { Value = after },
                new() { Value = AtOnce - 1 },
                new() { Value = Last },
            },
        };
        return (long)(await command.ExecuteScalarAsync(cancellationToken))!;
    }
}
