using System.Collections.Concurrent;
using Npgsql;

namespace Newsroom.Api.Tests.Postgres;

/// <summary>A server that tests may make databases on.</summary>
internal abstract class RunningServer(string connectionString) : IAsyncDisposable
{
    /// <summary>For servers whose data nobody will want back.</summary>
    protected static readonly IReadOnlyDictionary<string, string> Hasty = new Dictionary<string, string>
    {
        ["fsync"] = "off",
        ["full_page_writes"] = "off",
        ["synchronous_commit"] = "off",
        ["max_connections"] = "500",
    };

    private readonly ConcurrentDictionary<string, string> databases = [];

    public async Task<string> CreateDatabaseAsync()
    {
        var name = $"newsroom_test_{Guid.NewGuid():N}";
        await ExecuteAsync($"create database {name} template template0 encoding 'UTF8' lc_collate 'C' lc_ctype 'C'");
        databases[name] = new NpgsqlConnectionStringBuilder(connectionString) { Database = name }.ConnectionString;
        return databases[name];
    }

    public async Task DropDatabaseAsync(string database)
    {
        var name = new NpgsqlConnectionStringBuilder(database).Database!;
        await ExecuteAsync($"drop database if exists {name} with (force)");
        databases.TryRemove(name, out _);
    }

    public abstract ValueTask DisposeAsync();

    protected async Task DropAllAsync()
    {
        foreach (var database in databases.Values)
        {
            await DropDatabaseAsync(database);
        }
    }

    private async Task ExecuteAsync(string sql)
    {
        await using var connection = new NpgsqlConnection($"{connectionString};Pooling=false");
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }
}
