using System.Text.Json.Nodes;
using Microsoft.Extensions.Configuration;
using Newsroom.Api.Infrastructure.Persistence;
using Newsroom.Api.Stories.Commands;
using Newsroom.Api.Tests.Postgres;
using Newsroom.Domain.Kernel;
using Npgsql;

namespace Newsroom.Api.Tests.Publication;

/// <summary>What operators see of scheduled publications: health, views and the maximum delay.</summary>
public sealed class ScheduleHealthTests(ShiftedNewsroom newsroom) : IClassFixture<ShiftedNewsroom>
{
    private static readonly TimeSpan Soon = TimeSpan.FromMinutes(1);

    private readonly ScheduledStories stories = new(newsroom);

    [Fact]
    public async Task Health_names_publications_that_fail_repeatedly()
    {
        await using var source = NpgsqlDataSource.Create(newsroom.Database);
        // Messages of earlier tests would fail too.
        await source.RunAsync($"delete from newsroom.wolverine_incoming_envelopes where message_type = '{PublishScheduled.Identity}'");
        var story = await stories.ReadyAsync("Scheduled and failing");
        (await stories.ScheduleAsync(story, 3 * Soon)).Is(200);
        var message = $"message_type = '{PublishScheduled.Identity}' and status <> 'Handled'";
        for (var attempts = 1; attempts <= 3; attempts++)
        {
            // Before its time the handler throws.
            await source.RunAsync($"update newsroom.wolverine_incoming_envelopes set execution_time = now() where {message}");
            await TableSignal.UntilAsync(
                newsroom.Database,
                "newsroom.wolverine_incoming_envelopes",
                $"select exists (select from newsroom.wolverine_incoming_envelopes where {message} and attempts >= {attempts})"
            );
        }

        (await HealthAsync()).ShouldContain("1 scheduled publications fail repeatedly");
        (await story.DoAsync("cancel-schedule", "pia", Role.Publisher)).Is(200);
        await source.RunAsync($"update newsroom.wolverine_incoming_envelopes set execution_time = now() where {message}");
        await Eventually.HoldsAsync("no message fails", async () => await HealthAsync() == "ok");
    }

    [Fact]
    public async Task Health_names_overdue_and_unreadable_messages()
    {
        await using var source = NpgsqlDataSource.Create(newsroom.Database);
        // Messages of earlier tests would be overdue by the clock of this one.
        await source.RunAsync($"delete from newsroom.wolverine_incoming_envelopes where message_type = '{PublishScheduled.Identity}'");
        var story = await stories.ReadyAsync("Scheduled and stuck");
        (await stories.ScheduleAsync(story, Soon)).Is(200);
        (await HealthAsync()).ShouldBe("ok");
        newsroom.Time.Ahead += Soon + TimeSpan.FromMinutes(1);
        (await HealthAsync()).ShouldContain("1 scheduled publications are overdue, the first since");
        await stories.FireAsync(story, TimeSpan.Zero);
        await Eventually.HoldsAsync("no message is overdue", async () => await HealthAsync() == "ok");

        await source.RunAsync(
            $"""
            insert into newsroom.wolverine_dead_letters (id, body, message_type)
            values ('{Guid.NewGuid()}', ''::bytea, '{PublishScheduled.Identity}')
            """
        );
        (await HealthAsync()).ShouldContain("1 messages of scheduled publications could not be read");
        await source.RunAsync("delete from newsroom.wolverine_dead_letters");
    }

    [Fact]
    public async Task Views_of_scheduled_stories_equal_those_of_their_events()
    {
        foreach (var (headline, after) in new[] { ("Verified pending", 3 * Soon), ("Verified failed", Soon) })
        {
            (await stories.ScheduleAsync(await stories.ReadyAsync(headline), after)).Is(200);
        }

        var failing = await stories.ReadyAsync("Verified and held");
        (await stories.ScheduleAsync(failing, Soon)).Is(200);
        (await failing.DoAsync("place-hold", "lea", Role.Legal, new { reason = "A letter." })).Is(200);
        await stories.FireAsync(failing, Soon);
        await newsroom.CatchUpAsync();
        var report = (await newsroom.As("wilma", Role.Auditor).GetAsync("/views/verify-views")).Is(200).Text.TrimEnd().Split('\n')[^1];
        JsonNode.Parse(report)!["views"]!
            .AsObject()
            .Where(view => view.Value!["different"]!.GetValue<long>() > 0)
            .Select(view => view.Value!.ToJsonString())
            .ShouldBeEmpty();
    }

    [Theory]
    [InlineData("00:00:59")]
    [InlineData("1.00:00:01")]
    [InlineData("soon")]
    public void The_maximum_delay_is_bounded(string setting)
    {
        var configuration = new ConfigurationManager { [ScheduleDelay.Setting] = setting };
        Should.Throw<SettingsException>(() => ScheduleDelay.Of(configuration));
        configuration[ScheduleDelay.Setting] = "00:30:00";
        ScheduleDelay.Of(configuration).Maximum.ShouldBe(TimeSpan.FromMinutes(30));
    }
    private async Task<string> HealthAsync()
    {
        var check = (await newsroom.Reader().GetAsync("/health/ready")).Is(200).Json["checks"]!["schedules"]!;
        return check["detail"]?.GetValue<string>() ?? check["status"]!.GetValue<string>();
    }
}
