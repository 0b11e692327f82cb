using System.Text.Json;
using System.Text.Json.Nodes;
using Marten;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Newsroom.Api.Infrastructure.Persistence;
using Newsroom.Api.Stories.Commands;
using Newsroom.Api.Tests.Postgres;
using Newsroom.Domain.Kernel;
using Npgsql;
using Wolverine;

namespace Newsroom.Api.Tests.Publication;

/// <summary>Scheduled publications: the message of the command's transaction, and what it does when it is due.</summary>
public sealed class ScheduleTests(ScheduleTests.ShiftedNewsroom newsroom) : IClassFixture<ScheduleTests.ShiftedNewsroom>
{
    private static readonly TimeSpan Soon = TimeSpan.FromMinutes(1);

    [Fact]
    public async Task When_due_the_story_is_published_once_with_the_schedule_as_cause()
    {
        var story = await ReadyAsync("Scheduled and published");
        var scheduled = (await ScheduleAsync(story, Soon)).Is(200);
        (await story.ReadAsync()).Json["schedule"]!["version"]!.GetValue<long>().ShouldBe(scheduled.Version);
        (await newsroom.Reader().GetAsync($"/published/{story.Slug}")).IsRefused(404, "unknown-slug");

        await FireAsync(story, Soon);
        var published = (await EventAsync(story)).ShouldNotBeNull();
        (published.Type, published.By, published.Role, published.Cause).ShouldBe(
            ("story_published", "pia@newsroom-development", "publisher", ScheduledPublisher.Cause)
        );
        published.Data["schedule"]!.GetValue<long>().ShouldBe(scheduled.Version);
        (await newsroom.Reader().GetAsync($"/published/{story.Slug}")).Is(200).Json["edition"]!.GetValue<int>().ShouldBe(1);
        (await story.ReadAsync()).Json["schedule"].ShouldBeNull();
        var again = newsroom.Host.Services.GetRequiredService<ScheduledPublisher>();
        (await again.PublishAsync(story.Id, scheduled.Version, TestContext.Current.CancellationToken)).ShouldBeEmpty();
        (await newsroom.As("ed", Role.Editor).GetAsync($"/stories/{story.Id}/history")).Is(200).Text.ShouldContain(
            "published edition 1, as scheduled"
        );
    }

    [Fact]
    public async Task A_preview_of_schedule_stores_no_message_and_a_cancelled_schedule_publishes_nothing()
    {
        var story = await ReadyAsync("Scheduled and cancelled");
        var before = await MessagesAsync();
        var body = new { time = newsroom.Time.GetUtcNow() + Soon };
        var preview = await newsroom
            .As("pia", Role.Publisher)
            .SendAsync(
                HttpMethod.Post,
                $"/stories/{story.Id}/schedule",
                JsonSerializer.SerializeToUtf8Bytes(body),
                "application/json",
                ("If-Match", $"\"v{await story.VersionAsync()}\""),
                ("Prefer", "dry-run")
            );
        preview.Is(200).Json["events"]!.AsArray().Single()!["type"]!.GetValue<string>().ShouldBe("publication_scheduled");
        (await MessagesAsync()).ShouldBe(before);

        var scheduled = (await ScheduleAsync(story, Soon)).Is(200);
        (await MessagesAsync()).ShouldBe(before + 1);
        (await story.DoAsync("cancel-schedule", "pia", Role.Publisher, new { reason = "Postponed." })).Is(200);
        newsroom.Time.Ahead += Soon;
        var publisher = newsroom.Host.Services.GetRequiredService<ScheduledPublisher>();
        (await publisher.PublishAsync(story.Id, scheduled.Version, TestContext.Current.CancellationToken)).ShouldBeEmpty();
        (await newsroom.Reader().GetAsync($"/published/{story.Slug}")).IsRefused(404, "unknown-slug");
    }

