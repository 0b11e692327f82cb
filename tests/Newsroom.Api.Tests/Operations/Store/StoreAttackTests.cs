using System.Data;
using Microsoft.Extensions.DependencyInjection;
using Newsroom.Api.Infrastructure.Persistence;
using Newsroom.Api.Ledger;
using Newsroom.Api.Operations.Store;
using Newsroom.Api.Tests.EndToEnd;
using Newsroom.Domain.Kernel;
using Newsroom.Ledger;
using Npgsql;

namespace Newsroom.Api.Tests.Operations.Store;

/// <summary>
/// Attacks by a superuser of the database, and their reports. Each attack is made and verified in one transaction, which is rolled back.
/// </summary>
public partial class StoreAttackTests(Newsroom newsroom) : IClassFixture<Newsroom>
{
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
