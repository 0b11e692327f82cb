using System.Data;
using Microsoft.Extensions.DependencyInjection;
using Newsroom.Api.Infrastructure.Persistence;
using Newsroom.Api.Ledger;
using Newsroom.Api.Operations.Store;
using Newsroom.Api.Tests.Postgres;
using Npgsql;

namespace Newsroom.Api.Tests.Operations.Store;

/// <summary>Functions, triggers and permissions that differ from those of this build are reported. Each attack is rolled back.</summary>
public sealed class SchemaAttackTests(Newsroom newsroom) : IClassFixture<Newsroom>
{
    /// <summary>Attacks and the expected report of each; those of one list are made together.</summary>
    private static readonly (string Attack, string Said)[][] Attacks =
    [
        [
            (
                "do $do$ begin execute replace(pg_get_functiondef('newsroom.mt_quick_append_events'::regproc), 'event_version + 1', "
                    + "'event_version + 2'); end $do$",
                "newsroom.mt_quick_append_events differs from what this build creates"
            ),
            (
                "alter function newsroom.mt_mark_progression_with_skip security definer",
                "The function newsroom.mt_mark_progression_with_skip(character varying,bigint,bigint) differs from what this build creates"
            ),
            ("drop function newsroom.mt_mark_event_progression", "newsroom.mt_mark_event_progression is missing"),
            (
                "create or replace function newsroom.refuse_change() returns trigger language plpgsql as 'begin return new; end'",
                "The function newsroom.refuse_change() differs from what this build creates"
            ),
            (
                "alter function newsroom.keep_source_key set search_path = public",
                "The function newsroom.keep_source_key(text,bytea) differs from what this build creates"
            ),
            (
                "create function newsroom.extra() returns int language sql as 'select 1'",
                "The function newsroom.extra() is not created by this build"
            ),
            (
                "create function newsroom.mt_immutable_date(value int) returns int language sql as 'select 1'",
                "The function newsroom.mt_immutable_date"
            ),
            (
                "alter table newsroom.ledger_leaves disable trigger refuse_change",
                "The trigger refuse_change on newsroom.ledger_leaves is not enabled"
            ),
            ("alter table newsroom.mt_streams disable trigger all", "on newsroom.mt_streams is not enabled"),
            ("drop trigger refuse_ahead on newsroom.mt_events", "This trigger is missing: CREATE TRIGGER refuse_ahead"),
            (
                "create trigger also before insert on newsroom.mt_events for each row execute function newsroom.refuse_change()",
                "This trigger is not created by this build: CREATE TRIGGER also"
            ),
            (
                "create rule nothing as on update to newsroom.mt_streams do instead nothing",
                "The rule nothing on newsroom.mt_streams is not created by this build"
            ),
            ("alter table newsroom.mt_events enable row level security", "newsroom.mt_events has row security"),
            ("create table newsroom.more () inherits (newsroom.ledger_parts)", "newsroom.ledger_parts is not a plain table"),
            ("drop index newsroom.ledger_leaf_event", "newsroom.ledger_leaves differs from what this build creates"),
            (
                "alter table newsroom.ledger_salts drop constraint pkey_ledger_salts_sequence_path",
                "newsroom.ledger_salts differs from what this build creates"
            ),
            (
                "alter role newsroom_app set newsroom.erasing = 'always'",
                "The settings of the role newsroom_app are newsroom.erasing=always"
            ),
        ],
        [
            ("drop table newsroom.ledger_checkpoints", "newsroom.ledger_checkpoints is missing"),
            ("drop function newsroom.keep_source_key", "The function newsroom.keep_source_key is missing"),
            (
                "drop trigger refuse_change on newsroom.source_keys",
                "This trigger is missing: CREATE TRIGGER refuse_change BEFORE DELETE OR UPDATE ON newsroom.source_keys"
            ),
            ("alter table newsroom.mt_streams alter column version type int", "newsroom.mt_streams differs from what this build creates"),
        ],
    ];

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public static TheoryData<int> Lists => [.. Enumerable.Range(0, Attacks.Length)];

