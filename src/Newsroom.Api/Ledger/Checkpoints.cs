using Newsroom.Ledger;
using Npgsql;

namespace Newsroom.Api.Ledger;

/// <summary>Signs, stores and reads checkpoints.</summary>
public sealed class Checkpoints(NpgsqlDataSource database, LedgerKeys keys, TimeProvider clock)
{
    /// <summary>
    /// Returns the latest checkpoint, which covers at least a number of leaves; signs one where none does.
    /// </summary>
    /// <param name="atLeast">The number of leaves to cover.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <returns>The signed note; null while the log has fewer leaves.</returns>
    public async Task<string?> GetCoveringAsync(long atLeast, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        if (await LatestAsync(connection, cancellationToken) is var (size, note) && size >= atLeast)
        {
            return note;
        }

        var (signed, fresh) = await SignAsync(connection, cancellationToken);
        return signed >= atLeast ? fresh : null;
    }

    /// <summary>Signs the log, unless its latest checkpoint covers all leaves.</summary>
    public async Task SignAsync(CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        var (size, _) = await LedgerLog.ReadSizeAsync(connection, cancellationToken);
        if (await LatestAsync(connection, cancellationToken) is not var (signed, _) || signed < size)
        {
            await SignAsync(connection, cancellationToken);
        }
    }

    /// <summary>Returns the reference to the latest checkpoint that the next one contains.</summary>
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
    /// Signs the log. Where two nodes sign the same leaves concurrently, the note that was stored first is the checkpoint.
    /// </summary>
    private async Task<(long Size, string Note)> SignAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        var (tree, _) = await LedgerLog.ReadEdgeAsync(connection, cancellationToken);
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
