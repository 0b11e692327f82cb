using Npgsql;

namespace Newsroom.Api.Tests.Postgres;

public sealed class TestServerTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Each_database_is_empty_and_separate()
    {
        var databases = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => TestServer.CreateDatabaseAsync()));

        foreach (var database in databases)
        {
            await ExecuteAsync(database, "create table story ()");
        }

        databases.ShouldBeUnique();
    }

    [Fact]
    public async Task A_dropped_database_is_gone_even_when_it_is_in_use()
    {
        var database = await TestServer.CreateDatabaseAsync();
        await ExecuteAsync(database, "create table story ()");

        await TestServer.DropDatabaseAsync(database);

        var refused = await Should.ThrowAsync<PostgresException>(() => ExecuteAsync($"{database};Pooling=false", "select 1"));
        refused.SqlState.ShouldBe(PostgresErrorCodes.InvalidCatalogName);
    }

    private static async Task ExecuteAsync(string database, string sql)
    {
        await using var connection = new NpgsqlConnection(database);
        await connection.OpenAsync(Cancellation);
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync(Cancellation);
    }
}
