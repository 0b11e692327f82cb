using System.Data;
using Marten;
using Marten.Exceptions;
using Microsoft.Extensions.DependencyInjection;
using Newsroom.Api.Infrastructure.Persistence;
using Newsroom.Api.Ledger;
using Newsroom.Api.Operations.Store;
using Newsroom.Api.Tests.EndToEnd;
using Newsroom.Domain.Desks;
using Newsroom.Domain.Kernel;
using Newsroom.Ledger;
using Npgsql;

namespace Newsroom.Api.Tests.Operations.Store;

/// <summary>
/// Attacks by a superuser of the database, and their reports. Each attack is made and verified in one transaction, which is rolled back.
/// </summary>
public class StoreAttackTests(Newsroom newsroom) : IClassFixture<Newsroom>
{
    private LedgerKeys Keys => newsroom.Host.Services.GetRequiredService<LedgerKeys>();

    [Fact]
    public async Task An_unchanged_store_has_no_issues()
    {
        await StoryAsync();
        (await AfterAsync("select 1")).ShouldSatisfyAllConditions(
            r => r.Wrong.ShouldBe(0, string.Join('\n', r.Findings)),
            r => r.Events.ShouldBe(r.Of),
            r => r.Events.ShouldBeGreaterThan(3)
        );
        var told = await newsroom.TypeAsync("ida", Role.Auditor, "verify-store");
        (told.Code, told.Said.Contains("The store matches the ledger", StringComparison.Ordinal)).ShouldBe((0, true), told.Said);
    }

    [Theory]
    [InlineData(
        "a byte of what was written",
        "update newsroom.mt_events set data = jsonb_set(data, '{article,body}', '\"The wall is 32 metres long.\"') where stream_id = "
            + "@story and version = 1"
    )]
    [InlineData("who did it", "update newsroom.mt_events set user_name = 'nobody@newsroom' where stream_id = @story and version = 2")]
    [InlineData(
        "when",
        "update newsroom.mt_events set timestamp = timestamp - interval '1 microsecond' where stream_id = @story and version = 2"
    )]
    [InlineData(
        "as what",
        "update newsroom.mt_events set headers = jsonb_set(headers, '{as}', '\"publisher\"') where stream_id = @story and version = 2"
    )]
    [InlineData("why", "update newsroom.mt_events set causation_id = 'spike' where stream_id = @story and version = 2")]
    [InlineData("what sort of thing", "update newsroom.mt_events set type = 'claim_withdrawn' where stream_id = @story and version = 2")]
    [InlineData(
        "evidence",
        "update newsroom.mt_events set data = jsonb_set(data, '{evidence,0,citation}', '\"Nothing\"') where stream_id = @story and type = "
            + "'fact_checked'"
    )]
    [InlineData(
        "a number that nothing can hold",
        "update newsroom.mt_events set data = jsonb_set(data, '{article,body}', '1e999') where stream_id = @story and version = 1"
    )]
    [InlineData(
        "evidence that is none",
        "update newsroom.mt_events set data = jsonb_set(data, '{evidence}', 'true') where stream_id = @story and type = 'fact_checked'"
    )]
    [InlineData(
        "an erasure that says nothing",
        "update newsroom.mt_events set type = 'erasure_carried_out', data = '{\"parts\": 1}' where stream_id = @story and version = 2"
    )]
    public async Task A_changed_event_is_named(string what, string sql)
    {
        var (story, id) = await StoryAsync();
        var report = await AfterAsync(sql, ("story", story));
        (report.Wrong, report.Findings[0].Damage).ShouldBe((1, IntegrityIssueKind.EventChanged), what);
        report.Findings[0].Message.ShouldContain($"{story}");
    }

    [Fact]
    public async Task The_tombstone_of_a_failed_append_is_no_event_and_cannot_become_one()
    {
        await using (var session = newsroom.Host.Services.GetRequiredService<IDocumentStore>().LightweightSession())
        {
            session.Events.StartStream(Guid.NewGuid(), new DeskDefined(new Desk("nowhere", "Nowhere", "en")));
            session.QueueSqlCommand("select 1 / 0");
            await Should.ThrowAsync<MartenCommandException>(() => session.SaveChangesAsync(TestContext.Current.CancellationToken));
        }

        await StoryAsync();
        var place = await ScalarAsync<long>("select max(seq_id) from newsroom.mt_events where type = 'tombstone'");
        (await AfterAsync("select 1")).Wrong.ShouldBe(0);
        (await AfterAsync("delete from newsroom.mt_events where seq_id = @place", ("place", place))).Wrong.ShouldBe(0);
        foreach (var change in new[] { "data = '{\"desk\": 1}'", "type = 'desk_defined'" })
        {
            (await AfterAsync($"update newsroom.mt_events set {change} where seq_id = @place", ("place", place)))
                .Findings.Select(f => f.Damage)
                .ShouldBe([IntegrityIssueKind.EventHidden, IntegrityIssueKind.EventInserted, IntegrityIssueKind.StreamChanged]);
        }
    }

