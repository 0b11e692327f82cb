using Microsoft.Extensions.Hosting.Internal;
using Newsroom.Api.Composition;
using Newsroom.Api.Infrastructure.Persistence;
using Newsroom.Api.Ledger;
using Newsroom.Api.Tests.Postgres;
using Newsroom.Ledger;
using Npgsql;

namespace Newsroom.Api.Tests.Ledger;

/// <summary>A database records its environment, and a database of an earlier build is identified by its contents.</summary>
public sealed class DatabaseIdentityTests : IAsyncLifetime
{
    private const string Name = "newsroom.example/ledger";
    private const string Forget = "drop table newsroom.database_identity, newsroom.database_keys; comment on schema newsroom is null";

    private static readonly NoteSigner Key = NoteSigner.Generate(Name);
    private static readonly NoteSigner Next = NoteSigner.Generate(Name);
    private static readonly NoteSigner Generated = NoteSigner.Generate("newsroom-development/0a1b2c3d");

    private string database = "";
    private NpgsqlDataSource owner = null!;

    [Fact]
    public async Task The_first_host_records_the_kind_of_database_and_other_hosts_are_refused_before_any_change()
    {
        await StartAsync(DatabaseKind.Production, Key.Secret());
        (await IdentityAsync()).ShouldBe($"production {Name}; {Key.Key} signing");
        await owner.RunAsync("comment on schema newsroom is 'as it was'");
        (await RefusedAsync(DatabaseKind.Development, Generated.Secret())).ShouldContain("was not created in Development");
        (await RefusedAsync(DatabaseKind.Production, NoteSigner.Generate(Name).Secret())).ShouldContain("signed with another key");
        (await owner.ScalarAsync<string>("select obj_description('newsroom'::regnamespace)")).ShouldBe("as it was");
        (await IdentityAsync()).ShouldBe($"production {Name}; {Key.Key} signing");
        await StartAsync(DatabaseKind.Production, Key.Secret());
    }

    [Fact]
    public async Task A_key_is_changed_start_by_start_and_the_retired_one_signs_no_more()
    {
        await StartAsync(DatabaseKind.Production, Key.Secret());
        await StartAsync(DatabaseKind.Production, $"{Next.Secret()}\n{Key.Secret()}");
        await StartAsync(DatabaseKind.Production, Key.Secret());
        await StartAsync(DatabaseKind.Production, $"{Next.Secret()}\n{Key.Key}");
        await StartAsync(DatabaseKind.Production, Next.Secret());
        (await RefusedAsync(DatabaseKind.Production, Key.Secret())).ShouldContain(Next.Key.Id);
        (await RefusedAsync(DatabaseKind.Production, $"{Key.Secret()}\n{Next.Key}")).ShouldContain("was retired");
    }

    [Fact]
    public async Task Two_hosts_that_start_on_a_new_database_at_once_do_not_both_own_it()
    {
        var starts = new[] { Key, NoteSigner.Generate("other.example/ledger") }
            .Select(key => FailureAsync(StartAsync(DatabaseKind.Production, key.Secret())))
            .ToList();
        var failures = await Task.WhenAll(starts);
        failures.Count(failure => failure is SettingsException).ShouldBe(1, string.Join('\n', failures.Select(f => f?.Message)));
        failures.Count(failure => failure is null).ShouldBe(1, string.Join('\n', failures.Select(f => f?.Message)));
    }

    [Fact]
    public async Task A_database_with_an_invalid_identity_is_refused()
    {
        await StartAsync(DatabaseKind.Production, Key.Secret());
        await owner.RunAsync("set session_replication_role = replica; update newsroom.database_identity set kind = 'staging'");
        (await RefusedAsync(DatabaseKind.Production, Key.Secret())).ShouldContain("development or production is expected");
    }

    [Fact]
    public async Task The_checkpoints_of_an_earlier_build_identify_the_database()
    {
        await EarlierAsync((1, Key), (2, Key));
        (await RefusedAsync(DatabaseKind.Development, Generated.Secret())).ShouldContain("was not created in Development");
        (await RefusedAsync(DatabaseKind.Production, NoteSigner.Generate("staging.example/ledger").Secret())).ShouldContain(Name);
        (await RefusedAsync(DatabaseKind.Production, Next.Secret())).ShouldContain("signed with another key");
        await StartAsync(DatabaseKind.Production, Key.Secret());
        (await IdentityAsync()).ShouldBe($"production {Name}; {Key.Key} signing");
    }

    [Fact]
    public async Task A_later_checkpoint_by_another_host_changes_nothing()
    {
        await EarlierAsync((1, Key), (2, Generated));
        (await RefusedAsync(DatabaseKind.Development, Generated.Secret())).ShouldContain("was not created in Development");
        await StartAsync(DatabaseKind.Production, Key.Secret());
    }

