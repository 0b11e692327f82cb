using Marten;
using Microsoft.Extensions.DependencyInjection;
using Newsroom.Api.Audit;
using Newsroom.Api.Tests.Postgres;
using Newsroom.Domain.Kernel;
using Npgsql;

namespace Newsroom.Api.Tests.Audit;

/// <summary>The audit trail is compared with the events, and repaired, in batches.</summary>
public class AuditWalkTests(Newsroom newsroom) : IClassFixture<Newsroom>
{
    private static readonly string[] Desks = ["metro", "world", "metro"];
    private static readonly int[] Lengths = [1, 2, 7, int.MaxValue];

    private NpgsqlDataSource Database => newsroom.Host.Services.GetRequiredService<NpgsqlDataSource>();

    [Fact]
    public async Task A_trail_verified_in_short_batches_equals_the_trail()
    {
        var stories = await Task.WhenAll(
            Enumerable.Range(0, 3).Select(i => StoryDriver.DraftedAsync(newsroom, $"In stretches {i}", "It rains.\n"))
        );
        foreach (var desk in Desks)
        {
            foreach (var story in stories)
            {
                (await story.DoAsync("describe-story", "ed", Role.Editor, new { desk })).Is(200);
                (await story.DoAsync("publish", story.NobodyElse, Role.Reporter)).IsRefused(403, "role-required");
            }
        }

        await newsroom.CatchUpAsync();
        foreach (var length in Lengths)
        {
            await Database.RunAsync(
                $"update newsroom.audit set desk = 'nowhere' where story = '{stories[1].Id}'; delete from newsroom.audit where story = "
                    + $"'{stories[2].Id}' and type = 'command_refused'"
            );
            (await DifferentAsync(length, repair: false)).ShouldBe(10);
            (await DifferentAsync(length, repair: true)).ShouldBe(10);
            (await DifferentAsync(length, repair: false)).ShouldBe(0);
        }
    }

    [Fact]
    public async Task A_retried_batch_of_the_trail_ends_at_the_same_event()
    {
        var story = await StoryDriver.DraftedAsync(newsroom, "Looked at again", "It rains.\n");
        await newsroom.CatchUpAsync();
        await using var other = await Database.OpenConnectionAsync(TestContext.Current.CancellationToken);
        await using var meanwhile = await other.BeginTransactionAsync(TestContext.Current.CancellationToken);
        await Database.RunAsync($"update newsroom.audit set why = 'Nothing.' where story = '{story.Id}'");
        await other.RunAsync($"update newsroom.audit set why = 'Nothing at all.' where story = '{story.Id}'");

        // The whole trail is one batch, which is not full. While it waits for the other transaction, more events are appended than fit into
        // it, and one of their rows is wrong too.
        var rows = await Database.ScalarAsync<long>("select count(*) from newsroom.mt_events");
        var walking = DifferentAsync((int)rows + 1, repair: true);
        await Database.UntilWaitedForAsync(other, walking);
        for (var note = 1; note <= 5; note++)
        {
            (await story.DoAsync("add-note", "ed", Role.Editor, new { text = $"Note {note}" })).Is(200);
        }

        await newsroom.CatchUpAsync();
        await Database.RunAsync(
            "update newsroom.audit set why = 'Nothing.' where sequence = (select max(sequence) from newsroom.audit where story = "
                + $"'{story.Id}')"
        );
        await meanwhile.CommitAsync(TestContext.Current.CancellationToken);
        await walking;
        (await DifferentAsync((int)rows, repair: false)).ShouldBe(0);
    }

    private async Task<int> DifferentAsync(int length, bool repair)
    {
        var different = 0;
        await foreach (
            var (_, found) in new AuditVerifier(newsroom.Host.Services.GetRequiredService<IDocumentStore>(), Database, length)
            {
                Clock = newsroom.Clock,
            }.VerifyAsync(repair, TestContext.Current.CancellationToken)
        )
        {
            different += found.Single().Different.Count;
        }

        return different;
    }
}
