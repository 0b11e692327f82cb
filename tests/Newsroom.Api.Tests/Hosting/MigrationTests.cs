using Microsoft.Extensions.Hosting.Internal;
using Newsroom.Api.Composition;
using Newsroom.Api.Infrastructure.Persistence;
using Newsroom.Api.Ledger;
using Newsroom.Api.Tests.Postgres;
using Newsroom.Ledger;
using Npgsql;

namespace Newsroom.Api.Tests.Hosting;

public sealed class MigrationTests : IAsyncLifetime
{
    private const string Index = "select to_regclass('newsroom.story_slug') is not null";

    private static readonly HostIdentity Host = new(
        DatabaseKind.Production,
        LedgerKeys.Parse(NoteSigner.Generate("newsroom.example/ledger").Secret(), "keys")
    );

    private string _database = "";
    private NpgsqlDataSource _owner = null!;

    [Fact]
    public async Task Tables_that_another_build_left_are_compared_and_those_of_this_build_are_not()
    {
        await Migrate();
        await Run("drop index newsroom.story_slug");
        await Migrate();
        (await Is(Index)).ShouldBeFalse();

        await Run("comment on schema newsroom is 'Tables as made by another build.'");
        await Migrate();
        (await Is(Index)).ShouldBeTrue();
    }

    [Fact]
    public async Task What_the_application_may_do_is_said_at_every_start()
    {
        await Migrate();
        await Run(
            $"revoke insert on newsroom.mt_events from {ApplicationGrants.Role}; grant delete on newsroom.mt_events to "
                + $"{ApplicationGrants.Role}; drop trigger refuse_change on newsroom.mt_events"
        );
        await Migrate();
        (
            await Is(
                $"select has_table_privilege('{ApplicationGrants.Role}', 'newsroom.mt_events', 'insert') and not "
                    + $"has_table_privilege('{ApplicationGrants.Role}', 'newsroom.mt_events', 'delete')"
            )
        ).ShouldBeTrue();
        (
            await Is("select exists (select from pg_trigger where tgname = 'refuse_change' and tgrelid = 'newsroom.mt_events'::regclass)")
        ).ShouldBeTrue();
    }

    public async ValueTask InitializeAsync()
    {
        _database = await TestServer.CreateDatabaseAsync();
        _owner = NpgsqlDataSource.Create(_database);
    }

    public async ValueTask DisposeAsync()
    {
        await _owner.DisposeAsync();
        await TestServer.DropDatabaseAsync(_database);
    }

    private Task Migrate() =>
        SchemaMigrator.RunAsync(new Database(_database, _database, null), new HostingEnvironment { EnvironmentName = "Production" }, Host);

    private async Task Run(string sql)
    {
        await using var command = _owner.CreateCommand(sql);
        await command.ExecuteNonQueryAsync();
    }

    private async Task<bool> Is(string sql)
    {
        await using var command = _owner.CreateCommand(sql);
        return (bool)(await command.ExecuteScalarAsync())!;
    }
}
