using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Timeouts;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Newsroom.Api.Infrastructure.Http;
using Newsroom.Api.Infrastructure.Persistence;
using Newsroom.Domain.Kernel;
using Npgsql;

namespace Newsroom.Api.Tests.Infrastructure.Http;

/// <summary>Requests have a time limit, except those that read the whole record.</summary>
public sealed class RequestTimeLimitTests(Newsroom newsroom, RequestTimeLimitTests.HastyNewsroom hasty)
    : IClassFixture<RequestTimeLimitTests.HastyNewsroom>
{
    private static readonly string[] Unlimited =
    [
        "/audit.csv",
        "/audit.jsonl",
        "/events",
        "/evidence/{sha256}",
        "/ledger/verify-store",
        "/stories/import-history",
        "/stories/{storyId}/bundle",
        "/views/rebuild-views",
        "/views/verify-views",
    ];

    [Fact]
    public async Task A_request_that_takes_too_long_is_stopped_and_answered_with_503()
    {
        var stopped = new TaskCompletionSource();
        await using var app = Host(TimeSpan.FromMilliseconds(50), stopped);
        await app.StartAsync(TestContext.Current.CancellationToken);
        using var client = app.GetTestClient();
        using var answer = await client.GetAsync(new Uri("/slow", UriKind.Relative), TestContext.Current.CancellationToken);
        ((int)answer.StatusCode).ShouldBe(503);
        answer.Content.Headers.ContentType!.MediaType.ShouldBe("application/problem+json");
        answer.Headers.RetryAfter.ShouldNotBeNull();
        var problem = (await answer.Content.ReadFromJsonAsync<JsonNode>(TestContext.Current.CancellationToken))!;
        problem["type"]!.GetValue<string>().ShouldBe("/problems/request-timeout");
        problem["detail"]!.GetValue<string>().ShouldContain("0.05 seconds");
        await stopped.Task;
    }

    [Theory]
    [InlineData("mt_doc_desk")]
    [InlineData("mt_events")]
    public async Task A_command_that_waits_for_the_database_for_too_long_is_answered_with_503(string table)
    {
        var admin = hasty.As("root", Role.Admin);
        await using var connection = new NpgsqlConnection(hasty.Database);
        await connection.OpenAsync(TestContext.Current.CancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(TestContext.Current.CancellationToken);
        await using var hold = new NpgsqlCommand($"lock table newsroom.{table} in access exclusive mode", connection, transaction);
        await hold.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
        var answer = await admin.PutAsync("/desks/arts", new { name = "Arts", language = "en" });
        answer.Status.ShouldBe(503, answer.Text);
        answer.Text.ShouldContain("/problems/request-timeout");
    }

    [Fact]
    public async Task A_request_within_the_time_limit_is_answered()
    {
        await using var app = Host(TimeSpan.FromMinutes(1), new TaskCompletionSource());
        await app.StartAsync(TestContext.Current.CancellationToken);
        using var client = app.GetTestClient();
        (await client.GetStringAsync(new Uri("/quick", UriKind.Relative), TestContext.Current.CancellationToken)).ShouldBe("done");
    }

    [Fact]
    public void Only_requests_over_the_whole_record_have_no_time_limit()
    {
        var endpoints = newsroom.Host.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>();
        endpoints
            .Where(e => e.Metadata.GetMetadata<DisableRequestTimeoutAttribute>() is not null)
            .Select(e => "/" + e.RoutePattern.RawText!.TrimStart('/'))
            .Distinct()
            .Order(StringComparer.Ordinal)
            .ShouldBe(Unlimited);
        newsroom
            .Host.Services.GetRequiredService<Microsoft.Extensions.Options.IOptions<RequestTimeoutOptions>>()
            .Value.DefaultPolicy!.Timeout.ShouldBe(TimeSpan.FromSeconds(30));
    }

    private static WebApplication Host(TimeSpan limit, TaskCompletionSource stopped)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseTestServer();
        builder.Services.AddProblemDetails();
        builder.Services.AddRequestTimeLimit(limit);
        var app = builder.Build();
        app.UseRequestTimeouts();
        app.MapGet("/quick", () => "done");
        app.MapGet(
            "/slow",
            async (HttpContext http) =>
            {
                try
                {
                    await Task.Delay(Timeout.Infinite, http.RequestAborted);
                }
                finally
                {
                    stopped.SetResult();
                }
            }
        );
        return app;
    }

    /// <summary>A newsroom whose requests may take two seconds: the middleware has no clock that a test could set.</summary>
    public sealed class HastyNewsroom : Newsroom
    {
        public HastyNewsroom() => Configure = services => services.AddRequestTimeLimit(TimeSpan.FromSeconds(2));
    }
}