    [Fact]
    public async Task A_development_database_of_an_earlier_build_stays_one()
    {
        await EarlierAsync((1, Generated));
        (await RefusedAsync(DatabaseKind.Production, Key.Secret())).ShouldContain("was created in Development");
        await StartAsync(DatabaseKind.Development, Generated.Secret());
    }

    [Fact]
    public async Task An_ambiguous_earlier_database_needs_a_setting()
    {
        await EarlierAsync((1, Generated), (2, Key));
        (await RefusedAsync(DatabaseKind.Production, Key.Secret())).ShouldContain("Database:CreatedAs");
        (await RefusedAsync(DatabaseKind.Development, Generated.Secret())).ShouldContain("Database:CreatedAs");
        await StartAsync(DatabaseKind.Production, Key.Secret(), given: DatabaseKind.Production);
        await StartAsync(DatabaseKind.Production, Key.Secret());
        (await RefusedAsync(DatabaseKind.Development, Generated.Secret(), given: DatabaseKind.Development)).ShouldContain(
            "was not created in Development"
        );
    }

    [Theory]
    [InlineData("ana@newsroom-development", DatabaseKind.Development)]
    [InlineData("ana@https://login.example", DatabaseKind.Production)]
    public async Task Without_checkpoints_the_issuers_of_events_identify_the_database(string person, object kind)
    {
        await EarlierAsync();
        await EventAsync(person);
        var (wanted, key) = ((DatabaseKind)kind, (DatabaseKind)kind == DatabaseKind.Development ? Generated : Key);
        var (other, otherKey) = wanted == DatabaseKind.Development ? (DatabaseKind.Production, Key) : (DatabaseKind.Development, Generated);
        (await RefusedAsync(other, otherKey.Secret())).ShouldContain("created in Development");
        await StartAsync(wanted, key.Secret());
    }

    [Fact]
    public async Task Issuers_of_both_kinds_are_not_enough()
    {
        await EarlierAsync();
        await EventAsync("ana@newsroom-development");
        await EventAsync("ana@https://login.example");
        (await RefusedAsync(DatabaseKind.Production, Key.Secret())).ShouldContain("Database:CreatedAs");
        await StartAsync(DatabaseKind.Production, Key.Secret(), given: DatabaseKind.Production);
    }

    [Fact]
    public async Task An_unused_earlier_database_counts_as_new()
    {
        await EarlierAsync();
        await StartAsync(DatabaseKind.Development, Generated.Secret());
        (await IdentityAsync()).ShouldStartWith("development");
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

    /// <summary>Creates a database of an earlier build, with checkpoints of these sizes and keys.</summary>
    private async Task EarlierAsync(params (long Size, NoteSigner Key)[] checkpoints)
    {
        await StartAsync(DatabaseKind.Production, Key.Secret());
        await owner.RunAsync(Forget);
        foreach (var (size, key) in checkpoints)
        {
            await using var insert = owner.CreateCommand($"insert into {LedgerTables.Checkpoints} values ($1, now(), $2)");
            insert.Parameters.Add(new() { Value = size });
            insert.Parameters.Add(
                new() { Value = SignedNote.Sign(new Checkpoint(key.Key.Name, size, MerkleTree.Empty).Text, key).ToString() }
            );
            await insert.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
        }
    }

    private Task EventAsync(string person) =>
        owner.RunAsync(
            $"""
            insert into newsroom.mt_streams (id, version) values (gen_random_uuid(), 1);
            insert into newsroom.mt_events (seq_id, id, stream_id, version, data, type, user_name)
            select nextval('newsroom.mt_events_sequence'), gen_random_uuid(), id, 1, '{"{}"}', 'desk_defined', '{person}' from newsroom.mt_streams s where not exists (select from newsroom.mt_events e where e.stream_id = s.id)
            """
        );

    private async Task<string> IdentityAsync() =>
        await owner.ScalarAsync<string>(
            "select (select string_agg(kind || ' ' || origin, ', ') from newsroom.database_identity) || '; ' || "
                + "(select string_agg(key || ' ' || state, ', ' order by key, state) from newsroom.database_keys)"
        );

    private static async Task<Exception?> FailureAsync(Task start)
    {
        await start.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing | ConfigureAwaitOptions.ContinueOnCapturedContext);
        return start.Exception?.InnerException;
    }

    private Task StartAsync(object kind, string keys, DatabaseKind? given = null) =>
        new SchemaMigrator(
            new Database(database, database, null),
            new HostingEnvironment { EnvironmentName = (DatabaseKind)kind == DatabaseKind.Development ? "Development" : "Production" },
            new HostIdentity((DatabaseKind)kind, LedgerKeys.Parse(keys, "keys")),
            [.. Modules.Projections],
            given
        ).RunAsync();

    private async Task<string> RefusedAsync(object kind, string keys, DatabaseKind? given = null) =>
        (await Should.ThrowAsync<SettingsException>(() => StartAsync(kind, keys, given))).Message;
}
