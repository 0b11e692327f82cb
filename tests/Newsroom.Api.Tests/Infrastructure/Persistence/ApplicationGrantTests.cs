using Microsoft.Extensions.DependencyInjection;
using Newsroom.Api.Infrastructure.Persistence;
using Newsroom.Api.Infrastructure.Projections;
using Newsroom.Api.Speakers;
using Newsroom.Api.Tests.Postgres;
using Npgsql;
using Weasel.Core;
using Weasel.Postgresql.Tables;

namespace Newsroom.Api.Tests.Infrastructure.Persistence;

/// <summary>
/// Tries every privilege on every table, sequence and function as the application's role. The expected privileges are listed here a second
/// time, or follow from the registration of a projection; all others are refused.
/// </summary>
public sealed class ApplicationGrantTests(Newsroom newsroom)
{
    /// <summary>
    /// S select, I insert, U update, D delete, T truncate; a column of update in brackets. Tables that begin alike, with *.
    /// </summary>
    private static readonly Dictionary<string, string> Tables = new()
    {
        ["mt_events"] = "S I",
        ["mt_streams"] = "S I U[version] U[timestamp]",
        ["ledger_leaves"] = "S I",
        ["ledger_hashes"] = "S I",
        ["ledger_parts"] = "S I",
        ["ledger_salts"] = "S I",
        ["ledger_checkpoints"] = "S I",
        ["ledger_signings"] = "S I",
        ["database_identity"] = "S",
        ["database_keys"] = "S",
        ["source_keys"] = "S",
        ["broker_exchanges"] = "S I",
        ["broker_notices"] = "S I D",
        ["delivery_events"] = "S I",
        ["delivery_attempts"] = "S I",
        ["deliveries"] = "S I U",
        ["subscriber_secrets"] = "S I D U[valid_until]",
        ["mt_doc_idempotentanswer"] = "S I D",
        ["mt_high_water_skips"] = "S I",
        ["mt_event_progression"] = "S I U D",
        ["mt_event_projection_floors"] = "S I U D",
        ["mt_doc_*"] = "S I U D T",
        ["read_tally"] = "S I U D",
        ["refusal_tally"] = "S I U D",
        ["projection_failures"] = "S I U D",
        ["wolverine_*"] = "S I U D",
    };

    private static readonly string[] Functions =
    [
        "keep_source_key",
        "mt_immutable_date",
        "mt_immutable_time",
        "mt_immutable_timestamp",
        "mt_immutable_timestamptz",
        "mt_mark_event_progression",
        "mt_mark_progression_with_skip",
        "mt_quick_append_events",
        "story_vector",
        "word_vector",
    ];

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private NpgsqlDataSource Application => newsroom.Host.Services.GetRequiredService<NpgsqlDataSource>();

    [Fact]
    public async Task Every_privilege_on_every_table_is_written_down_and_every_other_is_refused()
    {
        var names = await NamesAsync(
            "select relname from pg_class where relnamespace = 'newsroom'::regnamespace and relkind in ('r', 'p', 'v', 'm', 'f') order by 1"
        );
        names.Count.ShouldBeGreaterThan(30);
        foreach (var table in names)
        {
            var may = Of(table).Split(' ');
            await TriesAsync(may.Contains("S"), $"select from newsroom.{table} limit 0");
            await TriesAsync(may.Contains("D"), $"delete from newsroom.{table} where false");
            await TriesAsync(may.Contains("T"), $"truncate newsroom.{table}");
            await TriesAsync(may.Contains("I"), $"insert into newsroom.{table} select * from newsroom.{table} where false");
            foreach (
                var column in await NamesAsync(
                    $"select attname from pg_attribute where attrelid = 'newsroom.{table}'::regclass and attnum > 0 and not attisdropped"
                )
            )
            {
                await TriesAsync(
                    may.Contains("U") || may.Contains($"U[{column}]"),
                    $"update newsroom.{table} set \"{column}\" = \"{column}\" where false"
                );
            }
        }
    }

    [Fact]
    public async Task Sequences_are_moved_on_and_never_set()
    {
        var sequences = await NamesAsync(
            "select relname from pg_class where relnamespace = 'newsroom'::regnamespace and relkind = 'S' order by 1"
        );
        sequences.ShouldNotBeEmpty();
        foreach (var sequence in sequences)
        {
            await TriesAsync(true, $"select last_value from newsroom.{sequence}");
            await TriesAsync(false, $"select setval('newsroom.{sequence}', 1000000)");
            await TriesAsync(false, $"alter sequence newsroom.{sequence} restart");
        }
    }

    [Fact]
    public async Task Only_the_functions_that_are_needed_are_called()
    {
        var all = await NamesAsync("select distinct proname from pg_proc where pronamespace = 'newsroom'::regnamespace order by 1");
        var may = await NamesAsync(
            "select distinct proname from pg_proc where pronamespace = 'newsroom'::regnamespace and "
                + "has_function_privilege('newsroom_app', oid, 'execute') order by 1"
        );
        may.ShouldBe(Functions);
        all.Count.ShouldBeGreaterThan(may.Count);
        await TriesAsync(false, "select newsroom.mt_archive_stream(gen_random_uuid())");
        await TriesAsync(false, "create function newsroom.mine() returns int language sql as 'select 1'");
        await TriesAsync(false, "create table newsroom.mine ()");
        await TriesAsync(false, "drop trigger refuse_change on newsroom.mt_events");
        await TriesAsync(false, "alter table newsroom.mt_events disable trigger all");
        await TriesAsync(false, "set session_replication_role = replica");
    }

