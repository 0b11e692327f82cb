using System.Diagnostics;
using Microsoft.Extensions.Hosting.Internal;
using Newsroom.Api.Composition;
using Newsroom.Api.Infrastructure.Persistence;
using Newsroom.Api.Ledger;
using Newsroom.Api.Tests.Postgres;
using Newsroom.Domain.Kernel;
using Newsroom.Ledger;
using Npgsql;

namespace Newsroom.Api.Tests.Infrastructure.Http;

/// <summary>What hosts in processes of their own believe of forwarded headers, and what they tell and log.</summary>
public sealed class ServedHostTests : IAsyncLifetime
{
    private static readonly NoteSigner Key = NoteSigner.Generate("newsroom.example/ledger");

    private readonly TemporaryDirectory data = new("newsroom-served");
    private string database = "";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => database = await TestServer.CreateDatabaseAsync();

    public async ValueTask DisposeAsync()
    {
        await TestServer.DropDatabaseAsync(database);
        data.Dispose();
    }

    [Fact]
    public async Task A_client_that_is_no_proxy_changes_neither_links_nor_its_quota()
    {
        using var host = HostProcess.Start(
            database,
            data.Path,
            "Development",
            ("RateLimits__Anonymous__Burst", "3"),
            ("RateLimits__Anonymous__PerMinute", "1")
        );
        using var http = new HttpClient { BaseAddress = await host.AddressAsync(Cancellation) };
        for (var sent = 0; sent < 3; sent++)
        {
            using var read = await SendAsync(http, "/.well-known/oauth-protected-resource", $"203.0.113.{sent}");
            var own = $"\"resource\":\"http://127.0.0.1:{http.BaseAddress.Port}\"";
            (await read.Content.ReadAsStringAsync(Cancellation)).ShouldContain(own);
            read.Headers.Server.ShouldBeEmpty();
        }

        using var refused = await SendAsync(http, "/.well-known/oauth-protected-resource", "203.0.113.9");
        ((int)refused.StatusCode).ShouldBe(429);
    }

    [Fact]
    public async Task A_configured_proxy_tells_address_scheme_and_host()
    {
        var named = new HostingEnvironment { EnvironmentName = "Staging" };
        await new SchemaMigrator(
            new Database(database, database, null),
            named,
            new HostIdentity(DatabaseKinds.Of(named), LedgerKeys.Parse(Key.Secret(), "keys")),
            [.. Modules.Projections]
        ).RunAsync();
        using var host = HostProcess.Start(
            database,
            data.Path,
            "Staging",
            ("Authentication__Authority", "https://issuer.invalid/"),
            ("Authentication__Audience", "newsroom"),
            ("Ledger__Key", Key.Secret()),
            ("ForwardedHeaders__KnownProxies", "127.0.0.1"),
            ("RateLimits__Anonymous__Burst", "2"),
            ("RateLimits__Anonymous__PerMinute", "1")
        );
        using var http = new HttpClient { BaseAddress = await host.AddressAsync(Cancellation) };
        foreach (var (client, status) in new[] { ("203.0.113.1", 200), ("203.0.113.1", 200), ("203.0.113.1", 429), ("203.0.113.2", 200) })
        {
            using var read = await SendAsync(http, "/.well-known/oauth-protected-resource", client);
            ((int)read.StatusCode).ShouldBe(status);
            read.Headers.GetValues("Strict-Transport-Security").ShouldBe(["max-age=31536000"]);
            if (status == 200)
            {
                (await read.Content.ReadAsStringAsync(Cancellation)).ShouldContain("\"resource\":\"https://news.example\"");
            }
        }
    }

    [Fact]
    public async Task A_log_of_everything_has_no_secret_and_no_token()
    {
        (string Name, string Value)[] secrets =
        [
            ("Authentication__ConsoleClientSecret", "console-5ecret-1"),
            ("Evidence__S3__AccessKey", "access-5ecret-2"),
            ("Evidence__S3__SecretKey", "storage-5ecret-3"),
            ("Messaging__RabbitMq", "amqp://user:broker-5ecret-4@127.0.0.1:1/"),
            ("Ledger__Key", NoteSigner.Generate("newsroom-development/0a1b2c3d").Secret()),
        ];
        var token = DevelopmentTokens.Issue(data.Path, "rita", [Role.Reporter]);
        var late = DevelopmentTokens.IssueExpired(data.Path, "rita", [Role.Reporter]);
        using var host = HostProcess.Start(
            database,
            data.Path,
            "Development",
            [
                .. secrets,
                ("Evidence__S3__Bucket", "evidence"),
                ("Evidence__S3__ServiceUrl", "http://127.0.0.1:1"),
                ("Logging__LogLevel__Default", "Trace"),
                ("Logging__LogLevel__Microsoft", "Trace"),
                ("Logging__LogLevel__Microsoft.AspNetCore", "Trace"),
            ]
        );
        using var http = new HttpClient { BaseAddress = await host.AddressAsync(Cancellation) };
        foreach (var given in new[] { token, late, $"{token}x" })
        {
            foreach (var path in new[] { "/me", $"/evidence/{new string('a', 64)}", "/health/ready" })
            {
                using var request = new HttpRequestMessage(HttpMethod.Get, path);
                request.Headers.TryAddWithoutValidation("Authorization", $"Bearer {given}");
                using var answer = await http.SendAsync(request, Cancellation);
            }
        }

        host.Kill();
        var (_, error) = await host.ExitAsync(Cancellation);
        var log = $"{await host.OutputAsync()}{error}";
        log.ShouldContain("/health/ready");
        string?[] hidden =
        [
            "5ecret",
            // The last part of PRIVATE+KEY+name+hash+key; a key may have a + itself.
            secrets[^1].Value.Trim().Split('+', 5)[^1],
            token.Split('.')[2],
            late.Split('.')[2],
            new NpgsqlConnectionStringBuilder(database).Password,
        ];
        hidden.Where(text => text is { Length: > 0 } && log.Contains(text, StringComparison.Ordinal)).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_secret_on_the_command_line_stops_the_host()
    {
        var start = HostProcess.Program("--Ledger:Key=visible-5ecret");
        start.Environment["NEWSROOM_DATA"] = data.Path;
        using var process = Process.Start(start)!;
        var said = await process.StandardError.ReadToEndAsync(Cancellation);
        await process.WaitForExitAsync(Cancellation);
        process.ExitCode.ShouldBe(1, said);
        said.ShouldContain("Ledger:Key is on the command line");
        said.ShouldNotContain("5ecret");
    }

    private static Task<HttpResponseMessage> SendAsync(HttpClient http, string path, string client)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.Add("X-Forwarded-For", client);
        request.Headers.Add("X-Forwarded-Proto", "https");
        request.Headers.Add("X-Forwarded-Host", "news.example");
        return http.SendAsync(request, Cancellation);
    }
}
