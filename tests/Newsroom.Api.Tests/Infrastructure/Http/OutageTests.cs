using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Newsroom.Api.Infrastructure.Http;
using Newsroom.Api.Infrastructure.Persistence;
using Newsroom.Api.Infrastructure.Security;
using Newsroom.Api.Tests.Postgres;
using Newsroom.Domain.Kernel;
using Newsroom.Domain.Stories;
using Npgsql;
using TestServer = Newsroom.Api.Tests.Postgres.TestServer;

namespace Newsroom.Api.Tests.Infrastructure.Http;

/// <summary>Without a database, or with too many requests, the answer is 503; the host recovers without a restart.</summary>
public class OutageTests
{
    /// <summary>Requests that do not use the database.</summary>
    private static readonly string[] Unaffected = ["/ledger/keys", "/problems/{code}", "/.well-known/oauth-protected-resource"];

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Without_its_database_every_request_is_answered_503_until_it_is_back()
    {
        CutWire? wire = null;
        var newsroom = new Newsroom { Reached = database => (wire = new CutWire(database)).Through(database) };
        await newsroom.InitializeAsync();
        try
        {
            var story = await StoryDriver.DraftedAsync(newsroom, "Before the outage", "It rains.\n");
            await newsroom.CatchUpAsync();
            wire!.Cut();

            var answers = await Task.WhenAll(
                Permissions.All.Where(p => !Unaffected.Contains(p.Route)).Select(permit => SendAsync(newsroom, permit, story.Id))
            );
            answers.Where(answer => !answer.IsUnavailable).Select(answer => answer.Told).ShouldBeEmpty();
            var page = (await newsroom.Reader().GetAsync("/published/any-story.html")).Is(503);
            (page.ContentType, page.Headers.ContainsKey("Retry-After")).ShouldBe(("text/html", true));
            (await newsroom.Reader().GetAsync("/health/ready")).Status.ShouldBe(503);
            (await newsroom.Reader().GetAsync("/health/live")).Status.ShouldBe(200);

            wire.Mend();
            // The next command uses a broken connection of the pool, and is answered 503.
            Answer? after = null;
            await Eventually.HoldsAsync(
                "a command is carried out again",
                async () =>
                    (
                        after = await newsroom
                            .As("rita", Role.Reporter)
                            .PostAsync(
                                "/stories/draft-article",
                                new
                                {
                                    desk = "world",
                                    headline = "After the outage",
                                    body = "It rains.\n",
                                }
                            )
                    ).Status != 503
            );
            var drafted = after!.Is(201).Json["story"]!.GetValue<Guid>();
            await Eventually.HoldsAsync(
                "the host is ready again",
                async () =>
                    (await newsroom.Reader().GetAsync("/health/ready")) is { Status: 200 } ready
                    && ready.Json["status"]!.GetValue<string>() == "ok",
                async () => (await newsroom.Reader().GetAsync("/health/ready")).Text
            );
            await TableSignal.ProjectedAsync(newsroom.Database);
            (await newsroom.As("ed", Role.Editor).GetAsync("/stories")).Text.ShouldContain($"{drafted}");
        }
        finally
        {
            await newsroom.DisposeAsync();
            wire?.Dispose();
        }
    }

    [Theory]
    [InlineData(100, 100, 1, 85)]
    [InlineData(97, 100, 1, 83)]
    [InlineData(97, 40, 1, 40)]
    [InlineData(497, 100, 1, 100)]
    [InlineData(97, 100, 2, 39)]
    [InlineData(20, 100, 1, 10)]
    public void A_host_leaves_connections_to_others(int usable, int wanted, int nodes, int application)
    {
        ConnectionBudget.Of(usable, wanted, nodes).Application.ShouldBe(application);
    }

    [Fact]
    public async Task The_pool_is_below_the_limit_of_the_server()
    {
        var database = await TestServer.CreateDatabaseAsync();
        await using var server = NpgsqlDataSource.Create(database);
        var name = new NpgsqlConnectionStringBuilder(database).Database;
        await server.RunAsync($"alter database {name} connection limit 40");
        var limited = await ConnectionBudget.LimitAsync(
            new Database(database, database, null),
            new Microsoft.Extensions.Configuration.ConfigurationManager()
        );
        (
            new NpgsqlConnectionStringBuilder(limited.ConnectionString).MaxPoolSize,
            new NpgsqlConnectionStringBuilder(limited.Maintenance).MaxPoolSize
        ).ShouldBe((30, 5));
        await Should.ThrowAsync<SettingsException>(() =>
            ConnectionBudget.LimitAsync(
                limited,
                new Microsoft.Extensions.Configuration.ConfigurationManager { [ConnectionBudget.NodesSetting] = "none" }
            )
        );
        await TestServer.DropDatabaseAsync(database);
    }

