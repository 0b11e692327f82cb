using Npgsql;

namespace Newsroom.Api.Tests.Postgres;

/// <summary>Runs SQL of tests.</summary>
public static class Statements
{
    /// <summary>Runs statements.</summary>
    public static async Task RunAsync(this NpgsqlConnection connection, string sql)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
    }

    /// <summary>Runs statements on a separate connection.</summary>
    public static async Task RunAsync(this NpgsqlDataSource database, string sql)
    {
        await using var connection = await database.OpenConnectionAsync(TestContext.Current.CancellationToken);
        await connection.RunAsync(sql);
    }

    /// <summary>Reads one value.</summary>
    public static async Task<T> ScalarAsync<T>(this NpgsqlConnection connection, string sql)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        return (T)(await command.ExecuteScalarAsync(TestContext.Current.CancellationToken))!;
    }

    /// <summary>Reads one value on a separate connection.</summary>
    public static async Task<T> ScalarAsync<T>(this NpgsqlDataSource database, string sql)
    {
        await using var connection = await database.OpenConnectionAsync(TestContext.Current.CancellationToken);
        return await connection.ScalarAsync<T>(sql);
    }

    /// <summary>Returns once another connection waits for the locks of this one.</summary>
    public static async Task UntilWaitedForAsync(this NpgsqlDataSource database, NpgsqlConnection holder, Task underWay)
    {
        while (
            !await database.ScalarAsync<bool>(
                $"select exists (select from pg_stat_activity where {holder.ProcessID} = any(pg_blocking_pids(pid)))"
            )
        )
        {
            underWay.IsCompleted.ShouldBeFalse("It did not wait.");
        }
    }
}
