using Newsroom.Ledger;
using Npgsql;

namespace Newsroom.Api.Ledger;

/// <summary>The signed checkpoints of the log.</summary>
public sealed class Checkpoints(NpgsqlDataSource database, LedgerKeys keys, TimeProvider clock)
{
    /// <summary>
    /// The latest there is, which covers at least this many leaves where the log has them; one is signed where none does.
    /// </summary>
    /// <param name="atLeast">How many leaves it has to cover.</param>
    /// <param name="cancellationToken">The end of the request.</param>
    /// <returns>The note; null while the log has fewer leaves.</returns>
    public async Task<string?> CoveringAsync(long atLeast, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        if (await LatestAsync(connection, cancellationToken) is var (size, note) && size >= atLeast)
        {
            return note;
        }

        return await SignNowAsync(connection, cancellationToken) is var (signed, fresh) && signed >= atLeast ? fresh : null;
    }

    /// <summary>Signs the log as it is, unless that is signed already.</summary>
    public async Task SignNowAsync(CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        var (size, _) = await LedgerLog.SizeAsync(connection, cancellationToken);
        if (await LatestAsync(connection, cancellationToken) is not var (signed, _) || signed < size)
        {
            await SignNowAsync(connection, cancellationToken);
        }
    }

    /// <summary>Names the latest checkpoint for the one that follows it.</summary>
    internal static async Task<PreviousCheckpoint?> PreviousAsync(
        NpgsqlConnection connection,
        long size,
        CancellationToken cancellationToken
    ) =>
        await LatestAsync(connection, cancellationToken) is var (latest, note) && latest < size
            ? PreviousCheckpoint.Of(latest, note)
            : null;

    private static async Task<(long Size, string Note)?> LatestAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(
            $"select size, note from {LedgerTables.Checkpoints} order by size desc limit 1",
            connection
        );
        await using var row = await command.ExecuteReaderAsync(cancellationToken);
        return await row.ReadAsync(cancellationToken) ? (row.GetInt64(0), row.GetString(1)) : null;
    }

    /// <summary>
    /// Signs the log as it is. Of two nodes that sign the same leaves at once, the note that was stored first is the checkpoint.
    /// </summary>
    private async Task<(long Size, string Note)> SignNowAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        var (tree, _) = await LedgerLog.EdgeAsync(connection, cancellationToken);
        var note = keys.Sign(tree.Size, tree.Root, await PreviousAsync(connection, tree.Size, cancellationToken));
        await using var insert = new NpgsqlCommand(
            $"insert into {LedgerTables.Checkpoints} values ($1, $2, $3) on conflict (size) do nothing",
            connection
        )
        {
            Parameters =
            {
                new() { Value = tree.Size },
                new() { Value = clock.GetUtcNow().UtcDateTime },
                new() { Value = note },
            },
        };
        if (await insert.ExecuteNonQueryAsync(cancellationToken) == 1)
        {
            return (tree.Size, note);
        }

        await using var stored = new NpgsqlCommand($"select note from {LedgerTables.Checkpoints} where size = $1", connection)
        {
            Parameters = { new() { Value = tree.Size } },
        };
        return (tree.Size, (string)(await stored.ExecuteScalarAsync(cancellationToken))!);
    }
}
