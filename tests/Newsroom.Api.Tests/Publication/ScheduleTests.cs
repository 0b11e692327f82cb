using System.Text.Json;
using System.Text.Json.Nodes;
using Marten;
using Microsoft.Extensions.DependencyInjection;
using Newsroom.Api.Infrastructure.Persistence;
using Newsroom.Api.Stories.Commands;
using Newsroom.Api.Tests.Postgres;
using Newsroom.Domain.Kernel;
using Npgsql;

namespace Newsroom.Api.Tests.Publication;

/// <summary>Scheduled publications: the message of the command's transaction, and what it does when it is due.</summary>
public sealed class ScheduleTests(ShiftedNewsroom newsroom) : IClassFixture<ShiftedNewsroom>
{
    private static readonly TimeSpan Soon = TimeSpan.FromMinutes(1);

    private readonly ScheduledStories stories = new(newsroom);

    [Fact]
    public async Task When_due_the_story_is_published_once_with_the_schedule_as_cause()
    {
        var story = await stories.ReadyAsync("Scheduled and published");
        var scheduled = (await stories.ScheduleAsync(story, Soon)).Is(200);
        (await story.ReadAsync()).Json["schedule"]!["version"]!.GetValue<long>().ShouldBe(scheduled.Version);
        (await newsroom.Reader().GetAsync($"/published/{story.Slug}")).IsRefused(404, "unknown-slug");

        await stories.FireAsync(story, Soon);
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
        var story = await stories.ReadyAsync("Scheduled and cancelled");
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

        var scheduled = (await stories.ScheduleAsync(story, Soon)).Is(200);
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
        var story = await stories.ReadyAsync("Refused schedules");
        (await stories.ScheduleAsync(story, TimeSpan.FromSeconds(-1))).IsRefused(422, "schedule-past");
        var unbased = await newsroom
            .As("pia", Role.Publisher)
            .PostAsync($"/stories/{story.Id}/schedule", new { time = "2099-01-01T00:00:00Z" });
        unbased.IsRefused(428, "version-required");
        foreach (var time in new[] { "2099-01-01T00:00:00", "tomorrow", "9999-12-31T23:59:59Z" })
        {
            (await story.DoAsync("schedule", "pia", Role.Publisher, new { time })).Status.ShouldBe(400);
        }

        (await story.DoAsync("set-embargo", "ed", Role.Editor, new { until = newsroom.Time.GetUtcNow() + (2 * Soon) })).Is(200);
        (await stories.ScheduleAsync(story, Soon)).IsRefused(422, "embargo");
        (await stories.ScheduleAsync(story, 3 * Soon)).Is(200);
        (await stories.ScheduleAsync(story, 3 * Soon)).IsRefused(422, "already-scheduled");
        (await story.DoAsync("cancel-schedule", "pia", Role.Publisher)).Is(200);
        (await story.DoAsync("cancel-schedule", "pia", Role.Publisher)).IsRefused(422, "no-schedule");
    }

    [Fact]
    public async Task A_publication_that_is_too_late_fails_and_waits_for_a_publisher()
    {
        var story = await stories.ReadyAsync("Scheduled before an outage");
        (await stories.ScheduleAsync(story, Soon)).Is(200);
        await stories.FireAsync(story, Soon + TimeSpan.FromMinutes(15) + TimeSpan.FromSeconds(1));
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
        var held = await stories.ReadyAsync("Scheduled and held");
        (await stories.ScheduleAsync(held, Soon)).Is(200);
        (await held.DoAsync("place-hold", "lea", Role.Legal, new { reason = "A letter." })).Is(200);
        await newsroom.CatchUpAsync();
        (await CardAsync(held))["scheduled"].ShouldNotBeNull();
        await stories.FireAsync(held, Soon);
        var gate = (await EventAsync(held))!.Data["gates"]!.AsArray().Single()!;
        (gate["gate"]!.GetValue<string>(), gate["subjects"]![0]!.GetValue<string>()).ShouldBe(("no-holds", "h1"));

        var left = await stories.ReadyAsync("Scheduled by someone who left");
        (await stories.ScheduleAsync(left, Soon, "paul")).Is(200);
        (
            await newsroom
                .As("jonas", Role.Admin)
                .PutAsync("/people/paul@newsroom-development", """{"name":"Paul Reed","roles":["reporter"]}""")
        ).Is(201);
        await stories.FireAsync(left, Soon);
        (await EventAsync(left))!.Data["reason"]!.GetValue<string>().ShouldBe("role-required");
    }

    [Fact]
    public async Task A_schedule_that_could_not_be_fired_for_its_publisher_is_refused_at_once()
    {
        var story = await stories.ReadyAsync("Scheduled by a reporter");
        var (admin, path) = (newsroom.As("jonas", Role.Admin), "/people/petra@newsroom-development");
        (await admin.PutAsync(path, """{"name":"Petra Lind","roles":["reporter"]}""")).Is(201);
        (await stories.ScheduleAsync(story, Soon, "petra")).IsRefused(422, "not-described-as-publisher");
        (await admin.PutAsync(path, """{"name":"Petra Lind","roles":["publisher"]}""")).Is(200);
        (await stories.ScheduleAsync(story, Soon, "petra")).Is(200);
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
}
