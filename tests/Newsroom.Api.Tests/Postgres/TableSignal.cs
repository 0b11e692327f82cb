using Npgsql;

namespace Newsroom.Api.Tests.Postgres;

/// <summary>
/// Waits for rows that a host writes, in this process or another: during the wait a trigger on their table notifies the test of each
/// statement.
/// </summary>
internal static class TableSignal
{
    private const string Channel = "table_signal";

    /// <summary>Waits until every projection and the ledger have passed an event; by default the last event.</summary>
    public static Task ProjectedAsync(string database, long? sequence = null) =>
        UntilAsync(
            database,
            "newsroom.mt_event_progression",
            $"""
            select count(*) = 5 and min(last_seq_id) >= {(sequence is { } at ? $"{at}" : "(select max(seq_id) from newsroom.mt_events)")}
            from newsroom.mt_event_progression where name in ('worklists:All', 'keyframes:All', 'audit:All', 'ledger:All',
                'numbers:All')
            """
        );

    /// <summary>Waits until a condition holds that depends on the rows of a table.</summary>
    /// <param name="database">The connection string of the table's owner.</param>
    /// <param name="table">The table.</param>
    /// <param name="condition">A query of one Boolean value.</param>
    /// <exception cref="TimeoutException">The condition does not hold in time.</exception>
    public static async Task UntilAsync(string database, string table, string condition)
    {
        var cancellationToken = TestContext.Current.CancellationToken;
        await using var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(database) { Pooling = false }.ConnectionString);
        await connection.OpenAsync(cancellationToken);
        var trigger = $"signal_{Guid.NewGuid():N}";
        var name = $"public.{trigger}";
        await connection.RunAsync(
            $"""
            listen {Channel};
            create function {name}() returns trigger language plpgsql as 'begin perform pg_notify(''{Channel}'', ''''); return null; end';
            create trigger {trigger} after insert or update or delete on {table} execute function {name}();
            """
        );
        try
        {
            while (!await connection.ScalarAsync<bool>(condition))
            {
                if (!await connection.WaitAsync(Eventually.Timeout, cancellationToken))
                {
                    throw new TimeoutException(
                        $"{table} has not changed for {Eventually.Timeout.TotalSeconds} seconds, and not: {condition}"
                    );
                }
            }
        }
        finally
        {
            await connection.RunAsync($"drop function {name} cascade");
        }
    }
}
