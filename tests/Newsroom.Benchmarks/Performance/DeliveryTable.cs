using System.Diagnostics;
using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Newsroom.Domain.Kernel;

namespace Newsroom.Benchmarks.Performance;

/// <summary>Measures what subscribers cost a publication, and how fast notices are sent.</summary>
internal static class DeliveryTable
{
    private const int Rounds = 3;
    private const int Publications = 40;
    private const int Receivers = 10;
    private const int Waiting = 100;
    private const int InFlight = 32;

    private static readonly int[] Numbers = [0, 10, 100];

    public static async Task MeasureAsync(ServedNewsroom newsroom, Report report)
    {
        Environment.SetEnvironmentVariable("Subscribers__MaxInFlight", InFlight.ToString(CultureInfo.InvariantCulture));
        await newsroom.ServeAsync();
        await using var receiver = await StartReceiverAsync();
        var address = $"{receiver.Urls.Single()}/in";
        using var publisher = newsroom.Client("magnus", Role.Publisher);
        using var admin = newsroom.Client("jonas", Role.Admin);
        var times = Numbers.ToDictionary(number => number, _ => new List<Load>());
        for (var round = 0; round < Rounds; round++)
        {
            foreach (var number in Numbers)
            {
                var subscribers = await RegisterAsync(admin, address, number);
                times[number].Add(await PublishAsync(newsroom, publisher, number));
                await RemoveAsync(admin, subscribers);
            }
        }

        var rate = await RateAsync(newsroom, admin, publisher, address);
        var alone = await DelaysAsync(newsroom, admin, publisher, address);
        var beside = await DelaysAsync(newsroom, admin, publisher, address, $"{receiver.Urls.Single()}/slow");
        var loads = times.ToDictionary(time => time.Key, time => Load.Of(time.Value));
        var rows = Numbers
            .Select(number => new[]
            {
                $"publish, {number} subscribers",
                Report.Ms(loads[number].Quantile(.5)),
                Report.Ms(loads[number].Quantile(.99)),
                Report.Ratio(loads[number].Quantile(.5) / loads[0].Quantile(.5)),
            })
            .Append([$"until each of {Receivers} subscribers has its notice", Report.Ms(alone.Median), Report.Ms(alone.Slowest), ""])
            .Append(["the same, beside one that takes 14 seconds", Report.Ms(beside.Median), Report.Ms(beside.Slowest), ""])
            .Append([$"notices a second, {Receivers} subscribers, {InFlight} in flight", Report.Number(rate), "", ""]);
        report.Add(
            "delivery",
            $"Publications, one client, {Rounds} interleaved rounds of {Publications}, each after the notices of the one before are sent",
            ["", "p50 ms", "p99 ms", "of none"],
            rows
        );
    }

    /// <summary>Publishes stories, one after the other; the notices of each are sent before the next.</summary>
    private static async Task<Load> PublishAsync(ServedNewsroom newsroom, BenchClient publisher, int subscribers)
    {
        var latencies = new List<TimeSpan>();
        var running = Stopwatch.StartNew();
        for (var i = 0; i < Publications; i++)
        {
            var (story, version) = await SampleStories.ReadyAsync(newsroom, quotations: 2);
            var asked = Stopwatch.GetTimestamp();
            await publisher.CommandAsync($"/stories/{story}/publish", "{}"u8.ToArray(), version);
            latencies.Add(Stopwatch.GetElapsedTime(asked));
            await newsroom.CatchUpAsync();
            await newsroom.UntilAsync(
                $"select count(*) = {subscribers} from newsroom.deliveries where story = '{story}' and state = 'delivered'"
            );
        }

        latencies.Sort();
        return new Load(1, Publications, running.Elapsed, [.. latencies]);
    }

    /// <summary>Measures how fast waiting notices are sent once their subscribers are resumed.</summary>
    private static async Task<double> RateAsync(ServedNewsroom newsroom, BenchClient admin, BenchClient publisher, string address)
    {
        var subscribers = await RegisterAsync(admin, address, Receivers);
        foreach (var subscriber in subscribers)
        {
            await admin.AskAsync($"/subscribers/{subscriber}/pause-subscriber", new { reason = "A measurement." });
        }

        for (var i = 0; i < Waiting; i++)
        {
            var (story, version) = await SampleStories.ReadyAsync(newsroom, quotations: 2);
            await publisher.CommandAsync($"/stories/{story}/publish", "{}"u8.ToArray(), version);
        }

        await newsroom.UntilAsync($"select count(*) = {Waiting * Receivers} from newsroom.deliveries where state = 'pending'");
        await newsroom.CatchUpAsync();
        var resumed = Stopwatch.StartNew();
        foreach (var subscriber in subscribers)
        {
            await admin.AskAsync($"/subscribers/{subscriber}/resume-subscriber", new { });
        }

        await newsroom.UntilAsync("select not exists (select from newsroom.deliveries where state = 'pending')");
        return Waiting * Receivers / resumed.Elapsed.TotalSeconds;
    }

    /// <summary>Measures how long subscribers wait for notices, in milliseconds from the publication, maybe beside a slow one.</summary>
    private static async Task<(double Median, double Slowest)> DelaysAsync(
        ServedNewsroom newsroom,
        BenchClient admin,
        BenchClient publisher,
        string address,
        string? slow = null
    )
    {
        var subscribers = await RegisterAsync(admin, address, Receivers);
        var beside = slow is null ? [] : await RegisterAsync(admin, slow, 1);
        for (var i = 0; i < Publications; i++)
        {
            var (story, version) = await SampleStories.ReadyAsync(newsroom, quotations: 2);
            await publisher.CommandAsync($"/stories/{story}/publish", "{}"u8.ToArray(), version);
        }

        var sent = $"from newsroom.deliveries d where d.subscriber in ({string.Join(',', subscribers.Select(id => $"'{id}'"))})";
        await newsroom.UntilAsync($"select count(*) = {Publications * Receivers} {sent} and d.state = 'delivered'");
        var delays = (Median: await QuantileAsync(0.5), Slowest: await QuantileAsync(0.99));
        await RemoveAsync(admin, [.. subscribers, .. beside]);
        return delays;

        Task<double> QuantileAsync(double quantile) =>
            newsroom.ScalarAsync<double>(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"""
                    select 1000 * percentile_cont({quantile}) within group (order by extract(epoch from d.delivered_at - (
                        select e.at from newsroom.delivery_events e where e.story = d.story and e.version = d.version))) {sent}
                    """
                )
            );
    }

    private static async Task<IReadOnlyList<string>> RegisterAsync(BenchClient admin, string address, int number)
    {
        var subscribers = Enumerable.Range(0, number).Select(_ => $"sub-{Guid.NewGuid():N}").ToList();
        foreach (var id in subscribers)
        {
            await admin.AskAsync("/subscribers/register-subscriber", new { id, name = "Harbour News", url = address });
        }

        return subscribers;
    }

    private static async Task RemoveAsync(BenchClient admin, IReadOnlyList<string> subscribers)
    {
        foreach (var subscriber in subscribers)
        {
            await admin.AskAsync($"/subscribers/{subscriber}/remove-subscriber", new { });
        }
    }

    private static async Task<WebApplication> StartReceiverAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        app.MapPost(
            "/in",
            async (HttpRequest request) =>
            {
                await request.Body.CopyToAsync(Stream.Null);
                return Results.NoContent();
            }
        );
        app.MapPost("/slow", (HttpContext http) => Task.Delay(TimeSpan.FromSeconds(14), http.RequestAborted));
        await app.StartAsync();
        return app;
    }
}
