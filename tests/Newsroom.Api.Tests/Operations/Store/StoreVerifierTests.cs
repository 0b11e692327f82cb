using Microsoft.Extensions.DependencyInjection;
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
}