    [Fact]
    public async Task Nothing_is_found_in_a_schema_that_this_build_made()
    {
        (await SchemaAfterAsync("select 1")).ShouldBeEmpty();
        // The timer may be late on a busy machine.
        await newsroom.Host.Services.GetRequiredService<Checkpoints>().SignAsync(Cancel);
        var report = await newsroom.Host.Services.GetRequiredService<StoreVerifier>().VerifyAsync(null, Cancel).LastAsync(Cancel);
        report.IsDone.ShouldBeTrue();
        report.Findings.ShouldBeEmpty();
    }

    [Theory]
    [MemberData(nameof(Lists))]
    public async Task Objects_that_differ_from_what_this_build_creates_are_reported(int list)
    {
        var found = (await SchemaAfterAsync(string.Join("; ", Attacks[list].Select(a => a.Attack))))
            .Where(f => f.Damage == IntegrityIssueKind.SchemaChanged)
            .Select(f => f.Message)
            .ToList();
        Attacks[list]
            .Where(a => !found.Any(message => message.Contains(a.Said, StringComparison.Ordinal)))
            .ShouldBeEmpty(string.Join('\n', found));
    }

    [Theory]
    [InlineData(
        "newsroom_app has delete on the table mt_events, which this build " + "does not grant",
        "grant delete on newsroom.mt_events to newsroom_app"
    )]
    [InlineData(
        "newsroom_app has update on the sequence mt_events_sequence, which this build does not grant",
        "grant update on sequence newsroom.mt_events_sequence to newsroom_app"
    )]
    [InlineData(
        "newsroom_app has update (is_archived, timestamp, version) on the table mt_streams, which this build does not grant",
        "grant update (is_archived) on newsroom.mt_streams to newsroom_app"
    )]
    [InlineData(
        "newsroom_app has create on the schema newsroom, which this build " + "does not grant",
        "grant create on schema newsroom to newsroom_app"
    )]
    [InlineData(
        "PUBLIC has execute on the function mt_archive_stream, which this build does not grant",
        "grant execute on function newsroom.mt_archive_stream to public"
    )]
    [InlineData(
        "PUBLIC has select on the table source_keys, which this build " + "does not grant",
        "grant select on newsroom.source_keys to public"
    )]
    [InlineData(
        "newsroom_app lacks insert on the table mt_events, which this " + "build grants",
        "revoke insert on newsroom.mt_events from newsroom_app"
    )]
    [InlineData(
        "newsroom_app lacks execute on the function keep_source_key, which this build grants",
        "revoke execute on function newsroom.keep_source_key from newsroom_app"
    )]
    [InlineData(
        "pg_monitor has update on the table ledger_leaves, which this build " + "does not grant",
        "grant update on newsroom.ledger_leaves to pg_monitor"
    )]
    [InlineData("The table newsroom.mt_streams belongs to newsroom_app", "alter table newsroom.mt_streams owner to newsroom_app")]
    public async Task Privileges_that_this_build_does_not_grant_are_reported(string said, string attack) =>
        (await PermissionsAfterAsync(attack)).ShouldContain(message => message.StartsWith(said, StringComparison.Ordinal));

    [Fact]
    public async Task A_role_that_only_reads_is_accepted() =>
        (await PermissionsAfterAsync("grant select on newsroom.mt_events to pg_monitor")).ShouldBeEmpty();

    private Task<IReadOnlyList<IntegrityIssue>> SchemaAfterAsync(string attack) =>
        AfterAsync(attack, connection => newsroom.Host.Services.GetRequiredService<SchemaComparison>().FindAsync(connection, Cancel));

    private Task<IReadOnlyList<string>> PermissionsAfterAsync(string attack) =>
        AfterAsync(
            attack,
            async connection =>
            {
                await connection.RunAsync("set local search_path = ''");
                return await PermissionComparison.FindAsync(
                    connection,
                    newsroom.Host.Services.GetRequiredService<ApplicationGrants>(),
                    Cancel
                );
            }
        );

    private async Task<T> AfterAsync<T>(string attack, Func<NpgsqlConnection, Task<T>> look)
    {
        await using var connection = await newsroom.Host.Services.GetRequiredService<MaintenanceDatabase>().OpenAsync(Cancel);
        await using var transaction = await connection.BeginTransactionAsync(IsolationLevel.RepeatableRead, Cancel);
        await connection.RunAsync(attack);
        return await look(connection);
    }
}
