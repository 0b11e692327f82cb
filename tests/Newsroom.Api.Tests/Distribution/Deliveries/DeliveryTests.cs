using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Json.Schema;
using Newsroom.Api.Distribution.Deliveries;
using Newsroom.Api.Distribution.Queue;
using Newsroom.Api.Stories.Commands;
using Newsroom.Api.Tests.Composition.AsyncApi;
using Newsroom.Api.Tests.Postgres;
using Newsroom.Api.Tests.Publication;
using Newsroom.Domain.Kernel;
using Npgsql;
using StandardWebhooks;
using StandardWebhooks.Diagnostics;

namespace Newsroom.Api.Tests.Distribution.Deliveries;

/// <summary>What subscribers receive, in which order, and what they acknowledge.</summary>
public sealed class DeliveryTests(DeliveryTests.SharedNewsroom newsroom) : IClassFixture<DeliveryTests.SharedNewsroom>
{
    private static readonly object Published = new Dictionary<string, string[]> { ["kinds"] = ["published"] };

    private static readonly object Norwegian = new Dictionary<string, string[]> { ["languages"] = ["nb"] };

    [Fact]
    public async Task Each_attempt_is_a_span_in_the_trace_of_the_request_that_published()
    {
        var spans = new ConcurrentQueue<Activity>();
        using var listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name == DeliveryTraces.Source,
            Sample = (ref _) => ActivitySamplingResult.AllData,
            ActivityStopped = spans.Enqueue,
        };
        ActivitySource.AddActivityListener(listener);
        await using var receiver = await Receiver.StartAsync();
        await using var deliverer = new Deliverer(newsroom);
        receiver.Respond = (http, count) => Task.FromResult(http.Response.StatusCode = count == 1 ? 500 : 200);
        var (id, _) = await deliverer.RegisterAsync(receiver.Url);
        var story = await PublishedStories.PublishAsync(newsroom, "Traced wall");
        await deliverer.RecordedAsync(story, 1);
        await deliverer.SendAsync();
        await deliverer.AdvanceAsync();
        await deliverer.SendAsync();

