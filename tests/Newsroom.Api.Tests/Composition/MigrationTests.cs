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

        await OtherBuildAsync();
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

    [Fact]
    public async Task A_database_without_tables_lacks_all_of_them_and_is_not_changed()
    {
        var missing = await AdmitAsync();
        missing.ShouldContain("create newsroom.mt_events");
        missing.ShouldContain("create newsroom.wolverine_nodes");
        (await IsAsync("select to_regnamespace('newsroom') is null")).ShouldBeTrue();
    }

    [Fact]
    public async Task A_migrated_database_lacks_nothing_for_this_build_and_for_another_build_of_the_same_schema()
    {
        await MigrateAsync();
        (await AdmitAsync()).ShouldBeEmpty();
        await OtherBuildAsync();
        (await AdmitAsync()).ShouldBeEmpty();
        (await FindMissingAsync()).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("drop index newsroom.story_slug", "change newsroom.mt_doc_story")]
    [InlineData("drop table newsroom.projection_failures", "create newsroom.projection_failures")]
    [InlineData("alter table newsroom.wolverine_incoming_envelopes drop column keep_until", "change newsroom.wolverine_incoming_envelopes")]
    [InlineData("drop trigger refuse_change on newsroom.mt_events", "This trigger is missing: CREATE TRIGGER refuse_change")]
    [InlineData("revoke insert on newsroom.mt_events from newsroom_app", "newsroom_app lacks insert on the table mt_events")]
    public async Task What_is_missing_of_another_builds_schema_is_named_and_not_changed(string damage, string named)
    {
        await MigrateAsync();
        await RunAsync(damage);
        await OtherBuildAsync();
        (await AdmitAsync()).ShouldHaveSingleItem().ShouldStartWith(named);
        (await AdmitAsync()).ShouldHaveSingleItem();
        await MigrateAsync();
        (await FindMissingAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_difference_that_cannot_be_changed_in_place_stops_the_migration_and_is_named()
    {
        await MigrateAsync();
        await RunAsync("alter table newsroom.wolverine_nodes drop column description");
        await OtherBuildAsync();
        for (var attempt = 0; attempt < 2; attempt++)
        {
            var refused = await Should.ThrowAsync<SettingsException>(() => MigrateAsync());
            refused.Message.ShouldStartWith("The schema cannot be migrated: ");
            refused.Message.ShouldContain("newsroom.wolverine_nodes (column 'description' cannot be added to an existing table)");
        }
    }

    [Fact]
    public async Task Columns_and_indexes_of_a_later_build_are_not_in_the_way()
    {
        await MigrateAsync();
        await RunAsync("alter table newsroom.mt_doc_story add column later text; create index later on newsroom.mt_doc_story (later)");
        await OtherBuildAsync();
        (await AdmitAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task Changes_are_reported_before_they_are_made()
    {
        var reported = new List<SchemaChange>();
        await MigrateAsync(reported.AddRange);
        reported.ShouldContain(change => change.Name == "newsroom.mt_events" && change.IsNew);
        reported.Clear();
        await MigrateAsync(reported.AddRange);
        reported.ShouldBeEmpty();

        await RunAsync("drop index newsroom.story_slug");
        await OtherBuildAsync();
        await MigrateAsync(reported.AddRange);
        reported.ShouldHaveSingleItem().Sql.ShouldContain("story_slug");
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

    private Database Database => new(database, database, null);

    private static HostingEnvironment Environment => new() { EnvironmentName = "Production" };

    private SchemaMigrator Migrator => new(Database, Environment, Host, [.. Modules.Projections]);

    private Task MigrateAsync(Action<IReadOnlyList<SchemaChange>>? report = null) => Migrator.RunAsync(report);

    private Task<IReadOnlyList<string>> AdmitAsync() => Migrator.AdmitAsync();

    private Task<IReadOnlyList<string>> FindMissingAsync() => Migrator.FindMissingAsync();

    private Task OtherBuildAsync() => RunAsync("comment on schema newsroom is 'Tables as made by another build.'");

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