    [Fact]
    public async Task A_deleted_event_is_named()
    {
        var (story, _) = await StoryAsync();
        var id = await ScalarAsync<Guid>("select id from newsroom.mt_events where stream_id = $1 and version = 2", story);
        var report = await AfterAsync("delete from newsroom.mt_events where stream_id = @story and version = 2", ("story", story));
        report.Findings.Select(f => f.Damage).ShouldBe([IntegrityIssueKind.EventMissing, IntegrityIssueKind.StreamChanged]);
        report.Findings[0].Event.ShouldBe(id);
    }

    [Fact]
    public async Task The_last_event_deleted_is_named()
    {
        await StoryAsync();
        (await AfterAsync("delete from newsroom.mt_events where seq_id = (select max(sequence) from newsroom.ledger_leaves)"))
            .Findings.Select(f => f.Damage)
            .ShouldBe([IntegrityIssueKind.EventMissing, IntegrityIssueKind.StreamChanged]);
    }

    [Fact]
    public async Task Two_events_swapped_are_both_named()
    {
        var (story, _) = await StoryAsync();
        var report = await AfterAsync(
            """
            update newsroom.mt_events set seq_id = -seq_id where stream_id = @story and version in (1, 2);
            update newsroom.mt_events e set seq_id = -(select o.seq_id from newsroom.mt_events o where o.stream_id = e.stream_id and o.version = 3 - e.version) where stream_id = @story and version = 1;
            update newsroom.mt_events e set seq_id = (select min(l.sequence) from newsroom.ledger_leaves l left join newsroom.mt_events o on o.seq_id = l.sequence where o.seq_id is null) where stream_id = @story and version = 2;
            """,
            ("story", story)
        );
        report.Findings.Count(f => f.Damage == IntegrityIssueKind.EventChanged).ShouldBe(2, string.Join('\n', report.Findings));
    }

    [Fact]
    public async Task An_event_inserted_before_others_is_named()
    {
        var (story, _) = await StoryAsync();
        var report = await AfterAsync(
            "insert into newsroom.mt_events (seq_id, id, stream_id, version, data, type, timestamp) select 0, gen_random_uuid(), "
                + "stream_id, 1000, data, type, timestamp from newsroom.mt_events where stream_id = @story and version = 2",
            ("story", story)
        );
        report
            .Findings.Select(f => f.Damage)
            .ShouldBe(
                [IntegrityIssueKind.EventHidden, IntegrityIssueKind.EventInserted, IntegrityIssueKind.StreamChanged],
                customMessage: string.Join("; ", report.Findings.Select(f => $"{f}"))
            );
    }

    [Fact]
    public async Task A_truncated_log_is_named_by_its_checkpoints()
    {
        await StoryAsync(signed: true);
        (
            await AfterAsync("delete from newsroom.ledger_leaves where index = (select max(index) from newsroom.ledger_leaves)")
        ).Findings.ShouldContain(f => f.Damage == IntegrityIssueKind.LogTruncated);
    }

    [Fact]
    public async Task A_leaf_removed_from_the_middle_is_named()
    {
        await StoryAsync(signed: true);
        var report = await AfterAsync("delete from newsroom.ledger_leaves where index = 1");
        report.Findings.Select(f => f.Damage).ShouldContain(IntegrityIssueKind.LeavesOutOfOrder);
        report.Findings.Select(f => f.Damage).ShouldContain(IntegrityIssueKind.EventInserted);
    }

