using Newsroom.Api.Stories.Commands;
using Newsroom.Api.Tests.Postgres;
using Newsroom.Domain.Kernel;
using Npgsql;

namespace Newsroom.Api.Tests.Publication;

/// <summary>Schedules stories, and makes their publication due.</summary>
internal sealed class ScheduledStories(ShiftedNewsroom newsroom)
{
    public async Task<StoryDriver> ReadyAsync(string headline)
    {
        var story = await StoryDriver.DraftedAsync(newsroom, headline, "The wall is 31 metres long.");
        (await story.DoAsync("submit-for-review", "rita", Role.Reporter)).Is(200);
        (await story.ApproveAsync("ed")).Is(200);
        (await story.ApproveAsync("lea", Role.Legal)).Is(200);
        return story;
    }

    public Task<Answer> ScheduleAsync(StoryDriver story, TimeSpan after, string by = "pia") =>
        story.DoAsync("schedule", by, Role.Publisher, new { time = newsroom.Time.GetUtcNow() + after });

    /// <summary>Advances the host's clock, and makes the stored messages due by PostgreSQL's.</summary>
    public async Task FireAsync(StoryDriver story, TimeSpan after)
    {
        newsroom.Time.Ahead += after;
        await using var source = NpgsqlDataSource.Create(newsroom.Database);
        await source.RunAsync(
            $"""
            update newsroom.wolverine_incoming_envelopes set execution_time = now()
            where message_type = '{PublishScheduled.Identity}' and status = 'Scheduled'
            """
        );
        await TableSignal.UntilAsync(
            newsroom.Database,
            "newsroom.mt_events",
            $"""
            select exists (select from newsroom.mt_events
                where stream_id = '{story.Id}' and type in ('story_published', 'scheduled_publication_failed'))
            """
        );
    }
}
