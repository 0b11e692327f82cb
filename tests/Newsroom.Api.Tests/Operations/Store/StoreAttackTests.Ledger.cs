using Microsoft.Extensions.DependencyInjection;
using Newsroom.Api.Infrastructure.Persistence;
using Newsroom.Api.Ledger;
using Newsroom.Api.Operations.Store;
using Newsroom.Api.Tests.EndToEnd;
using Newsroom.Ledger;
using Npgsql;

namespace Newsroom.Api.Tests.Operations.Store;

public partial class StoreAttackTests
{
    private LedgerKeys Keys => newsroom.Host.Services.GetRequiredService<LedgerKeys>();

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

    [Theory]
    [InlineData("", IntegrityIssueKind.CheckpointMissing)]
    [InlineData("delete from newsroom.ledger_signings where size = @size;", IntegrityIssueKind.LedgerChanged)]
    public async Task A_checkpoint_signed_with_another_key_is_named(string also, IntegrityIssueKind thereby)
    {
        await StoryAsync(signed: true);
        var size = Checkpoint.Parse(SignedNote.Parse((await newsroom.Reader().GetAsync("/ledger/checkpoint")).Text).Text).Size;
        var forged = SignedNote.Sign(new Checkpoint(Keys.Origin, size, MerkleTree.Empty).Text, NoteSigner.Generate(Keys.Origin)).ToString();
        var report = await AfterAsync(
            also + "update newsroom.ledger_checkpoints set note = @note where size = @size",
            ("note", forged),
            ("size", size)
        );
        report
            .Findings.Select(f => f.Damage)
            .ShouldBe([IntegrityIssueKind.CheckpointNotSigned, IntegrityIssueKind.LogForked, thereby]);
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
}