    [Fact]
    public async Task History_rewritten_together_with_its_leaves_is_named_by_what_was_signed_before()
    {
        var (story, _) = await StoryAsync(signed: true);
        var report = await AttackAsync(async connection =>
        {
            await RunAsync(
                connection,
                "update newsroom.mt_events set data = jsonb_set(data, '{article,body}', '\"It was never so.\"') where stream_id = $1 "
                    + "and version = 1",
                story
            );
            await using var read = new NpgsqlCommand(
                $"select {StoredEvents.Columns} from newsroom.mt_events e where stream_id = $1 and version = 1",
                connection
            )
            {
                Parameters = { new() { Value = story } },
            };
            await using var row = await read.ExecuteReaderAsync();
            await row.ReadAsync();
            var (forged, salt) = (StoredEvents.Read(row), Commitment.NewSalt());
            await row.CloseAsync();
            await RunAsync(
                connection,
                "update newsroom.ledger_leaves set entry = $2, salt = $3 where sequence = $1",
                forged.Sequence,
                forged.Entry(salt).ToArray(),
                salt
            );
        });
        report
            .Findings[0]
            .ShouldSatisfyAllConditions(
                f => f.Damage.ShouldBe(IntegrityIssueKind.LogForked),
                f => f.Message.ShouldContain("signed over other leaves than these")
            );
    }

    [Fact]
    public async Task A_checkpoint_signed_with_another_key_is_named()
    {
        await StoryAsync(signed: true);
        var forged = SignedNote.Sign(new Checkpoint(Keys.Origin, 1, MerkleTree.Empty).Text, NoteSigner.Generate(Keys.Origin)).ToString();
        var report = await AfterAsync(
            "insert into newsroom.ledger_checkpoints values (1, now(), @note) on conflict (size) do update set note = excluded.note",
            ("note", forged)
        );
        report
            .Findings.Select(f => f.Damage)
            .ShouldBe([IntegrityIssueKind.CheckpointNotSigned, IntegrityIssueKind.LogForked, IntegrityIssueKind.LedgerChanged]);
    }

    [Fact]
    public async Task A_database_restored_to_an_earlier_state_is_named_by_an_external_checkpoint()
    {
        await StoryAsync(signed: true);
        var kept = (await newsroom.Reader().GetAsync("/ledger/checkpoint")).Text;
        var size = Checkpoint.Parse(SignedNote.Parse(kept).Text).Size;
        var report = await AfterAsync(
            """
            delete from newsroom.ledger_checkpoints where size > @size - 3;
            delete from newsroom.ledger_signings where size > @size - 3;
            delete from newsroom.mt_events where seq_id > (select sequence from newsroom.ledger_leaves where index = @size - 4);
            delete from newsroom.ledger_leaves where index > @size - 4;
            delete from newsroom.ledger_hashes where (index + 1) * (256 ^ level) > @size - 3;
            delete from newsroom.ledger_parts where sequence > (select max(sequence) from newsroom.ledger_leaves);
            delete from newsroom.ledger_salts where sequence > (select max(sequence) from newsroom.ledger_leaves);
            delete from newsroom.mt_streams s where not exists (select from newsroom.mt_events e where e.stream_id = s.id);
            update newsroom.mt_streams s set version = (select max(version) from newsroom.mt_events e where e.stream_id = s.id)
            where s.version > 0
            """,
            SignedNote.Parse(kept),
            ("size", size)
        );
        report
            .Findings.ShouldHaveSingleItem()
            .ShouldSatisfyAllConditions(
                f => f.Damage.ShouldBe(IntegrityIssueKind.LogTruncated),
                f => f.Message.ShouldContain("put back to an earlier state")
            );
    }

    [Fact]
    public async Task A_recreated_ledger_is_named_by_an_external_checkpoint()
    {
        await StoryAsync(signed: true);
        var other = Keys.Sign(2, MerkleTree.Leaf("another"u8));
        (await AfterAsync("select 1", SignedNote.Parse(other)))
            .Findings.ShouldHaveSingleItem()
            .ShouldSatisfyAllConditions(
                f => f.Damage.ShouldBe(IntegrityIssueKind.LogForked),
                f => f.Message.ShouldContain("two of them under one key")
            );
    }

    [Fact]
    public async Task Parts_made_unreadable_without_an_erasure_are_named()
    {
        var (_, check) = await StoryAsync();
        var report = await AfterAsync(
            "delete from newsroom.ledger_salts where sequence = (select sequence from newsroom.ledger_leaves where event = @check); "
                + "update newsroom.mt_events set data = jsonb_set(data, '{evidence,0}', '{\"kind\": \"erased\", \"citation\": "
                + "\"erased\"}') where id = @check",
            ("check", check)
        );
        report.Findings.ShouldHaveSingleItem().Damage.ShouldBe(IntegrityIssueKind.ErasedWithoutRecord);
        (
            await AfterAsync(
                "delete from newsroom.ledger_salts where sequence = (select sequence from newsroom.ledger_leaves where event = @check)",
                ("check", check)
            )
        )
            .Findings.Select(f => f.Damage)
            .ShouldBe([IntegrityIssueKind.EventChanged, IntegrityIssueKind.ErasedWithoutRecord]);
    }

