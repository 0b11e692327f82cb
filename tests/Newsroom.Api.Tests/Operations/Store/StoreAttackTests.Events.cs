using Marten;
using Marten.Exceptions;
using Microsoft.Extensions.DependencyInjection;
using Newsroom.Api.Operations.Store;
using Newsroom.Domain.Desks;

namespace Newsroom.Api.Tests.Operations.Store;

public partial class StoreAttackTests
{
    [Theory]
    [InlineData(
        "data",
        "update newsroom.mt_events set data = jsonb_set(data, '{article,body}', '\"The wall is 32 metres long.\"') where stream_id = "
            + "@story and version = 1"
    )]
    [InlineData("user_name", "update newsroom.mt_events set user_name = 'unknown@newsroom' where stream_id = @story and version = 2")]
    [InlineData(
        "timestamp",
        "update newsroom.mt_events set timestamp = timestamp - interval '1 microsecond' where stream_id = @story and version = 2"
    )]
    [InlineData(
        "headers.as",
        "update newsroom.mt_events set headers = jsonb_set(headers, '{as}', '\"publisher\"') where stream_id = @story and version = 2"
    )]
    [InlineData("causation_id", "update newsroom.mt_events set causation_id = 'spike' where stream_id = @story and version = 2")]
    [InlineData("type", "update newsroom.mt_events set type = 'claim_withdrawn' where stream_id = @story and version = 2")]
    [InlineData(
        "data.evidence",
        "update newsroom.mt_events set data = jsonb_set(data, '{evidence,0,citation}', '\"Nothing\"') where stream_id = @story and type = "
            + "'fact_checked'"
    )]
    [InlineData(
        "data, a number beyond the range",
        "update newsroom.mt_events set data = jsonb_set(data, '{article,body}', '1e999') where stream_id = @story and version = 1"
    )]
    [InlineData(
        "data.evidence, not a list",
        "update newsroom.mt_events set data = jsonb_set(data, '{evidence}', 'true') where stream_id = @story and type = 'fact_checked'"
    )]
    [InlineData(
        "type and data, an erasure without members",
        "update newsroom.mt_events set type = 'erasure_carried_out', data = '{\"parts\": 1}' where stream_id = @story and version = 2"
    )]
    public async Task A_changed_event_is_named(string column, string sql)
    {
        var (story, id) = await StoryAsync();
        var report = await AfterAsync(sql, ("story", story));
        (report.Wrong, report.Findings[0].Damage).ShouldBe((1, IntegrityIssueKind.EventChanged), column);
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
}
