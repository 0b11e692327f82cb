using Newsroom.Domain.Ledgers;
using Npgsql;

namespace Newsroom.Api.Ledgers;

/// <summary>The signed checkpoints of the log.</summary>
public sealed class Checkpoints(NpgsqlDataSource database, LedgerKeys keys, TimeProvider clock)
{
    /// <summary>The latest there is, which covers at least this many leaves where the log has them; one is signed where none does.</summary>
    /// <param name="atLeast">How many leaves it has to cover.</param>
    /// <param name="cancel">The end of the request.</param>
    /// <returns>The note; null while the log has fewer leaves.</returns>
    public async Task<string?> Covering(long atLeast, CancellationToken cancel)
    {
        await using var connection = await database.OpenConnectionAsync(cancel);
        return await Latest(connection, cancel) is var (size, note) && size >= atLeast ? note
            : await SignNow(connection, cancel) is var (signed, fresh) && signed >= atLeast ? fresh
            : null;
    }

    /// <summary>Signs the log as it is, unless that is signed already.</summary>
    public async Task SignNow(CancellationToken cancel)
    {
        await using var connection = await database.OpenConnectionAsync(cancel);
        var (size, _) = await LedgerLog.Size(connection, cancel);
        if (await Latest(connection, cancel) is not var (signed, _) || signed < size)
        {
            await SignNow(connection, cancel);
        }
    }

    private static async Task<(long Size, string Note)?> Latest(NpgsqlConnection connection, CancellationToken cancel)
    {
        await using var command = new NpgsqlCommand($"select size, note from {LedgerTables.Checkpoints} order by size desc limit 1", connection);
        await using var row = await command.ExecuteReaderAsync(cancel);
        return await row.ReadAsync(cancel) ? (row.GetInt64(0), row.GetString(1)) : null;
    }

    /// <summary>Signs the log as it is. Two nodes that do so at once sign the same: the leaves are committed, and a signature is made without chance.</summary>
    private async Task<(long Size, string Note)> SignNow(NpgsqlConnection connection, CancellationToken cancel)
    {
        var (tree, _) = await LedgerLog.Edge(connection, cancel);
        var note = keys.Sign(tree.Size, tree.Root);
        await using var insert = new NpgsqlCommand($"insert into {LedgerTables.Checkpoints} values ($1, $2, $3) on conflict (size) do nothing", connection)
        {
            Parameters = { new() { Value = tree.Size }, new() { Value = clock.GetUtcNow().UtcDateTime }, new() { Value = note } },
        };
        await insert.ExecuteNonQueryAsync(cancel);
        return (tree.Size, note);
    }
}