    [Fact]
    public async Task A_changed_stored_hash_is_named()
    {
        while (await ScalarAsync<long>("select count(*) from newsroom.ledger_leaves") < Tile.Width)
        {
            await Task.WhenAll(Enumerable.Range(0, 30).Select(_ => StoryDriver.DraftedAsync(newsroom, "Fills a tile", "Words.")));
            await newsroom.CatchUpAsync();
        }

        (await AfterAsync("update newsroom.ledger_hashes set hash = decode(repeat('00', 32), 'hex') where level = 1 and index = 0"))
            .Findings.Select(f => f.Damage)
            .ShouldContain(IntegrityIssueKind.HashChanged);
    }

    [Fact]
    public async Task An_invalid_checkpoint_is_refused()
    {
        (await newsroom.As("ida", Role.Auditor).GetAsync("/ledger/verify-store?since=nonsense")).IsRefused(400, "checkpoint-malformed");
        (await newsroom.As("ed", Role.Editor).GetAsync("/ledger/verify-store")).IsRefused(403, "role-required");
    }

    /// <summary>A story with a check, in the ledger; and the check's event.</summary>
    private async Task<(Guid Story, Guid Check)> StoryAsync(bool signed = false)
    {
        // Without any checkpoint, a first leaf that waited longer than the time between checkpoints is a finding.
        var checkpoints = newsroom.Host.Services.GetRequiredService<Checkpoints>();
        await newsroom.CatchUpAsync();
        await checkpoints.SignAsync(TestContext.Current.CancellationToken);
        var story = await StoryDriver.DraftedAsync(newsroom, "Under attack", "The wall is 31 metres long.");
        (await story.DoAsync("flag-claim", "ed", Role.Editor, new { words = "The wall is 31 metres long." })).Is(200);
        (await story.VerifyAsync("c1")).Is(200);
        await newsroom.CatchUpAsync();
        if (signed)
        {
            await checkpoints.SignAsync(TestContext.Current.CancellationToken);
        }

        return (
            story.Id,
            await ScalarAsync<Guid>("select id from newsroom.mt_events where stream_id = $1 and type = 'fact_checked'", story.Id)
        );
    }

    private Task<StoreReport> AfterAsync(string sql, params (string Name, object Value)[] parameters) => AfterAsync(sql, null, parameters);

    private Task<StoreReport> AfterAsync(string sql, SignedNote? since, params (string Name, object Value)[] parameters) =>
        AttackAsync(
            async connection =>
            {
                foreach (var statement in sql.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
                {
                    await using var command = new NpgsqlCommand(statement, connection);
                    foreach (var (name, value) in parameters.Where(p => statement.Contains($"@{p.Name}", StringComparison.Ordinal)))
                    {
                        command.Parameters.Add(new(name, value));
                    }

                    await command.ExecuteNonQueryAsync();
                }
            },
            since
        );

    private async Task<StoreReport> AttackAsync(Func<NpgsqlConnection, Task> attack, SignedNote? since = null)
    {
        var cancellationToken = TestContext.Current.CancellationToken;
        await using var connection = await newsroom.Host.Services.GetRequiredService<MaintenanceDatabase>().OpenAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(IsolationLevel.RepeatableRead, cancellationToken);
        await RunAsync(connection, "set local session_replication_role = replica");
        await attack(connection);
        StoreReport? last = null;
        await foreach (
            var report in newsroom.Host.Services.GetRequiredService<StoreVerifier>().VerifyAsync(connection, since, cancellationToken)
        )
        {
            last = report;
        }

        last!.IsDone.ShouldBeTrue();
        return last;
    }

    private static async Task RunAsync(NpgsqlConnection connection, string sql, params object[] parameters)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        command.Parameters.AddRange(parameters.Select(p => new NpgsqlParameter { Value = p }).ToArray());
        await command.ExecuteNonQueryAsync();
    }

    private async Task<T> ScalarAsync<T>(string sql, params object[] parameters)
    {
        await using var command = newsroom.Host.Services.GetRequiredService<NpgsqlDataSource>().CreateCommand(sql);
        command.Parameters.AddRange(parameters.Select(p => new NpgsqlParameter { Value = p }).ToArray());
        return (T)(await command.ExecuteScalarAsync())!;
    }
}
