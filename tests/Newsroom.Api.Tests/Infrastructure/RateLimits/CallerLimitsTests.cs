using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using System.Globalization;
using System.Net;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Newsroom.Api.Infrastructure.Http;
using Newsroom.Api.Infrastructure.RateLimits;
using Newsroom.Domain.Kernel;

namespace Newsroom.Api.Tests.Infrastructure.RateLimits;

/// <summary>Each caller has a quota of requests, and is refused beyond it before anything else is done.</summary>
public sealed class CallerLimitsTests(CallerLimitsTests.LimitedNewsroom newsroom) : IClassFixture<CallerLimitsTests.LimitedNewsroom>
{
    private const int Burst = 5;

    [Fact]
    public async Task A_person_who_used_up_the_quota_is_refused_and_others_are_not()
    {
        var busy = newsroom.As("busy", Role.Editor);
        for (var left = Burst - 1; left >= 0; left--)
        {
            var read = (await busy.GetAsync("/me")).Is(200);
            read.Headers[Quota.PolicyHeader].ShouldBe("\"staff\";q=5;w=300");
            read.Headers[Quota.StateHeader].ShouldBe($"\"staff\";r={left};t={(Burst - left) * 60}");
        }

        var refused = (await busy.GetAsync("/me")).Is(429);
        refused.ContentType.ShouldBe("application/problem+json");
        refused.Json["type"]!.GetValue<string>().ShouldBe(ProblemTypes.UriOf("too-many-requests"));
        refused.Json["title"]!.GetValue<string>().ShouldBe("Too many requests");
        int.Parse(refused.Headers["Retry-After"], CultureInfo.InvariantCulture).ShouldBeInRange(1, 60);
        refused.Headers[Quota.StateHeader].ShouldStartWith("\"staff\";r=0;");
        (await newsroom.As("calm", Role.Editor).GetAsync("/me")).Is(200);
    }

    [Fact]
    public async Task A_refused_command_is_not_read()
    {
        var busy = newsroom.As("sender", Role.Editor);
        for (var sent = 0; sent < Burst; sent++)
        {
            (await busy.PostAsync("/stories/draft-article", "{")).Is(400);
        }

        (await busy.PostAsync("/stories/draft-article", "{")).Is(429);
        (await newsroom.As("other", Role.Auditor).GetAsync("/audit?actor=sender")).Json.AsArray().ShouldBeEmpty();
    }

    [Fact]
    public async Task A_subscriber_has_a_quota_of_its_own()
    {
        var answer = await newsroom.Subscriber("wire").GetAsync("/subscribers/wire/deliveries");
        answer.Headers[Quota.PolicyHeader].ShouldBe("\"service\";q=7;w=420");
    }

    [Fact]
    public async Task Requests_without_a_valid_token_are_counted_by_client_address()
    {
        foreach (var (address, status) in new[] { ("192.0.2.1", 200), ("192.0.2.1", 200), ("192.0.2.1", 429), ("192.0.2.2", 200) })
        {
            var read = (await ReadAsync(newsroom.Reader(), "/published", address)).Is(status);
            read.Headers[Quota.PolicyHeader].ShouldStartWith("\"anonymous\"");
        }

        var late = newsroom.Late("late", Role.Editor);
        foreach (var status in new[] { 401, 401, 429 })
        {
            (await ReadAsync(late, "/me", "192.0.2.3")).Is(status);
        }
    }

    [Fact]
    public async Task The_addresses_of_one_IPv6_network_are_counted_together()
    {
        (await ReadAsync(newsroom.Reader(), "/published", "2001:db8::1")).Is(200);
        (await ReadAsync(newsroom.Reader(), "/published", "2001:db8::2")).Is(200);
        (await ReadAsync(newsroom.Reader(), "/published", "2001:db8::3")).Is(429);
        (await ReadAsync(newsroom.Reader(), "/published", "2001:db8:0:1::1")).Is(200);
    }

    [Fact]
    public async Task A_forwarded_address_that_no_configured_proxy_sent_counts_for_nothing()
    {
        foreach (var (claimed, status) in new[] { ("203.0.113.1", 200), ("203.0.113.2", 200), ("203.0.113.3", 429) })
        {
            (string, string?)[] spoofed = [("X-Forwarded-For", claimed), ("Forwarded", $"for={claimed}")];
            (await ReadAsync(newsroom.Reader(), "/published", "192.0.2.9", spoofed)).Is(status);
        }
    }

    [Fact]
    public async Task Errors_tell_the_quota_and_health_checks_have_none()
    {
        (await ReadAsync(newsroom.Reader(), "/published/none", "192.0.2.4")).Is(404).Headers.ShouldContainKey(Quota.StateHeader);
        (await ReadAsync(newsroom.Reader(), "/stories", "192.0.2.5")).Is(401).Headers.ShouldContainKey(Quota.StateHeader);
        for (var sent = 0; sent < 2 * Burst; sent++)
        {
            (await ReadAsync(newsroom.Reader(), "/health/live", "192.0.2.6")).Is(200).Headers.ShouldNotContainKey(Quota.StateHeader);
        }
    }

    [Fact]
    public async Task Refusals_are_counted()
    {
        var counted = new ConcurrentBag<string?>();
        using var listener = new MeterListener
        {
            InstrumentPublished = (instrument, listening) =>
            {
                if (instrument.Meter.Name == CallerLimits.MeterName && instrument is Counter<long>)
                {
                    listening.EnableMeasurementEvents(instrument);
                }
            },
        };
        listener.SetMeasurementEventCallback<long>((_, _, tags, _) => counted.Add(tags[0].Value as string));
        listener.Start();
        for (var sent = 0; sent < 3; sent++)
        {
            await ReadAsync(newsroom.Reader(), "/published", "192.0.2.7");
        }

        counted.ShouldContain("anonymous");
    }

    private static Task<Answer> ReadAsync(Person reader, string path, string address, params (string Name, string? Value)[] headers) =>
        reader.SendAsync(HttpMethod.Get, path, null, null, [(ClientAddress.Header, address), .. headers]);

    /// <summary>A host whose callers may send few requests.</summary>
    public sealed class LimitedNewsroom : Newsroom
    {
        public LimitedNewsroom()
        {
            Settings = new()
            {
                [RateLimitSettings.EnabledSetting] = "true",
                ["RateLimits:Staff:Burst"] = $"{Burst}",
                ["RateLimits:Staff:PerMinute"] = "1",
                ["RateLimits:Service:Burst"] = "7",
                ["RateLimits:Service:PerMinute"] = "1",
                ["RateLimits:Anonymous:Burst"] = "2",
                ["RateLimits:Anonymous:PerMinute"] = "1",
            };
            Configure = services => services.AddSingleton<IStartupFilter, ClientAddress>();
        }
    }

    /// <summary>Sets the address that a connection comes from, which the server in the test's process has not.</summary>
    private sealed class ClientAddress : IStartupFilter
    {
        public const string Header = "X-Test-Connection";

        public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) =>
            app =>
            {
                app.Use(
                    (http, following) =>
                    {
                        var given = http.Request.Headers[Header].ToString();
                        http.Connection.RemoteIpAddress = given.Length > 0 ? IPAddress.Parse(given) : null;
                        return following(http);
                    }
                );
                next(app);
            };
    }
}
