using Microsoft.Extensions.DependencyInjection;
using Newsroom.Api.Infrastructure.Persistence;
using Newsroom.Api.Operations.Store;
using Newsroom.Api.Tests.Postgres;
using Npgsql;

namespace Newsroom.Api.Tests.Operations.Store;

public sealed class StoreVerifierTests(Newsroom newsroom) : IClassFixture<Newsroom>
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_change_of_a_table_that_waits_for_a_verification_does_not_stop_it()
    {
        await StoryDriver.DraftedAsync(newsroom, "Verified", "It rains.");
        await newsroom.CatchUpAsync();
        await using var owner = NpgsqlDataSource.Create(newsroom.Database);
        await using var changing = await owner.OpenConnectionAsync(Cancel);
        Task change;
        await using (
            var reports = newsroom
                .Host.Services.GetRequiredService<StoreVerifier>()
                .VerifyAsync(since: null, Cancel)
                .GetAsyncEnumerator(Cancel)
        )
        {
            (await reports.MoveNextAsync()).ShouldBeTrue();
            reports.Current.IsDone.ShouldBeFalse();
            change = changing.RunAsync("alter table newsroom.mt_events alter column user_name drop default");
            while (!await owner.ScalarAsync<bool>($"select exists (select from pg_locks where pid = {changing.ProcessID} and not granted)"))
            {
                change.IsCompleted.ShouldBeFalse("It did not wait for the verification.");
            }

            while (!reports.Current.IsDone)
            {
                (await reports.MoveNextAsync()).ShouldBeTrue();
            }
        }

        await change;
    }

    [Fact]
    public async Task A_ledger_that_is_late_has_a_checkpoint_with_its_first_leaves()
    {
        await StoryDriver.DraftedAsync(newsroom, "Before the ledger", "It rains.");
        await newsroom.CatchUpAsync();
        await using (var superuser = await newsroom.Host.Services.GetRequiredService<MaintenanceDatabase>().OpenAsync(Cancel))
        {
            await superuser.RunAsync(
                """
                set session_replication_role = replica;
                truncate newsroom.ledger_leaves, newsroom.ledger_hashes, newsroom.ledger_parts, newsroom.ledger_salts,
                    newsroom.ledger_checkpoints, newsroom.ledger_signings;
                update newsroom.mt_events set timestamp = timestamp - interval '1 hour'
                """
            );
        }

        (await VerifyAsync()).ShouldNotContain(issue => issue.Damage == IntegrityIssueKind.CheckpointMissing, "There are no leaves.");
        await StoryDriver.DraftedAsync(newsroom, "An hour later", "It rains.");
        await newsroom.CatchUpAsync();
        (await VerifyAsync()).ShouldBeEmpty();
    }

    private async Task<IReadOnlyList<IntegrityIssue>> VerifyAsync()
    {
        StoreReport? last = null;
        await foreach (var report in newsroom.Host.Services.GetRequiredService<StoreVerifier>().VerifyAsync(since: null, Cancel))
        {
            last = report;
        }

        return [.. last!.Findings];
    }
}
