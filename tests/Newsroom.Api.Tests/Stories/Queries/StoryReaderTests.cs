using Marten;
using Microsoft.Extensions.DependencyInjection;
using Newsroom.Api.Stories;
using Newsroom.Api.Stories.Queries;
using Npgsql;

namespace Newsroom.Api.Tests.Stories.Queries;

/// <summary>State and texts of a story are read again until they are of one version.</summary>
public sealed class StoryReaderTests(Newsroom newsroom)
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Texts_of_a_later_version_are_read_again_with_delays_of_the_given_clock_and_then_reported()
    {
        var story = await StoryDriver.DraftedAsync(newsroom, "Read again", "The wall is 31 metres long.");
        await newsroom.CatchUpAsync();
        var clock = new InstantClock();
        await using var session = newsroom.Host.Services.GetRequiredService<IDocumentStore>().QuerySession();
        await SetWordedInAsync(story.Id, 99);
        try
        {
            var failure = await Should.ThrowAsync<InvalidOperationException>(() =>
                new StoryReader(clock).LoadAsync(session, story.Id, Cancel)
            );
            failure.Message.ShouldContain("verify-views");
            clock.Delays.ShouldBe(20);
        }
        finally
        {
            await SetWordedInAsync(story.Id, 1);
        }

        (await new StoryReader(clock).LoadAsync(session, story.Id, Cancel))!.Story.Version.ShouldBe(1);
        clock.Delays.ShouldBe(20);
    }

    private async Task SetWordedInAsync(Guid story, long version)
    {
        await using var database = NpgsqlDataSource.Create(newsroom.Database);
        await using var command = database.CreateCommand(
            $"update {StoryTables.StoryText} set data = jsonb_set(data, '{{wordedIn}}', to_jsonb($2)) where id = $1"
        );
        command.Parameters.Add(new() { Value = story });
        command.Parameters.Add(new() { Value = version });
        (await command.ExecuteNonQueryAsync(Cancel)).ShouldBe(1);
    }

    /// <summary>A clock whose delays end at once, and are counted.</summary>
    private sealed class InstantClock : TimeProvider
    {
        public int Delays { get; private set; }

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
        {
            Delays++;
            return base.CreateTimer(callback, state, TimeSpan.Zero, period);
        }
    }
}
