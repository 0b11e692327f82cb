using Marten.Services.BatchQuerying;
using Npgsql;

namespace Newsroom.Api.Infrastructure.Persistence;

/// <summary>Makes PostgreSQL refuse every write of a transaction.</summary>
public static class ReadOnlyTransaction
{
    /// <summary>Makes the transaction read-only, in the round trip of a batch; precedes its other queries.</summary>
    public static void Begin(IBatchedQuery batch) => _ = batch.Query<string>("select set_config('transaction_read_only', 'on', true)");

    /// <summary>Makes a transaction read-only.</summary>
    public static async Task BeginAsync(NpgsqlTransaction transaction, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand("set transaction read only", transaction.Connection, transaction);
        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
