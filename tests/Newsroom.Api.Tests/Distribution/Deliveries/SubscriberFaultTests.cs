using System.Net;
using System.Net.Sockets;
using Microsoft.AspNetCore.Http;
using Newsroom.Api.Distribution.Deliveries;
using Newsroom.Api.Distribution.Subscribers;
using Newsroom.Api.Infrastructure.Persistence;
using Newsroom.Api.Tests.Postgres;
using Newsroom.Api.Tests.Publication;
using Npgsql;

namespace Newsroom.Api.Tests.Distribution.Deliveries;

/// <summary>Subscribers that fail: nothing is lost, the order of a story is kept, and no other subscriber waits.</summary>
public sealed class SubscriberFaultTests(DeliveryTests.SharedNewsroom newsroom) : IClassFixture<DeliveryTests.SharedNewsroom>
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_subscriber_that_is_down_for_an_hour_receives_everything_in_order_afterwards()
    {
        await using var down = await Receiver.StartAsync();
        await using var up = await Receiver.StartAsync();
        await using var deliverer = new Deliverer(newsroom);
        var back = deliverer.Clock.GetUtcNow().AddHours(1);
        down.Respond = (http, _) => AnswerAsync(http, deliverer.Clock.GetUtcNow() < back ? 503 : 204);
        var (id, _) = await deliverer.RegisterAsync(down.Url);
        var (other, _) = await deliverer.RegisterAsync(up.Url);
        var story = await PublishedStories.PublishAsync(newsroom, "Wall while down");
        await PublishedStories.CorrectAsync(story);
        await deliverer.RecordedAsync(story, 4);

        await deliverer.SendAsync();
        up.Messages.Select(message => message.Type).ShouldBe(["newsroom.story.published", "newsroom.story.corrected"]);
        var waits = new List<double>();
        while (deliverer.Clock.GetUtcNow() < back)
        {
            waits.Add((await deliverer.AdvanceAsync()).TotalSeconds);
            await deliverer.SendAsync();
        }

        foreach (var (wait, exact) in waits.Zip([5.0, 30, 120, 600, 3600]))
        {
            wait.ShouldBeInRange(exact * 0.89, exact * 1.11);
        }

        waits.Count.ShouldBe(5);
        down.Messages.Select(message => message.Id).Distinct().Count().ShouldBe(2);
        down.Messages[^1].Type.ShouldBe("newsroom.story.corrected");
        down.Messages.SkipLast(1).ShouldAllBe(message => message.Type == "newsroom.story.published");
        (await deliverer.LogAsync(id)).Select(entry => entry["attempts"]!.AsArray().Count).ShouldBe([6, 1]);
        (await deliverer.LogAsync(other)).ShouldAllBe(entry => entry["state"]!.GetValue<string>() == "delivered");
    }

    [Fact]
    public async Task A_slow_subscriber_has_fifteen_seconds_and_delays_no_other()
    {
        await using var slow = await Receiver.StartAsync();
        await using var quick = await Receiver.StartAsync();
        await using var deliverer = new Deliverer(newsroom);
        var (arrived, answers) = (new SemaphoreSlim(0), new SemaphoreSlim(0));
        slow.Respond = async (http, _) =>
        {
            arrived.Release();
            await answers.WaitAsync(http.RequestAborted);
        };
        var (id, _) = await deliverer.RegisterAsync(slow.Url);
        var (other, _) = await deliverer.RegisterAsync(quick.Url);
        var story = await PublishedStories.PublishAsync(newsroom, "Wall for the slow");
        await deliverer.RecordedAsync(story, 2);

        await deliverer.Dispatcher.SendDueAsync(Cancel);
        (await arrived.WaitAsync(Eventually.Timeout, Cancel)).ShouldBeTrue();
        await Eventually.HoldsAsync(
            "the quick one has its notice",
            async () => (await deliverer.LogAsync(other)).Single()["state"]!.GetValue<string>() == "delivered"
        );
        deliverer.Clock.Advance(TimeSpan.FromSeconds(15.1));
        await deliverer.Dispatcher.DrainAsync();
        (await deliverer.LogAsync(id)).Single()["attempts"]![0]!["error"]!.GetValue<string>().ShouldContain("within 15 s");

        await deliverer.AdvanceAsync();
        await deliverer.Dispatcher.SendDueAsync(Cancel);
        (await arrived.WaitAsync(Eventually.Timeout, Cancel)).ShouldBeTrue();
        deliverer.Clock.Advance(TimeSpan.FromSeconds(14));
        answers.Release();
        await deliverer.Dispatcher.DrainAsync();
        var entry = (await deliverer.LogAsync(id)).Single();
        entry["state"]!.GetValue<string>().ShouldBe("delivered");
        entry["attempts"]![1]!["milliseconds"]!.GetValue<int>().ShouldBe(14_000);
        slow.Messages.Select(message => message.Id).Distinct().Count().ShouldBe(1);
    }

    [Theory]
    [InlineData(500, null, 5)]
    [InlineData(429, "120", 120)]
    [InlineData(503, "garbage", 5)]
    [InlineData(302, null, 5)]
    public async Task A_response_that_is_no_success_is_retried(int status, string? retryAfter, int seconds)
    {
        await using var receiver = await Receiver.StartAsync();
        await using var deliverer = new Deliverer(newsroom);
        receiver.Respond = async (http, count) =>
        {
            http.Response.StatusCode = count == 1 ? status : 200;
            http.Response.Headers.RetryAfter = retryAfter;
            http.Response.Headers.Location = $"{receiver.Url}?redirected";
            await http.Response.WriteAsync($"<b>\u0000\u202Eno\u0007</b>{new string('x', 100_000)}", http.RequestAborted);
        };
        var (id, _) = await deliverer.RegisterAsync(receiver.Url);
        var story = await PublishedStories.PublishAsync(newsroom, "Wall refused");
        await deliverer.RecordedAsync(story, 1);
        await deliverer.SendAsync();
        receiver.Messages.Count.ShouldBe(1);
        var attempt = (await deliverer.LogAsync(id)).Single()["attempts"]![0]!;
        attempt["status"]!.GetValue<int>().ShouldBe(status);
        attempt["response"]!.GetValue<string>().Length.ShouldBe(500);
        (await deliverer.AdvanceAsync()).TotalSeconds.ShouldBeInRange(seconds * 0.89, seconds * 1.11);
        await deliverer.SendAsync();
        receiver.Messages.Count.ShouldBe(2);
        (await deliverer.LogAsync(id)).Single()["state"]!.GetValue<string>().ShouldBe("delivered");
    }

    [Fact]
    public async Task A_subscriber_that_is_gone_is_paused()
    {
        await using var receiver = await Receiver.StartAsync();
        await using var deliverer = new Deliverer(newsroom);
        receiver.Respond = (http, _) => AnswerAsync(http, 410);
        var (id, _) = await deliverer.RegisterAsync(receiver.Url);
        var story = await PublishedStories.PublishAsync(newsroom, "Wall for nobody");
        await deliverer.RecordedAsync(story, 1);
        await deliverer.SendAsync();
        var subscriber = (await deliverer.Admin.GetAsync($"/subscribers/{id}")).Is(200).Body;
        subscriber["state"]!.GetValue<string>().ShouldBe("paused");
        subscriber["pauseReason"]!.GetValue<string>().ShouldContain("410");

        receiver.Respond = (http, _) => AnswerAsync(http, 200);
        (await deliverer.Admin.PostAsync($"/subscribers/{id}/resume-subscriber", "{}")).Is(200);
        deliverer.Clock.Advance(TimeSpan.FromSeconds(10));
        await deliverer.SendAsync();
        (await deliverer.LogAsync(id)).Single()["state"]!.GetValue<string>().ShouldBe("delivered");
    }

    [Fact]
    public async Task A_delivery_that_never_succeeds_fails_and_the_next_notice_follows()
    {
        await using var receiver = await Receiver.StartAsync();
        await using var deliverer = new Deliverer(newsroom);
        receiver.Respond = (http, count) => AnswerAsync(http, count <= 9 ? 500 : 200);
        var (id, _) = await deliverer.RegisterAsync(receiver.Url);
        var story = await PublishedStories.PublishAsync(newsroom, "Wall that fails");
        await PublishedStories.CorrectAsync(story);
        await deliverer.RecordedAsync(story, 2);
        await deliverer.SendAsync();
        for (var attempt = 2; attempt <= 9; attempt++)
        {
            await deliverer.AdvanceAsync();
            await deliverer.SendAsync();
        }

        (await deliverer.LogAsync(id)).Select(entry => entry["state"]!.GetValue<string>()).ShouldBe(["failed", "delivered"]);
        receiver.Messages.Count.ShouldBe(10);
    }

    [Theory]
    [InlineData("tls", "not secure")]
    [InlineData("reset", "")]
    [InlineData("private", "not one of the Internet")]
    [InlineData("closed", "refused")]
    public async Task A_connection_that_cannot_be_made_is_an_attempt_that_failed(string fault, string error)
    {
        await using var receiver = await Receiver.StartAsync(isSelfSigned: fault == "tls");
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var resets = fault == "reset" ? ResetAsync(listener) : Task.CompletedTask;
        var port = ((IPEndPoint)listener.LocalEndpoint).Port;
        if (fault == "closed")
        {
            listener.Stop();
        }

        await using var deliverer = new Deliverer(newsroom, fault == "private" ? IPAddress.Parse("10.0.0.1") : null);
        var url = fault switch
        {
            "tls" => receiver.Url.Replace("http:", "https:", StringComparison.Ordinal),
            "private" => "https://news.example.org/in",
            _ => $"http://127.0.0.1:{port}/in",
        };
        var (id, _) = await deliverer.RegisterAsync(url);
        var story = await PublishedStories.PublishAsync(newsroom, "Wall without a line");
        await deliverer.RecordedAsync(story, 1);
        await deliverer.SendAsync();
        var entry = (await deliverer.LogAsync(id)).Single();
        entry["state"]!.GetValue<string>().ShouldBe("pending");
        var attempt = entry["attempts"]![0]!;
        attempt["error"]!.GetValue<string>().ShouldContain(error, Case.Insensitive);
        attempt["status"].ShouldBeNull();
        receiver.Messages.ShouldBeEmpty();
        listener.Stop();
        await resets;
    }

    [Fact]
    public async Task A_clock_that_is_set_back_hides_no_publication_from_a_subscriber_that_was_registered_before()
    {
        await using var receiver = await Receiver.StartAsync();
        await using var deliverer = new Deliverer(newsroom);
        var (id, _) = await deliverer.RegisterAsync(receiver.Url);
        await using var database = NpgsqlDataSource.Create(newsroom.Database);
        var stream = StreamIds.Of(SubscriberProjection.StreamKind, id);
        await database.RunAsync($"update newsroom.mt_streams set created = created + interval '1 hour' where id = '{stream}'");
        var story = await PublishedStories.PublishAsync(newsroom, "Wall of another hour");
        await deliverer.RecordedAsync(story, 1);
    }

    [Fact]
    public async Task A_delivery_of_a_node_that_was_lost_is_sent_when_its_lease_ends()
    {
        await using var receiver = await Receiver.StartAsync();
        await using var deliverer = new Deliverer(newsroom);
        var (id, _) = await deliverer.RegisterAsync(receiver.Url);
        var story = await PublishedStories.PublishAsync(newsroom, "Wall of a lost node");
        await deliverer.RecordedAsync(story, 1);
        (await deliverer.LoseAsync()).ShouldBe(1);
        await deliverer.SendAsync();
        receiver.Messages.ShouldBeEmpty();

        deliverer.Clock.Advance(DeliveryQueue.Lease + TimeSpan.FromSeconds(1));
        await deliverer.SendAsync();
        (await deliverer.LogAsync(id)).Single()["id"]!.GetValue<string>().ShouldBe(receiver.Messages.Single().Id);
    }

    private static Task AnswerAsync(HttpContext http, int status)
    {
        http.Response.StatusCode = status;
        return Task.CompletedTask;
    }

    private static async Task ResetAsync(TcpListener listener)
    {
        try
        {
            while (true)
            {
                using var accepted = await listener.AcceptSocketAsync(Cancel);
                accepted.LingerState = new LingerOption(enable: true, seconds: 0);
            }
        }
        catch (SocketException)
        {
            // The listener was stopped.
        }
        catch (ObjectDisposedException)
        {
            // The listener was stopped.
        }
    }
}