    [Fact]
    public async Task A_schedule_that_cannot_hold_is_refused()
    {
        var story = await ReadyAsync("Refused schedules");
        (await ScheduleAsync(story, TimeSpan.FromSeconds(-1))).IsRefused(422, "schedule-past");
        var unbased = await newsroom
            .As("pia", Role.Publisher)
            .PostAsync($"/stories/{story.Id}/schedule", new { time = "2099-01-01T00:00:00Z" });
        unbased.IsRefused(428, "version-required");
        foreach (var time in new[] { "2099-01-01T00:00:00", "tomorrow", "9999-12-31T23:59:59Z" })
        {
            (await story.DoAsync("schedule", "pia", Role.Publisher, new { time })).Status.ShouldBe(400);
        }

        (await story.DoAsync("set-embargo", "ed", Role.Editor, new { until = newsroom.Time.GetUtcNow() + (2 * Soon) })).Is(200);
        (await ScheduleAsync(story, Soon)).IsRefused(422, "embargo");
        (await ScheduleAsync(story, 3 * Soon)).Is(200);
        (await ScheduleAsync(story, 3 * Soon)).IsRefused(422, "already-scheduled");
        (await story.DoAsync("cancel-schedule", "pia", Role.Publisher)).Is(200);
        (await story.DoAsync("cancel-schedule", "pia", Role.Publisher)).IsRefused(422, "no-schedule");
    }

    [Fact]
    public async Task A_publication_that_is_too_late_fails_and_waits_for_a_publisher()
    {
        var story = await ReadyAsync("Scheduled before an outage");
        (await ScheduleAsync(story, Soon)).Is(200);
        await FireAsync(story, Soon + TimeSpan.FromMinutes(15) + TimeSpan.FromSeconds(1));
        var failed = (await EventAsync(story)).ShouldNotBeNull();
        failed.Type.ShouldBe("scheduled_publication_failed");
        failed.Data["reason"]!.GetValue<string>().ShouldBe("schedule-late");

        await newsroom.CatchUpAsync();
        (await WorkAsync(story)).ShouldBe(["cancel-schedule schedule-failed schedule-late", "publish publish ready"]);
        var card = await CardAsync(story);
        (card["scheduled"], card["scheduleFailed"]!.GetValue<string>()).ShouldBe((null, "schedule-late"));
        (await story.ReadAsync()).Json["scheduleFailed"]!["reason"]!.GetValue<string>().ShouldBe("schedule-late");
        (await story.DoAsync("cancel-schedule", "pia", Role.Publisher)).Is(200);
        await newsroom.CatchUpAsync();
        (await WorkAsync(story)).ShouldBe(["publish publish ready"]);
        (await CardAsync(story))["scheduleFailed"].ShouldBeNull();
    }

    [Fact]
    public async Task Gates_and_roles_are_evaluated_again_and_the_failure_names_what_failed()
    {
        var held = await ReadyAsync("Scheduled and held");
        (await ScheduleAsync(held, Soon)).Is(200);
        (await held.DoAsync("place-hold", "lea", Role.Legal, new { reason = "A letter." })).Is(200);
        await newsroom.CatchUpAsync();
        (await CardAsync(held))["scheduled"].ShouldNotBeNull();
        await FireAsync(held, Soon);
        var gate = (await EventAsync(held))!.Data["gates"]!.AsArray().Single()!;
        (gate["gate"]!.GetValue<string>(), gate["subjects"]![0]!.GetValue<string>()).ShouldBe(("no-holds", "h1"));

        var left = await ReadyAsync("Scheduled by someone who left");
        (await ScheduleAsync(left, Soon, "paul")).Is(200);
        (
            await newsroom
                .As("jonas", Role.Admin)
                .PutAsync("/people/paul@newsroom-development", """{"name":"Paul Reed","roles":["reporter"]}""")
        ).Is(201);
        await FireAsync(left, Soon);
        (await EventAsync(left))!.Data["reason"]!.GetValue<string>().ShouldBe("role-required");
    }

    [Fact]
    public async Task A_schedule_that_could_not_be_fired_for_its_publisher_is_refused_at_once()
    {
        var story = await ReadyAsync("Scheduled by a reporter");
        var (admin, path) = (newsroom.As("jonas", Role.Admin), "/people/petra@newsroom-development");
        (await admin.PutAsync(path, """{"name":"Petra Lind","roles":["reporter"]}""")).Is(201);
        (await ScheduleAsync(story, Soon, "petra")).IsRefused(422, "not-described-as-publisher");
        (await admin.PutAsync(path, """{"name":"Petra Lind","roles":["publisher"]}""")).Is(200);
        (await ScheduleAsync(story, Soon, "petra")).Is(200);
    }

