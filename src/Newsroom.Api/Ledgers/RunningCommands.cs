using Npgsql;

namespace Newsroom.Api.Ledgers;

/// <summary>Transactions that may have taken a place in the store's order and not committed yet.</summary>
public static class RunningCommands
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(20);

    // A place is taken while a statement runs, and from the end of that statement on the transaction has an id.
    private const string Running = """
        select count(*) from pg_stat_activity
        where datname = current_database() and backend_type = 'client backend' and pid <> pg_backend_pid() and xact_start <= $1 and (backend_xid is not null or state = 'active')
        """;

    /// <summary>Waits until every transaction that runs now has ended. Those that begin later take later places.</summary>
    public static async Task WaitForAll(NpgsqlConnection connection, CancellationToken cancel)
    {
        await using var now = new NpgsqlCommand("select clock_timestamp()", connection);
        var moment = (DateTime)(await now.ExecuteScalarAsync(cancel))!;
        await using var running = new NpgsqlCommand(Running, connection) { Parameters = { new() { Value = moment } } };
        while ((long)(await running.ExecuteScalarAsync(cancel))! > 0)
        {
            await Task.Delay(Pause, cancel);
        }
    }
}
