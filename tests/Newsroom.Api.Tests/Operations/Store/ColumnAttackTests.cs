using Newsroom.Api.Infrastructure.Http;
using Newsroom.Api.Infrastructure.Persistence;
using Newsroom.Api.Infrastructure.Security;
using Newsroom.Api.Operations.Store;
using Newsroom.Api.Tests.Postgres;
using Npgsql;

namespace Newsroom.Api.Tests.Operations.Store;

/// <summary>
/// A superuser changes every column of every table of the catalog, with triggers disabled. verify-store reports it, or verify-views where
/// it is derived, unless no read of the record depends on it.
/// </summary>
public sealed class ColumnAttackTests(AttackedNewsroom newsroom) : IClassFixture<AttackedNewsroom>
{
    /// <summary>Columns whose changes are not reported, and why no read of the record depends on them; * matches any column.</summary>
    private static readonly Dictionary<string, string> Irrelevant = new()
    {
        ["mt_streams.type"] = "The type of the aggregate that a stream was started for. It is never read: events have types.",
        ["mt_streams.timestamp"] = "The database's time of the latest append. It is never read: events have times.",
        ["mt_streams.created"] = "The database's time of the first append. It is never read.",
        ["ledger_checkpoints.at"] = "Shown with a checkpoint; it is not signed, and no decision depends on it.",
        ["mt_event_progression.*"] =
            "The position of the daemon. If it is too low, events are applied again; one above the events is reported "
            + "(last_seq_id, below), and so is the health of projections.",
        ["mt_event_projection_floors.*"] = "The first event of a projection of one tenant; there is one tenant.",
        ["mt_high_water_skips.*"] = "A log of gaps that the daemon skipped.",
        ["mt_doc_idempotentanswer.*"] = "Responses to repeated commands. The record is never read from them.",
        ["broker_exchanges.*"] = "Since when the broker is told. The record is never read from it.",
        ["broker_notices.*"] = "What the broker is told next. The record is never read from it.",
        ["delivery_events.*"] = "What was announced to subscribers. The record is never read from it.",
        ["delivery_attempts.*"] = "What subscribers answered. The record is never read from it.",
        ["deliveries.*"] = "What subscribers are sent. The record is never read from it.",
        ["subscriber_secrets.*"] = "The secrets that notices are signed with. The record is never read from them.",
        ["mt_doc_erasuresettlement.*"] = "Erasures that are not settled yet. The record is never read from them.",
        ["mt_doc_envelope.*"] = "Messages in transit; none contains a part of the record.",
        ["mt_doc_deadletterevent.*"] = "Names events that a projection could not apply; the projection's rows are compared.",
        ["projection_failures.*"] = "The reasons why projections stopped. The record is never read from them.",
        ["read_tally.*"] = "Reads of the current minute; their count is recorded as an event.",
        ["refusal_tally.*"] = "Refusals of the current minute; their count is recorded as an event.",
        ["wolverine_nodes.*"] = "The live nodes.",
        ["wolverine_node_assignments.*"] = "Which node runs which projection.",
        ["wolverine_node_records.*"] = "A log of nodes that started and stopped.",
        ["wolverine_agent_restrictions.*"] = "Projections that an operator paused or bound to a node.",
        ["wolverine_control_queue.*"] = "Messages between nodes about their assignments.",
        ["wolverine_incoming_envelopes.*"] = "Messages in transit, such as a schedule; health names one that is overdue.",
        ["wolverine_outgoing_envelopes.*"] = "Messages in transit; none contains a part of the record.",
        ["wolverine_dead_letters.*"] = "Messages that could not be read; health names what they should have done.",
        ["wolverine_dead_letter_history.*"] = "A log of messages that could not be handled.",
        ["mt_doc_*.mt_last_modified"] = "The time of the last write of a row.",
        ["mt_doc_*.mt_dotnet_type"] = "The name of a type, in tables with one type.",
        ["mt_doc_desk.mt_version"] = "Changes with each write. Unlike that of a story, it is not read.",
        ["mt_doc_person.mt_version"] = "Changes with each write. Unlike that of a story, it is not read.",
        ["mt_doc_speaker.mt_version"] = "Changes with each write. Unlike that of a story, it is not read.",
        ["mt_doc_subscriber.mt_version"] = "Changes with each write. Unlike that of a story, it is not read.",
        ["mt_doc_storytext.mt_version"] = "Changes with each write. Unlike that of a story, it is not read.",
        ["mt_doc_publishedstory.mt_version"] = "Changes with each write. Unlike that of a story, it is not read.",
        ["mt_doc_publicnotice.mt_version"] = "Changes with each write. Unlike that of a story, it is not read.",
        ["mt_doc_deskpolicies.mt_version"] = "Changes with each write. Unlike that of a story, it is not read.",
        ["mt_doc_erasure.mt_version"] = "Changes with each write. Unlike that of a story, it is not read.",
        ["mt_doc_keyframe.mt_version"] = "Changes with each write. Unlike that of a story, it is not read.",
        ["mt_doc_storycard.mt_version"] = "Changes with each write. Unlike that of a story, it is not read.",
        ["mt_doc_dismissedphrase.mt_version"] = "Changes with each write. Unlike that of a story, it is not read.",
        ["mt_doc_waitingitem.mt_version"] = "Changes with each write. Unlike that of a story, it is not read.",
        ["mt_doc_speakerquote.mt_version"] = "Changes with each write. Unlike that of a story, it is not read.",
        ["mt_doc_confidentialstory.mt_version"] = "Changes with each write. Unlike that of a story, it is not read.",
        ["mt_doc_evidenceuse.mt_version"] = "Changes with each write. Unlike that of a story, it is not read.",
        ["mt_doc_evidencefile.mt_version"] = "Changes with each write. Unlike that of a story, it is not read.",
        ["mt_doc_queuedpassage.mt_version"] = "Changes with each write. Unlike that of a story, it is not read.",
    };