    [Fact]
    public async Task Health_names_publications_that_fail_repeatedly()
    {
        await using var source = NpgsqlDataSource.Create(newsroom.Database);
        // Messages of earlier tests would fail too.
        await source.RunAsync($"delete from newsroom.wolverine_incoming_envelopes where message_type = '{PublishScheduled.Identity}'");
        var story = await ReadyAsync("Scheduled and failing");
        (await ScheduleAsync(story, 3 * Soon)).Is(200);
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
        var story = await ReadyAsync("Scheduled and stuck");
        (await ScheduleAsync(story, Soon)).Is(200);
        (await HealthAsync()).ShouldBe("ok");
        newsroom.Time.Ahead += Soon + TimeSpan.FromMinutes(1);
        (await HealthAsync()).ShouldContain("1 scheduled publications are overdue, the first since");
        await FireAsync(story, TimeSpan.Zero);
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
            (await ScheduleAsync(await ReadyAsync(headline), after)).Is(200);
        }

        var failing = await ReadyAsync("Verified and held");
        (await ScheduleAsync(failing, Soon)).Is(200);
        (await failing.DoAsync("place-hold", "lea", Role.Legal, new { reason = "A letter." })).Is(200);
        await FireAsync(failing, Soon);
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

    private async Task<StoryDriver> ReadyAsync(string headline)
    {
        var story = await StoryDriver.DraftedAsync(newsroom, headline, "The wall is 31 metres long.");
        (await story.DoAsync("submit-for-review", "rita", Role.Reporter)).Is(200);
        (await story.ApproveAsync("ed")).Is(200);
        (await story.ApproveAsync("lea", Role.Legal)).Is(200);
        return story;
    }

    private Task<Answer> ScheduleAsync(StoryDriver story, TimeSpan after, string by = "pia") =>
        story.DoAsync("schedule", by, Role.Publisher, new { time = newsroom.Time.GetUtcNow() + after });

    /// <summary>Advances the host's clock, and makes the stored messages due by PostgreSQL's.</summary>
    private async Task FireAsync(StoryDriver story, TimeSpan after)
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

    private async Task<long> MessagesAsync()
    {
        await using var source = NpgsqlDataSource.Create(newsroom.Database);
        return await source.ScalarAsync<long>(
            $"select count(*) from newsroom.wolverine_incoming_envelopes where message_type = '{PublishScheduled.Identity}'"
        );
    }

    /// <summary>Returns the last event of a story.</summary>
    private async Task<Recorded?> EventAsync(StoryDriver story)
    {
        await using var session = newsroom.Host.Services.GetRequiredService<IDocumentStore>().QuerySession();
        var events = await session.Events.FetchStreamAsync(story.Id, token: TestContext.Current.CancellationToken);
        return events is not [.., var last]
            ? null
            : new Recorded(
                last.EventTypeName,
                last.UserName!,
                $"{last.GetHeader(EventMetadataExtensions.RoleHeader)}",
                last.CausationId!,
                JsonSerializer.SerializeToNode(last.Data, last.Data.GetType(), JsonSerializerOptions.Web)!
            );
    }

    private async Task<IEnumerable<string>> WorkAsync(StoryDriver story) =>
        (await newsroom.As("pia", Role.Publisher).GetAsync("/me/work?limit=200"))
            .Is(200)
            .Json.AsArray()
            .Where(item => item!["story"]?["id"]?.GetValue<Guid>() == story.Id)
            .Select(item => $"{item!["command"]} {item["kind"]} {item["reason"]}")
            .Order();

    private async Task<JsonNode> CardAsync(StoryDriver story) =>
        (await newsroom.As("ed", Role.Editor).GetAsync("/desks/world/board"))
            .Is(200)
            .Json["columns"]!.AsArray()
            .SelectMany(column => column!["stories"]!.AsArray())
            .Single(card => card!["id"]!.GetValue<Guid>() == story.Id)!;

    private sealed record Recorded(string Type, string By, string Role, string Cause, JsonNode Data);

    /// <summary>A newsroom whose clock is set forward, and which looks for due messages often.</summary>
    public sealed class ShiftedNewsroom : Newsroom
    {
        public ShiftedNewsroom() =>
            Configure = services =>
            {
                services.AddSingleton<TimeProvider>(Time);
                services.ConfigureWolverine(options => options.Durability.ScheduledJobPollingTime = TimeSpan.FromMilliseconds(200));
            };

        public ShiftedClock Time { get; } = new();
    }
}
