using Microsoft.Extensions.Hosting.Internal;
using Newsroom.Api.Composition;
using Newsroom.Api.Infrastructure.Persistence;
using Newsroom.Api.Ledger;
using Newsroom.Api.Tests.Postgres;
using Newsroom.Ledger;
using Npgsql;

namespace Newsroom.Api.Tests.Composition;

public sealed class MigrationTests : IAsyncLifetime
{
    private const string Index = "select to_regclass('newsroom.story_slug') is not null";

    private static readonly HostIdentity Host = new(
        DatabaseKind.Production,
        LedgerKeys.Parse(NoteSigner.Generate("newsroom.example/ledger").Secret(), "keys")
    );

    private string database = "";
    private NpgsqlDataSource owner = null!;

    [Fact]
    public async Task Tables_that_another_build_left_are_compared_and_those_of_this_build_are_not()
    {
        await MigrateAsync();
        await RunAsync("drop index newsroom.story_slug");
        await MigrateAsync();
        (await IsAsync(Index)).ShouldBeFalse();

        await RunAsync("comment on schema newsroom is 'Tables as made by another build.'");
        await MigrateAsync();
        (await IsAsync(Index)).ShouldBeTrue();
    }

    [Fact]
    public async Task The_grants_of_the_application_are_set_at_every_start()
    {
        await MigrateAsync();
        await RunAsync(
            $"revoke insert on newsroom.mt_events from {ApplicationGrants.Role}; grant delete on newsroom.mt_events to "
                + $"{ApplicationGrants.Role}; drop trigger refuse_change on newsroom.mt_events"
        );
        await MigrateAsync();
        (
            await IsAsync(
                $"select has_table_privilege('{ApplicationGrants.Role}', 'newsroom.mt_events', 'insert') and not "
                    + $"has_table_privilege('{ApplicationGrants.Role}', 'newsroom.mt_events', 'delete')"
            )
        ).ShouldBeTrue();
        (
            await IsAsync(
                "select exists (select from pg_trigger where tgname = 'refuse_change' and tgrelid = 'newsroom.mt_events'::regclass)"
            )
        ).ShouldBeTrue();
    }

    [Fact]
    public async Task A_start_that_ends_in_a_deadlock_with_a_working_node_is_repeated()
    {
        await MigrateAsync();
        await using var connection = await owner.OpenConnectionAsync(TestContext.Current.CancellationToken);
        await using var working = await connection.BeginTransactionAsync(TestContext.Current.CancellationToken);
        // PostgreSQL aborts the transaction that looks for a deadlock: the start.
        await connection.RunAsync("set local deadlock_timeout = '5min'; lock table newsroom.ledger_checkpoints in row exclusive mode");
        var migrating = MigrateAsync();
        await owner.UntilWaitedForAsync(connection, migrating);
        await connection.RunAsync("lock table newsroom.mt_events in row exclusive mode");
        await working.CommitAsync(TestContext.Current.CancellationToken);
        await migrating;
        await Eventually.HoldsAsync(
            "PostgreSQL counts the deadlock",
            () => IsAsync("select deadlocks > 0 from pg_stat_database where datname = current_database()")
        );
    }

    public async ValueTask InitializeAsync()
    {
        database = await TestServer.CreateDatabaseAsync();
        owner = NpgsqlDataSource.Create(database);
    }

    public async ValueTask DisposeAsync()
    {
        await owner.DisposeAsync();
        await TestServer.DropDatabaseAsync(database);
    }

    private Task MigrateAsync() =>
        SchemaMigrator.RunAsync(
            new Database(database, database, null),
            new HostingEnvironment { EnvironmentName = "Production" },
            Host,
            [.. Modules.Projections]
        );

    private async Task RunAsync(string sql)
    {
        await using var command = owner.CreateCommand(sql);
        await command.ExecuteNonQueryAsync();
    }

    private async Task<bool> IsAsync(string sql)
    {
        await using var command = owner.CreateCommand(sql);
        return (bool)(await command.ExecuteScalarAsync())!;
    }
}
