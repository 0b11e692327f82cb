using Newsroom.Api.Infrastructure.Persistence;
using Newsroom.Api.Tests.Postgres;
using Newsroom.Domain.Kernel;
using Npgsql;

namespace Newsroom.Api.Tests.Refusals;

/// <summary>
/// A refusal is recorded in a separate transaction, after the locks of the refused command are released. A rebuild locks many streams in
/// another order, and PostgreSQL does not detect a deadlock between two of the host's connections.
/// </summary>
public class RefusalLockTests(Newsroom newsroom)
{
    [Fact]
    public async Task A_refused_policy_holds_no_lock_while_its_refusal_is_recorded()
    {
        const string desk = "refusal-lock";
        var admin = newsroom.As("ada", Role.Admin);
        (await newsroom.As("root", Role.Admin).PutAsync($"/desks/{desk}", new { name = "Lock", language = "en" })).Is(201);
        (await admin.PostAsync($"/desks/{desk}/propose-policy", """{"reason":"x","gates":[{"gate":"approvals"}]}""")).Is(200);

        var cancellationToken = TestContext.Current.CancellationToken;
        await using var database = NpgsqlDataSource.Create(newsroom.Database);
        await using var holder = await database.OpenConnectionAsync(cancellationToken);
        await using var recording = await holder.BeginTransactionAsync(cancellationToken);
        await holder.RunAsync($"select pg_advisory_xact_lock(hashtextextended('refusals {StreamIds.Of("refusals", $"desk {desk}")}', 0))");
        var refused = admin.PostAsync($"/desks/{desk}/propose-policy", """{"reason":"x","gates":[]}""");
        await database.UntilWaitedForAsync(holder, refused);

        await database.RunAsync($"select from newsroom.mt_streams where id = '{StreamIds.Of("policies", desk)}' for update nowait");
        await recording.RollbackAsync(cancellationToken);
        (await refused).IsRefused(422, "approvals-required");
    }
}
