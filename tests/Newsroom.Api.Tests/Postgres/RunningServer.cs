using System.Collections.Concurrent;
using Npgsql;

namespace Newsroom.Api.Tests.Postgres;

/// <summary>A server on which tests create databases.</summary>
internal abstract class RunningServer(string connectionString) : IAsyncDisposable
{
    /// <summary>Settings of servers whose data is not kept.</summary>
    protected static readonly IReadOnlyDictionary<string, string> Hasty = new Dictionary<string, string>
    {
        ["fsync"] = "off",
        ["full_page_writes"] = "off",
        ["synchronous_commit"] = "off",
        ["max_connections"] = "500",
    };

    private readonly ConcurrentDictionary<string, string> databases = [];

    public Task<string> CreateDatabaseAsync() => CreateAsync("template template0 encoding 'UTF8' lc_collate 'C' lc_ctype 'C'");

    public Task<string> CopyDatabaseAsync(string database) => CreateAsync($"template {NameOf(database)}");

    public async Task CloseDatabaseAsync(string database)
    {
        await ExecuteAsync($"alter database {NameOf(database)} allow_connections false");
        await ExecuteAsync($"select pg_terminate_backend(pid) from pg_stat_activity where datname = '{NameOf(database)}'");
    }

    public async Task DropDatabaseAsync(string database)
    {
        await ExecuteAsync($"drop database if exists {NameOf(database)} with (force)");
        databases.TryRemove(NameOf(database), out _);
    }

    public abstract ValueTask DisposeAsync();

    protected async Task DropAllAsync()
    {
        foreach (var database in databases.Values)
        {
            await DropDatabaseAsync(database);
        }
    }

    private static string NameOf(string database) => new NpgsqlConnectionStringBuilder(database).Database!;

    private async Task<string> CreateAsync(string options)
    {
        var name = $"newsroom_test_{Guid.NewGuid():N}";
        await ExecuteAsync($"create database {name} {options}");
        databases[name] = new NpgsqlConnectionStringBuilder(connectionString) { Database = name }.ConnectionString;
        return databases[name];
    }

    private async Task ExecuteAsync(string sql)
    {
        await using var connection = new NpgsqlConnection($"{connectionString};Pooling=false");
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }
}