        await newsroom.CatchUpAsync();
        var trail = (await newsroom.As("wilma", Role.Auditor).GetAsync($"/audit?story={story.Id}&type=story_published")).Is(200).Json;
        var request = trail.AsArray().Single()!["correlation"]!.GetValue<string>();
        var attempts = spans.Where(span => $"{span.GetTagItem("newsroom.subscriber")}" == id).ToList();
        attempts.Select(span => span.Status).ShouldBe([ActivityStatusCode.Error, ActivityStatusCode.Ok]);
        attempts.ShouldAllBe(span => span.TraceId.ToHexString() == request);
        receiver.Messages.ShouldAllBe(message => !message.Headers.ContainsKey("traceparent"));
    }

    [Fact]
    public async Task A_subscriber_receives_publication_correction_and_kill_in_order_and_acknowledges()
    {
        await using var receiver = await Receiver.StartAsync();
        await using var deliverer = new Deliverer(newsroom);
        var (id, secret) = await deliverer.RegisterAsync(receiver.Url, new { format = "md" });
        receiver.Secret = secret;
        var story = await PublishedStories.PublishAsync(newsroom, "Delivered wall");
        await PublishedStories.CorrectAsync(story);
        await deliverer.RecordedAsync(story, 2);
        await deliverer.SendAsync();

        var (published, corrected) = (receiver.Messages[0], receiver.Messages[1]);
        receiver.Messages.Select(message => message.Type).ShouldBe(["newsroom.story.published", "newsroom.story.corrected"]);
        published.Headers.ContentType.ToString().ShouldStartWith("application/cloudevents+json");
        // The words of the first edition were corrected before they were sent.
        published.Json["data"]!["content"]!["state"]!.GetValue<string>().ShouldBe("superseded");
        published.Body.ShouldNotContain("thirteen");
        published.Json["data"]!["acknowledgementRequired"]!.GetValue<bool>().ShouldBeFalse();
        var content = corrected.Json["data"]!["content"]!;
        var text = content["text"]!.GetValue<string>();
        text.ShouldContain("The wall is fourteen metres long, and it leans.");
        content["sha256"]!.GetValue<string>().ShouldBe(Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text))));
        corrected.Json["data"]!["edition"]!["note"]!.GetValue<string>().ShouldBe(PublishedStories.Note);
        corrected.Json["data"]!["acknowledgementRequired"]!.GetValue<bool>().ShouldBeTrue();

        receiver.Respond = (http, _) =>
        {
            http.Response.Headers["newsroom-acknowledged"] = "true";
            return Task.CompletedTask;
        };
        (await story.DoAsync("kill", "chi", Role.ChiefEditor, new { reason = "Forged.", notice = "This story is gone." })).Is(200);
        await deliverer.RecordedAsync(story, 3);
        await deliverer.SendAsync();
        var killed = receiver.Messages[2];
        killed.Type.ShouldBe("newsroom.story.killed");
        killed.Json["data"]!["notice"]!.GetValue<string>().ShouldBe("This story is gone.");
        killed.Body.ShouldNotContain("leans");
        killed.Body.ShouldNotContain("Forged");
        var described = await DescribedMessages.ReadAsync(newsroom);
        receiver.Messages.SelectMany(message => described.Faults(message.Type, message.Json)).ShouldBeEmpty();

        var log = await deliverer.LogAsync(id);
        log.Select(entry => entry["state"]!.GetValue<string>()).ShouldBe(["delivered", "delivered", "delivered"]);
        log.Select(entry => entry["acknowledgedBy"]?.GetValue<string>()).ShouldBe([null, null, "response"]);
        var open = (await deliverer.Admin.GetAsync("/deliveries/unacknowledged")).Is(200).Body["items"]!.AsArray();
        open.Where(entry => entry!["subscriber"]!.GetValue<string>() == id)
            .Select(entry => entry!["id"]!.GetValue<string>())
            .ShouldBe([corrected.Id]);

        var path = $"/subscribers/{id}/acknowledge";
        var first = (await newsroom.Subscriber(id).PostAsync(path, new { delivery = corrected.Id })).Is(200);
        first.Json["acknowledgedBy"]!.GetValue<string>().ShouldNotBeEmpty();
        (await newsroom.Subscriber(id).PostAsync(path, new { delivery = corrected.Id })).Is(200).Text.ShouldBe(first.Text);
        (await deliverer.Admin.GetAsync("/deliveries/unacknowledged?limit=200")).Is(200).Text.ShouldNotContain(id);
    }

    [Fact]
    public async Task Who_received_a_story_receives_its_kill_and_others_receive_what_they_subscribe_to()
    {
        await using var receiver = await Receiver.StartAsync();
        await using var deliverer = new Deliverer(newsroom);
        var (first, _) = await deliverer.RegisterAsync(receiver.Url, Published);
        var (other, _) = await deliverer.RegisterAsync(receiver.Url, Norwegian);
        var story = await PublishedStories.PublishAsync(newsroom, "Wall for one");
        var (late, _) = await deliverer.RegisterAsync(receiver.Url, Published);
        (await story.DoAsync("withhold", "pia", Role.Publisher, new { reason = "The figure." })).Is(200);
        (await story.DoAsync("kill", "chi", Role.ChiefEditor, new { reason = "Forged.", notice = "Gone." })).Is(200);
        await deliverer.RecordedAsync(story, 3);
        await deliverer.SendAsync();
        (await KindsAsync(first)).ShouldBe(["published", "withheld", "killed"]);
        (await KindsAsync(other)).ShouldBeEmpty();
        (await KindsAsync(late)).ShouldBeEmpty();
        receiver.Messages.ShouldAllBe(message => !message.Body.Contains("leans"));

        async Task<IEnumerable<string>> KindsAsync(string subscriber) =>
            (await deliverer.LogAsync(subscriber)).Select(entry => entry["kind"]!.GetValue<string>());
    }

    [Fact]
    public async Task A_paused_subscriber_is_sent_what_was_kept_when_it_is_resumed()
    {
        await using var receiver = await Receiver.StartAsync();
        await using var deliverer = new Deliverer(newsroom);
        var (id, _) = await deliverer.RegisterAsync(receiver.Url);
        (await deliverer.Admin.PostAsync($"/subscribers/{id}/pause-subscriber", new { reason = "Their server moves." })).Is(200);
        var story = await PublishedStories.PublishAsync(newsroom, "Wall kept");
        await deliverer.RecordedAsync(story, 1);
        await deliverer.SendAsync();
        receiver.Messages.ShouldBeEmpty();

        (await deliverer.Admin.PostAsync($"/subscribers/{id}/resume-subscriber", "{}")).Is(200);
        await deliverer.SendAsync();
        receiver.Messages.Single().Json["subject"]!.GetValue<Guid>().ShouldBe(story.Id);
    }

    [Fact]
    public async Task A_message_is_signed_with_both_secrets_during_a_rotation()
    {
        await using var receiver = await Receiver.StartAsync();
        await using var deliverer = new Deliverer(newsroom);
        var (id, first) = await deliverer.RegisterAsync(receiver.Url);
        var rotated = (await deliverer.Admin.PostAsync($"/subscribers/{id}/rotate-secret", "{}")).Is(200);
        var second = rotated.Json["secret"]!.GetValue<string>();
        var story = await PublishedStories.PublishAsync(newsroom, "Wall signed twice");
        await deliverer.RecordedAsync(story, 1);
        await deliverer.SendAsync();
        var message = receiver.Messages.Single();
        // The package compares the first signature only.
        new StandardWebhook(second).Verify(message.Body, message.Headers);
        var at = DateTimeOffset.FromUnixTimeSeconds(long.Parse(message.Headers["webhook-timestamp"]!, CultureInfo.InvariantCulture));
        message.Headers["webhook-signature"].ToString().ShouldBe(WebhookSender.Sign(message.Id, at, message.Body, [second, first]));
        Should.Throw<WebhookVerificationException>(() => new StandardWebhook(second).Verify(message.Body + " ", message.Headers));
    }

    /// <summary>The example of the specification.</summary>
    [Fact]
    public void A_signature_is_that_of_the_standard() =>
        WebhookSender
            .Sign(
                "msg_p5jXN8AQM9LWM0D4loKWxJek",
                DateTimeOffset.FromUnixTimeSeconds(1614265330),
                """{"test": 2432232314}""",
                ["whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"]
            )
            .ShouldBe("v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=");

    [Fact]
    public async Task A_long_edition_is_linked()
    {
        await using var receiver = await Receiver.StartAsync();
        await using var deliverer = new Deliverer(newsroom);
        await deliverer.RegisterAsync(receiver.Url, new { format = "html" });
        var body = string.Join("\n\n", Enumerable.Range(1, 400).Select(n => $"The wall has stone {n}, which is grey and round."));
        var story = await PublishedStories.PublishAsync(newsroom, "Long wall", body);
        await deliverer.RecordedAsync(story, 1);
        await deliverer.SendAsync();
        var message = receiver.Messages.Single();
        var content = message.Json["data"]!["content"]!;
        content["state"]!.GetValue<string>().ShouldBe("linked");
        content["bytes"]!.GetValue<int>().ShouldBeGreaterThan(DeliveryWriter.MaxContentBytes);
        message.Body.Length.ShouldBeLessThan(4096);
        var path = new Uri(content["url"]!.GetValue<string>()).AbsolutePath;
        (await newsroom.Reader().GetAsync(path)).Is(200).Text.ShouldContain("stone 400");
    }

    [Fact]
    public async Task A_message_is_a_valid_cloud_event()
    {
        var schema = JsonSchema.FromText(
            await File.ReadAllTextAsync(Corpus.Files("standards/cloudevents", "cloudevents.json")[0], TestContext.Current.CancellationToken)
        );
        await using var receiver = await Receiver.StartAsync();
        await using var deliverer = new Deliverer(newsroom);
        await deliverer.RegisterAsync(receiver.Url);
        var story = await PublishedStories.PublishAsync(newsroom, "Wall as an event");
        await deliverer.RecordedAsync(story, 1);
        await deliverer.SendAsync();
        var message = receiver.Messages.Single();
        schema.Evaluate(System.Text.Json.JsonDocument.Parse(message.Body).RootElement).IsValid.ShouldBeTrue(message.Body);
        message.Json["specversion"]!.GetValue<string>().ShouldBe("1.0");
        message.Json["data"]!["content"]!["text"]!.GetValue<string>().ShouldContain("it leans");
    }

    [Fact]
    public async Task Deliveries_are_listed_in_pages_and_to_whom_they_concern()
    {
        await using var receiver = await Receiver.StartAsync();
        await using var deliverer = new Deliverer(newsroom);
        var (id, _) = await deliverer.RegisterAsync(receiver.Url);
        var story = await PublishedStories.PublishAsync(newsroom, "Wall listed");
        await PublishedStories.CorrectAsync(story);
        await deliverer.RecordedAsync(story, 2);
        var path = $"/subscribers/{id}/deliveries";
        var first = (await deliverer.Admin.GetAsync($"{path}?limit=1")).Is(200).Body;
        first["items"]![0]!["kind"]!.GetValue<string>().ShouldBe("corrected");
        first["items"]![0]!["state"]!.GetValue<string>().ShouldBe("pending");
        var second = (await deliverer.Admin.GetAsync($"{path}?limit=1&after={first["next"]}")).Is(200).Body;
        second["items"]![0]!["kind"]!.GetValue<string>().ShouldBe("published");
        second["next"].ShouldBeNull();
        (await deliverer.Admin.GetAsync($"{path}?state=failed")).Is(200).Body["items"]!.AsArray().ShouldBeEmpty();
        (await deliverer.Admin.GetAsync($"{path}?state=lost")).Is(400);
        (await deliverer.Admin.GetAsync("/subscribers/nobody/deliveries")).IsRefused(404, "unknown-subscriber");
        (await newsroom.As("rita", Role.Reporter).GetAsync(path)).Is(403);
        (await newsroom.As("rita", Role.Reporter).GetAsync("/deliveries/unacknowledged")).Is(403);
    }

    [Fact]
    public async Task A_notice_is_sent_again_under_its_id_alone_or_with_all_since_an_instant()
    {
        await using var receiver = await Receiver.StartAsync();
        await using var deliverer = new Deliverer(newsroom);
        var (id, _) = await deliverer.RegisterAsync(receiver.Url);
        var story = await PublishedStories.PublishAsync(newsroom, "Wall sent again");
        await PublishedStories.CorrectAsync(story);
        await deliverer.RecordedAsync(story, 2);
        var path = $"/subscribers/{id}";
        var waiting = (await deliverer.LogAsync(id))[0]["id"]!.GetValue<Guid>();
        (await deliverer.Admin.PostAsync($"{path}/redeliver", new { delivery = waiting })).IsRefused(422, "delivery-pending");
        (await deliverer.Admin.PostAsync($"{path}/replay-deliveries", new { since = "2026-01-01T00:00:00Z" })).IsRefused(
            422,
            "no-deliveries"
        );
        await deliverer.SendAsync();

        (await deliverer.Admin.PostAsync($"{path}/redeliver", new { delivery = waiting })).Is(200);
        (await deliverer.Admin.PostAsync($"{path}/redeliver", new { delivery = Guid.NewGuid() })).IsRefused(404, "unknown-delivery");
        deliverer.Clock.Advance(TimeSpan.FromMinutes(5));
        await deliverer.SendAsync();
        receiver.Messages.Select(message => message.Id).ShouldBe([$"{waiting}", receiver.Messages[1].Id, $"{waiting}"]);

        (await deliverer.Admin.PostAsync($"{path}/replay-deliveries", new { since = "2026-01-01T00:00:00Z" })).Is(200);
        deliverer.Clock.Advance(TimeSpan.FromMinutes(5));
        await deliverer.SendAsync();
        receiver.Messages.Skip(3).Select(message => message.Id).ShouldBe([receiver.Messages[0].Id, receiver.Messages[1].Id]);
        var history = (await deliverer.Admin.GetAsync($"{path}/history")).Is(200).Text;
        history.ShouldContain("had 2 notices since 2026-01-01 00:00:00Z sent to the subscriber");
        history.ShouldContain($"had the notice {waiting} sent to the subscriber");
    }

    [Fact]
    public async Task A_subscriber_that_is_removed_is_sent_nothing_and_owes_nothing()
    {
        await using var receiver = await Receiver.StartAsync();
        await using var deliverer = new Deliverer(newsroom);
        var (id, _) = await deliverer.RegisterAsync(receiver.Url, new { name = "Removed News" }, isRemovedByTest: true);
        var story = await PublishedStories.PublishAsync(newsroom, "Wall not sent");
        await PublishedStories.CorrectAsync(story);
        await deliverer.RecordedAsync(story, 2);
        (await deliverer.Admin.PostAsync($"/subscribers/{id}/remove-subscriber", "{}")).Is(200);
        await deliverer.SendAsync();
        receiver.Messages.ShouldBeEmpty();
        (await deliverer.LogAsync(id)).Select(entry => entry["state"]!.GetValue<string>()).ShouldBe(["cancelled", "cancelled"]);
        (await deliverer.Admin.GetAsync("/deliveries/unacknowledged?limit=200")).Is(200).Text.ShouldNotContain(id);
    }

    [Fact]
    public async Task Health_reports_deliveries_that_cannot_be_recorded()
    {
        (await newsroom.Reader().GetAsync("/health/ready")).Is(200).Text.ShouldNotContain("fail to be recorded");
        var message = Guid.NewGuid();
        await using var owner = NpgsqlDataSource.Create(newsroom.Database);
        await owner.RunAsync(
            $"""
            insert into newsroom.wolverine_incoming_envelopes
                (id, status, owner_id, execution_time, attempts, body, message_type, received_at)
            values ('{message}', 'Scheduled', 0, now() + interval '1 day', 3, '', '{RecordDeliveries.Identity}', 'local://deliveries/')
            """
        );
        (await newsroom.Reader().GetAsync("/health/ready")).Is(200).Text.ShouldContain("of 1 publications fail to be recorded");
        await owner.RunAsync($"delete from newsroom.wolverine_incoming_envelopes where id = '{message}'");
    }

    [Fact]
    public async Task A_message_that_was_committed_and_not_handed_over_is_handled_by_its_node_later()
    {
        await using var receiver = await Receiver.StartAsync();
        await using var deliverer = new Deliverer(newsroom);
        await deliverer.RegisterAsync(receiver.Url);
        var story = await PublishedStories.PublishAsync(newsroom, "Wall that waits");
        await deliverer.RecordedAsync(story, 1);
        await using var owner = NpgsqlDataSource.Create(newsroom.Database);
        var message = $"message_type = '{RecordDeliveries.Identity}' and position(convert_to('{story.Id}', 'UTF8') in body) > 0";
        await TableSignal.UntilAsync(
            newsroom.Database,
            "newsroom.wolverine_incoming_envelopes",
            $"select exists (select from newsroom.wolverine_incoming_envelopes where {message} and status = 'Handled')"
        );

        // As if the request had ended right after its commit, a minute ago: the row is its node's, which does not know of it.
        await owner.RunAsync(
            $"""
            delete from {DeliveryTables.Deliveries} where story = '{story.Id}';
            delete from {DeliveryTables.Events} where story = '{story.Id}';
            update newsroom.wolverine_incoming_envelopes set status = 'Incoming', keep_until = null, attempts = 0,
                owner_id = greatest(owner_id, 1), timestamp = now() - interval '1 minute'
            where {message}
            """
        );
        await deliverer.RecordedAsync(story, 1);
        await deliverer.SendAsync();
        receiver.Messages.Count.ShouldBe(1);
    }

    /// <summary>A host whose subscribers are those of these tests.</summary>
    public sealed class SharedNewsroom : Newsroom;
}