    /// <summary>Reads of the state of the host, and of what subscribers and clients of the feed are sent, not of the record.</summary>
    private static readonly string[] OfOperation = ["/views/", "/ledger/verify-store", "/deliveries/", "/subscribers/", "/events"];

    private static readonly string[] Derived = ["mt_doc_", "audit", "story_words", "counted_acts"];

    [Fact]
    public async Task An_unchanged_database_has_no_issues()
    {
        (await newsroom.StoreAfterAsync("select 1")).ShouldSatisfyAllConditions(
            r => r.Wrong.ShouldBe(0, string.Join('\n', r.Findings)),
            r => r.Erased.ShouldBe(3)
        );
        (await newsroom.DifferentAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task Every_column_is_compared_or_decides_nothing()
    {
        var columns = (await ColumnsAsync()).Where(c => !IsIrrelevant(c.Table, c.Name.Trim('"'))).ToList();
        var unnoticed = new List<string>();
        foreach (var column in columns)
        {
            await TryAsync(
                $"update newsroom.{column.Table} set {column.Name} = {column.Changed} where ctid = (select min(ctid) from "
                    + $"newsroom.{column.Table})",
                column.Table
            );
            if (column.IsNullable && column.HasValues)
            {
                await TryAsync(
                    $"update newsroom.{column.Table} set {column.Name} = null where ctid = (select min(ctid) from newsroom.{column.Table} "
                        + $"where {column.Name} is not null{(column.Type == "jsonb" ? $" and {column.Name} <> 'null'" : "")})",
                    column.Table
                );
            }
        }

        foreach (var table in columns.Select(c => c.Table).Distinct())
        {
            await TryAsync($"delete from newsroom.{table} where ctid = (select min(ctid) from newsroom.{table})", table);
        }

        unnoticed.ShouldBeEmpty();

        async Task TryAsync(string attack, string table)
        {
            if (!await IsFoundAsync(attack, table))
            {
                unnoticed.Add(attack);
            }
        }
    }

    [Fact]
    public async Task No_read_of_the_record_touches_a_table_that_may_change_unnoticed()
    {
        await using var connection = await newsroom.SuperuserAsync();
        var (story, slug) = (
            await connection.ScalarAsync<Guid>("select id from newsroom.mt_doc_publishedstory limit 1"),
            await connection.ScalarAsync<string>("select slug from newsroom.mt_doc_publishedstory limit 1")
        );
        var tables = await connection.ScalarAsync<string[]>(
            "select array_agg(relname::text) from pg_class where relnamespace = 'newsroom'::regnamespace and relkind = 'r'"
        );
        var unseen = tables.Where(table => Irrelevant.ContainsKey($"{table}.*")).ToList();
        unseen.Count.ShouldBe(
            Irrelevant.Keys.Count(key => key.EndsWith(".*", StringComparison.Ordinal)),
            "Every table that is named exists."
        );
        await using var transaction = await connection.BeginTransactionAsync(TestContext.Current.CancellationToken);
        await connection.RunAsync($"lock table {string.Join(", ", unseen.Select(table => $"newsroom.{table}"))} in access exclusive mode");

        // A request that needs one of them waits for the lock until its time limit, as this one does.
        await using var database = NpgsqlDataSource.Create(newsroom.Database);
        var waiting = newsroom.ReadAsync(Permissions.All.Single(p => p.Route == "/views/parked-events"), story, slug);
        await database.UntilWaitedForAsync(connection, waiting);
        var reads = Permissions.All.Where(p => p.Method == "GET" && !OfOperation.Any(p.Route.StartsWith)).ToList();
        var answers = await Task.WhenAll(
            reads.Select(async permit => (permit.Route, Answer: await newsroom.ReadAsync(permit, story, slug)))
        );
        answers.Where(a => a.Answer.Status >= 500).Select(a => $"{a.Route}: {a.Answer.Text}").ShouldBeEmpty();
        answers.Count(a => a.Answer.Status == 200).ShouldBeGreaterThan(reads.Count / 2);
        await transaction.RollbackAsync(TestContext.Current.CancellationToken);
        (await waiting).Is(200);
    }

    [Fact]
    public async Task The_application_has_no_table_outside_its_schema()
    {
        const string sql = """
            select coalesce(string_agg(c.oid::regclass::text, ', '), '') from pg_class c join pg_namespace n on n.oid = c.relnamespace
            where c.relkind in ('r', 'p', 'm', 'f') and n.nspname not in ('newsroom', 'information_schema') and n.nspname not like 'pg\_%'
            """;
        await using var connection = await newsroom.SuperuserAsync();
        (await connection.ScalarAsync<string>(sql)).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("delete from newsroom.ledger_checkpoints", "signed checkpoints, over")]
    [InlineData("delete from newsroom.ledger_checkpoints where size > 0", "signed checkpoints, over")]
    [InlineData("delete from newsroom.ledger_signings", "have no signing")]
    [InlineData("delete from newsroom.ledger_checkpoints; delete from newsroom.ledger_signings", "No checkpoint covers the ledger's")]
    public async Task The_deletion_of_all_checkpoints_is_reported(string attack, string told) =>
        (await newsroom.StoreAfterAsync(attack)).Findings.ShouldContain(issue => issue.Message.Contains(told, StringComparison.Ordinal));

    [Theory]
    [InlineData("update newsroom.mt_events set timestamp = 'infinity' where version = 2")]
    [InlineData("update newsroom.mt_events set timestamp = '20000-01-01' where version = 2")]
    [InlineData("update newsroom.mt_events set data = 'null' where version = 2")]
    [InlineData("update newsroom.mt_events set data = '[1]' where version = 2")]
    [InlineData("update newsroom.mt_events set data = (repeat('[', 5000) || repeat(']', 5000))::jsonb where version = 2")]
    [InlineData(
        "update newsroom.mt_events set type = 'tombstone', data = '{}', headers = null, user_name = null, causation_id = null "
            + "where version = 2"
    )]
    [InlineData("update newsroom.ledger_leaves set index = 9223372036854775807 where index = 3")]
    [InlineData("update newsroom.ledger_leaves set sequence = 9223372036854775807 where index = 3")]
    [InlineData("update newsroom.ledger_leaves set sequence = -9223372036854775807 where index = 3")]
    [InlineData("update newsroom.ledger_leaves set entry = '' where index = 3")]
    [InlineData("update newsroom.ledger_leaves set salt = '' where index = 3")]
    [InlineData("update newsroom.ledger_hashes set hash = ''")]
    [InlineData("update newsroom.ledger_parts set digest = ''")]
    [InlineData("update newsroom.ledger_salts set salt = ''")]
    [InlineData("update newsroom.ledger_checkpoints set note = ''")]
    [InlineData("update newsroom.ledger_checkpoints set at = 'infinity', size = size + 1000000")]
    [InlineData("insert into newsroom.ledger_parts values (1, '/none', sha256('none'))")]
    [InlineData("insert into newsroom.ledger_salts values (1, '/none', sha256('none'))")]
    [InlineData("insert into newsroom.ledger_hashes values (9, 1, sha256('none'))")]
    [InlineData("insert into newsroom.source_keys values ('nobody', sha256('none'))")]
    [InlineData("update newsroom.source_keys set key = ''")]
    [InlineData("insert into newsroom.mt_streams (id, version) values (gen_random_uuid(), 1)")]
    [InlineData("update newsroom.mt_streams set version = 0")]
    [InlineData("delete from newsroom.mt_streams")]
    [InlineData("insert into newsroom.database_identity values (false, 'development', 'newsroom-development/other')")]
    [InlineData("insert into newsroom.database_keys values ('newsroom-development/ab+00000000+AAAA', 'signing')")]
    [InlineData("delete from newsroom.ledger_checkpoints")]
    [InlineData("delete from newsroom.ledger_checkpoints where size < (select max(size) from newsroom.ledger_checkpoints)")]
    [InlineData("update newsroom.mt_event_progression set last_seq_id = last_seq_id + 1000000 where name = 'audit:All'")]
    [InlineData(
        "insert into newsroom.mt_events (seq_id, id, stream_id, version, data, type) select 1000000, gen_random_uuid(), stream_id, "
            + "1000000, data, type from newsroom.mt_events where seq_id = 1"
    )]
    public async Task Values_that_no_host_stores_are_reported_without_a_failure(string attack) =>
        (await newsroom.StoreAfterAsync(attack)).ShouldSatisfyAllConditions(
            r => r.IsDone.ShouldBeTrue(),
            r => r.Wrong.ShouldBeGreaterThan(0),
            r => r.Findings.ShouldNotBeEmpty()
        );

    [Fact]
    public async Task The_deletion_of_an_earlier_checkpoint_is_reported()
    {
        var report = await newsroom.StoreAfterAsync(
            "delete from newsroom.ledger_checkpoints where size = (select min(size) from newsroom.ledger_checkpoints where size > 0)"
        );
        report.Findings.ShouldNotBeEmpty();
        report.Findings.ShouldAllBe(issue => issue.Damage == IntegrityIssueKind.CheckpointMissing);
    }

    private async Task<bool> IsFoundAsync(string attack, string table) =>
        Derived.Any(table.StartsWith)
            ? (await newsroom.ViewsAfterAsync(attack, table)).Count > 0
            : (await newsroom.StoreAfterAsync(attack)).Wrong > 0;

    private static bool IsIrrelevant(string table, string column) =>
        Irrelevant.Keys.Select(key => key.Split('.')).Any(key => Fits(key[0], table) && Fits(key[1], column));

    private static bool Fits(string pattern, string name) =>
        pattern.EndsWith('*') ? name.StartsWith(pattern[..^1], StringComparison.Ordinal) : pattern == name;

    private async Task<List<Column>> ColumnsAsync()
    {
        const string sql = """
            select c.relname, a.attname, format_type(a.atttypid, null), not a.attnotnull from pg_class c join pg_attribute a on a.attrelid = c.oid
            where c.relnamespace = 'newsroom'::regnamespace and c.relkind in ('r', 'p') and a.attnum > 0 and not a.attisdropped order by 1, a.attnum
            """;
        await using var connection = await newsroom.SuperuserAsync();
        var columns = new List<Column>();
        await using (var command = new NpgsqlCommand(sql, connection))
        await using (var rows = await command.ExecuteReaderAsync(TestContext.Current.CancellationToken))
        {
            while (await rows.ReadAsync(TestContext.Current.CancellationToken))
            {
                columns.Add(
                    new Column(rows.GetString(0), $"\"{rows.GetString(1)}\"", rows.GetString(2), rows.GetBoolean(3), HasValues: false)
                );
            }
        }

        for (var at = 0; at < columns.Count; at++)
        {
            columns[at] = columns[at] with
            {
                HasValues = await connection.ScalarAsync<bool>(
                    $"select exists (select from newsroom.{columns[at].Table} where {columns[at].Name} is not null)"
                ),
            };
            if (!IsIrrelevant(columns[at].Table, columns[at].Name.Trim('"')))
            {
                (await connection.ScalarAsync<bool>($"select exists (select from newsroom.{columns[at].Table})")).ShouldBeTrue(
                    $"There is nothing to attack in {columns[at].Table}."
                );
            }
        }

        return columns;
    }

    private sealed record Column(string Table, string Name, string Type, bool IsNullable, bool HasValues)
    {
        /// <summary>Returns another value of the type than the row has.</summary>
        public string Changed =>
            Type switch
            {
                "uuid" => "gen_random_uuid()",
                "bigint" or "integer" => $"coalesce({Name}, 0) + 1000003",
                "boolean" => $"not coalesce({Name}, false)",
                "jsonb" => $"coalesce({Name}, '{"{}"}') || '{"{\"attacked\": true}"}'",
                "timestamp with time zone" => $"coalesce({Name}, now()) + interval '1 hour'",
                "bytea" => $"case when {Name} is null then '\\x00' else set_byte({Name}, 0, get_byte({Name}, 0) # 1) end",
                "text[]" => $"coalesce({Name}, '{"{}"}') || 'x'::text",
                "text" or "character varying" => $"coalesce({Name}, '') || 'x'",
                _ => throw new InvalidOperationException($"How is a {Type} attacked ({Table}.{Name})?"),
            };
    }
}
