using Microsoft.Extensions.DependencyInjection;
using Newsroom.Api.Infrastructure.Persistence;
using Newsroom.Api.Ledger;
using Newsroom.Domain.Kernel;
using Npgsql;

namespace Newsroom.Api.Tests.Ledger;

/// <summary>Has a separate host: a truncation waits for all readers of the tables, and all later ones wait for it.</summary>
public sealed class AppendOnlyGuardTests(Newsroom newsroom) : IClassFixture<Newsroom>
{
    [Theory]
    [InlineData("update newsroom.mt_events set type = 'other' where seq_id = 1")]
    [InlineData("delete from newsroom.mt_events where seq_id = 1")]
    [InlineData("truncate newsroom.mt_events cascade")]
    [InlineData("delete from newsroom.ledger_leaves where index = 0")]
    [InlineData("update newsroom.ledger_checkpoints set note = ''")]
    [InlineData("delete from newsroom.ledger_salts")]
    public async Task The_record_cannot_be_changed_by_the_application_or_inadvertently_by_its_owner(string sql)
    {
        var story = await StoryDriver.DraftedAsync(newsroom, "Guarded", "The wall is 31 metres long.");
        (await story.DoAsync("flag-claim", "ed", Role.Editor, new { words = "The wall is 31 metres long." })).Is(200);
        (await story.VerifyAsync("c1")).Is(200);
        await newsroom.CatchUpAsync();
        await newsroom.Host.Services.GetRequiredService<Checkpoints>().SignAsync(TestContext.Current.CancellationToken);
        await using var command = newsroom.Host.Services.GetRequiredService<NpgsqlDataSource>().CreateCommand(sql);
        (
            await Should.ThrowAsync<PostgresException>(() => command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken))
        ).SqlState.ShouldBe(PostgresErrorCodes.InsufficientPrivilege);
        await using var owner = await newsroom
            .Host.Services.GetRequiredService<MaintenanceDatabase>()
            .OpenAsync(TestContext.Current.CancellationToken);
        await using var direct = new NpgsqlCommand(sql, owner);
        (
            await Should.ThrowAsync<PostgresException>(() => direct.ExecuteNonQueryAsync(TestContext.Current.CancellationToken))
        ).ShouldSatisfyAllConditions(
            refused => refused.SqlState.ShouldBe(PostgresErrorCodes.InsufficientPrivilege),
            refused => refused.MessageText.ShouldContain("added to and never changed")
        );
    }
}