    [Fact]
    public async Task Naming_an_erasure_gives_the_application_no_right()
    {
        foreach (
            var attack in new[]
            {
                "delete from newsroom.mt_events",
                "update newsroom.mt_events set data = '{}'",
                "delete from newsroom.ledger_salts",
                "delete from newsroom.source_keys",
            }
        )
        {
            await TriesAsync(false, $"select set_config('newsroom.erasing', 'x', true); {attack}");
        }
    }

    [Fact]
    public async Task An_event_has_a_number_that_was_taken_from_the_sequence()
    {
        const string insert =
            "insert into newsroom.mt_events (seq_id, id, stream_id, version, data, type) select {0}, gen_random_uuid(), id, 1000000, "
            + "'{}', 'desk_defined' from newsroom.mt_streams limit 1";
        await TriesAsync(
            false,
            insert.Replace("{0}", "(select last_value + 1000 from newsroom.mt_events_sequence)", StringComparison.Ordinal)
        );
        await TriesAsync(true, insert.Replace("{0}", "nextval('newsroom.mt_events_sequence')", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_sources_key_is_stored_once_and_deleted_only_by_an_erasure()
    {
        await using var connection = await Application.OpenConnectionAsync(Cancel);
        await using var transaction = await connection.BeginTransactionAsync(Cancel);
        var (speaker, first) = ($"source-{Guid.NewGuid():N}", new byte[] { 1, 2, 3 });
        (await SourceKeys.KeepAsync(connection, speaker, first, Cancel)).ShouldBe(first);
        (await SourceKeys.KeepAsync(connection, speaker, [4, 5, 6], Cancel)).ShouldBe(first);
        (await SourceKeys.FindAsync(connection, speaker, Cancel)).ShouldBe(first);
        await transaction.RollbackAsync(Cancel);

        await using var owner = await newsroom.Host.Services.GetRequiredService<MaintenanceDatabase>().OpenAsync(Cancel);
        await owner.RunAsync("begin; insert into newsroom.source_keys values ('guarded', '\\x00')");
        (
            await Should.ThrowAsync<PostgresException>(() => owner.RunAsync("delete from newsroom.source_keys where speaker = 'guarded'"))
        ).MessageText.ShouldContain("added to and never changed");
        await owner.RunAsync(
            "rollback; begin; insert into newsroom.source_keys values ('guarded', '\\x00'); select set_config('newsroom.erasing', 'x', "
                + "true); delete from newsroom.source_keys where speaker = 'guarded'; rollback"
        );
    }

    [Theory]
    [InlineData("mt_events", "select, insert")]
    [InlineData("ledger_leaves", "select, insert")]
    [InlineData("source_keys", "select")]
    [InlineData("not_registered", "")]
    [InlineData("registered", "select, insert, update, delete, truncate")]
    public void A_projection_gains_privileges_on_its_own_tables_only(string table, string privileges)
    {
        ISchemaObject[] registered =
        [
            new Table("newsroom.mt_events"),
            new Table("newsroom.ledger_leaves"),
            new Table("newsroom.source_keys"),
            new Table("newsroom.registered"),
        ];

        new ApplicationGrants(registered).On(new CatalogEntry("table", table, $"newsroom.{table}")).ShouldBe(privileges);
    }

    private IEnumerable<string> OfProjections =>
        newsroom
            .Host.Services.GetServices<ProjectionRegistration>()
            .SelectMany(projection => projection.SchemaObjects)
            .OfType<Table>()
            .Select(table => table.Identifier.Name);

    private string Of(string table) =>
        Tables.GetValueOrDefault(table)
        ?? (OfProjections.Contains(table) ? "S I U D T" : null)
        ?? Tables
            .Where(t => t.Key.EndsWith('*') && table.StartsWith(t.Key[..^1], StringComparison.Ordinal))
            .Select(t => t.Value)
            .FirstOrDefault()
        ?? throw new InvalidOperationException(
            $"What the application needs of newsroom.{table} is not listed: add it here and to ApplicationGrants, or register it with "
                + "its projection."
        );

    /// <summary>Runs a statement as the application, and rolls it back.</summary>
    private async Task TriesAsync(bool may, string sql)
    {
        await using var connection = await Application.OpenConnectionAsync(Cancel);
        await using var transaction = await connection.BeginTransactionAsync(Cancel);
        PostgresException? refused = null;
        try
        {
            await connection.RunAsync(sql);
        }
        catch (PostgresException failure)
        {
            refused = failure;
        }

        (refused?.SqlState).ShouldBe(may ? null : PostgresErrorCodes.InsufficientPrivilege, $"{sql}: {refused?.MessageText}");
    }

    private async Task<List<string>> NamesAsync(string sql)
    {
        await using var command = Application.CreateCommand(sql);
        await using var rows = await command.ExecuteReaderAsync(Cancel);
        var names = new List<string>();
        while (await rows.ReadAsync(Cancel))
        {
            names.Add(rows.GetString(0));
        }

        return names;
    }
}