    [Fact]
    public async Task Requests_beyond_the_queue_are_answered_503_at_once_and_health_is_always_answered()
    {
        var (entered, leave) = (new SemaphoreSlim(0), new TaskCompletionSource());
        var builder = WebApplication.CreateBuilder();
        builder.WebHost.UseTestServer();
        await using var app = builder.Build();
        app.UseConcurrencyLimit(atOnce: 1, waiting: 1);
        app.MapGet(
            "/",
            async () =>
            {
                entered.Release();
                await leave.Task;
                return "done";
            }
        );
        app.MapGet("/health/live", () => "alive");
        await app.StartAsync(Cancellation);
        using var http = app.GetTestClient();

        var first = http.GetAsync(new Uri("/", UriKind.Relative), Cancellation);
        await entered.WaitAsync(Cancellation);
        var others = Enumerable.Range(0, 5).Select(_ => http.GetAsync(new Uri("/", UriKind.Relative), Cancellation)).ToList();
        var refusals = new List<Task<HttpResponseMessage>>();
        while (refusals.Count < 4)
        {
            refusals.Add(await Task.WhenAny(others.Except(refusals)).WaitAsync(TimeSpan.FromSeconds(60), Cancellation));
        }

        foreach (var refused in refusals)
        {
            ((int)(await refused).StatusCode, (await refused).Headers.RetryAfter is null).ShouldBe((503, false));
        }

        (await http.GetStringAsync(new Uri("/health/live", UriKind.Relative), Cancellation)).ShouldBe("alive");
        leave.SetResult();
        (await first).StatusCode.ShouldBe(System.Net.HttpStatusCode.OK);
        (await Task.WhenAll(others)).Count(answer => answer.IsSuccessStatusCode).ShouldBe(1);
    }

    [Theory]
    [InlineData(PostgresErrorCodes.TooManyConnections, true)]
    [InlineData(PostgresErrorCodes.AdminShutdown, true)]
    [InlineData(PostgresErrorCodes.CannotConnectNow, true)]
    [InlineData(PostgresErrorCodes.QueryCanceled, true)]
    [InlineData(PostgresErrorCodes.SerializationFailure, true)]
    [InlineData(PostgresErrorCodes.UndefinedTable, false)]
    [InlineData(PostgresErrorCodes.UniqueViolation, false)]
    [InlineData(PostgresErrorCodes.InsufficientPrivilege, false)]
    public void Only_temporary_failures_are_answered_503(string state, bool isUnavailable) =>
        DatabaseUnavailable
            .Is(new InvalidOperationException("Wrapped.", new PostgresException("Refused.", "ERROR", "ERROR", state)))
            .ShouldBe(isUnavailable);

    private static string DigestOf(string body) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(body)));

    private static async Task<(bool IsUnavailable, string Told)> SendAsync(Newsroom newsroom, EndpointAccess permit, Guid story)
    {
        using var http = newsroom.Host.Server.CreateClient();
        var path = permit
            .Route.Replace("{storyId}", $"{story}", StringComparison.Ordinal)
            .Replace("{eventId}", $"{story}", StringComparison.Ordinal)
            .Replace("{erasure}", $"{story}", StringComparison.Ordinal)
            .Replace("{desk}", "world", StringComparison.Ordinal)
            .Replace("{speaker}", "somebody", StringComparison.Ordinal)
            .Replace("{subscriber}", "harbour-news", StringComparison.Ordinal)
            .Replace("{person}", "ana", StringComparison.Ordinal)
            .Replace("{slug}", "a-slug", StringComparison.Ordinal)
            .Replace("{format}", "ninjs", StringComparison.Ordinal)
            .Replace("{sha256}", DigestOf(permit.Example ?? ""), StringComparison.Ordinal)
            .Replace("{level}", "0", StringComparison.Ordinal)
            .Replace("{index}", "000", StringComparison.Ordinal);
        path += path.EndsWith("/diff", StringComparison.Ordinal) ? "?from=1&to=1" : "";
        using var request = new HttpRequestMessage(new HttpMethod(permit.Method), path);
        if (!permit.IsPublic)
        {
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", newsroom.Token("pat", permit.Roles.Take(1)));
        }

        if (permit.Method != "GET")
        {
            request.Headers.TryAddWithoutValidation("If-Match", "\"v1\"");
            request.Content = new StringContent(permit.Example!, Encoding.UTF8, "application/json");
        }

        using var answer = await http.SendAsync(request, HttpCompletionOption.ResponseContentRead, Cancellation);
        var isUnavailable =
            (int)answer.StatusCode == 503
            && answer.Headers.RetryAfter is not null
            && answer.Content.Headers.ContentType?.MediaType == "application/problem+json";
        return (
            isUnavailable,
            $"{permit.Method} {permit.Route}: {(int)answer.StatusCode} {await answer.Content.ReadAsStringAsync(Cancellation)}"
        );
    }
}
