using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Newsroom.Api.Tests.EndToEnd;
using Newsroom.Api.Tests.Postgres;
using Newsroom.Domain.Kernel;

namespace Newsroom.Api.Tests.Composition;

/// <summary>Metrics and traces of a host, as Prometheus and a collector get them.</summary>
public sealed partial class TelemetryTests : IAsyncLifetime
{
    private readonly string data = Directory.CreateTempSubdirectory("newsroom-tests-").FullName;
    private string database = "";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private static IEnumerable<string> Watching =>
        [
            Path.Combine(RepositoryRoot.Path, "ops", "prometheus", "alerts.yml"),
            Path.Combine(RepositoryRoot.Path, "ops", "grafana", "newsroom.json"),
        ];

    [Fact]
    public async Task The_metrics_that_alerts_and_dashboard_name_are_exported_on_their_port_only()
    {
        var port = FreePort();
        using var node = await StartAsync(("ASPNETCORE_URLS", $"http://127.0.0.1:0;http://127.0.0.1:{port}"), ("Metrics__Port", $"{port}"));
        var (draft, chief) = (new { desk = "world", headline = "A ferry", body = "It was late." }, node.As("chi", Role.ChiefEditor));
        var story = (await node.As("rita", Role.Reporter).PostAsync("/stories/draft-article", draft)).Is(201).Json["story"];
        (await node.As("rita", Role.Reporter).PostAsync($"/stories/{story}/publish", "{}", 1)).IsRefused(403, "role-required");
        (await node.As("jonas", Role.Admin).PutAsync("/desks/port", new { name = "Port", language = "en" })).Is(201);
        (await chief.GetAsync("/numbers")).Is(200);

        using var http = new HttpClient();
        var watched = Watching.SelectMany(file => Watched().Matches(File.ReadAllText(file)).Select(match => match.Value)).ToHashSet();
        watched.Count.ShouldBeGreaterThan(15);
        var metrics = "";
        await Eventually.HoldsAsync(
            "each metric has been read once",
            async () =>
            {
                metrics = await http.GetStringAsync(new Uri($"http://127.0.0.1:{port}/metrics"), Cancellation);
                return watched.IsSubsetOf(Exported().Matches(metrics).Select(match => match.Value));
            },
            () => Task.FromResult($"Metrics: {string.Join(' ', watched)}. Exported: {metrics}")
        );
        ValueOf(metrics, "newsroom_commands_total", "command=\"draft-article\"", "outcome=\"accepted\"").ShouldBe(1);
        ValueOf(metrics, "newsroom_commands_total", "command=\"define-desk\"", "outcome=\"accepted\"").ShouldBe(1);
        ValueOf(metrics, "newsroom_commands_total", "command=\"publish\"", "outcome=\"refused\"").ShouldBe(1);
        ValueOf(metrics, "newsroom_refusals_total", "code=\"role-required\"").ShouldBe(1);
        metrics.ShouldNotContain("ferry");
        metrics.ShouldNotContain("Password");

        using var elsewhere = await http.GetAsync(new Uri(node.Address, "/metrics"), Cancellation);
        elsewhere.StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task One_trace_id_is_in_the_problem_the_audit_trail_and_the_traces()
    {
        await using var collector = await Collector.StartAsync();
        using var node = await StartAsync(
            ("OTEL_EXPORTER_OTLP_ENDPOINT", $"{collector.Address}"),
            ("OTEL_EXPORTER_OTLP_PROTOCOL", "http/protobuf"),
            ("OTEL_BSP_SCHEDULE_DELAY", "50")
        );
        var draft = new { desk = "world", headline = "A ferry", body = "It was late." };
        var story = (await node.As("rita", Role.Reporter).PostAsync("/stories/draft-article", draft)).Is(201).Json["story"];
        var refused = (await node.As("rita", Role.Reporter).PostAsync($"/stories/{story}/publish", "{}", 1)).Is(403);
        var trace = refused.Json["traceId"]!.GetValue<string>().Split('-')[1];

        await TableSignal.ProjectedAsync(database);
        var trail = (await node.As("ida", Role.Auditor).GetAsync($"/audit?story={story}")).Is(200).Json.AsArray();
        trail.Select(entry => $"{entry!["correlation"]}").ShouldContain(trace);
        await Eventually.HoldsAsync("the trace is collected", () => Task.FromResult(collector.Has(Convert.FromHexString(trace))));
        collector.Has("It was late."u8).ShouldBeFalse();
    }

    [Theory]
    [InlineData("Metrics__Port", "none")]
    [InlineData("Metrics__Port", "70000")]
    [InlineData("OTEL_EXPORTER_OTLP_ENDPOINT", "collector")]
    public async Task A_malformed_setting_stops_the_host(string name, string value)
    {
        using var process = HostProcess.Start(database, data, "Development", (name, value));
        var (code, error) = await process.ExitAsync(Cancellation);
        (code, error.Contains(name.Replace("__", ":", StringComparison.Ordinal), StringComparison.Ordinal)).ShouldBe((1, true), error);
    }

    /// <inheritdoc/>
    public async ValueTask InitializeAsync() => database = await TemplateDatabase.CopyAsync(data);

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await TestServer.DropDatabaseAsync(database);
        Directory.Delete(data, recursive: true);
    }

    private Task<HostNode> StartAsync(params IEnumerable<(string Name, string Value)> settings) =>
        HostNode.StartAsync(database, data, settings);

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private static double ValueOf(string metrics, string name, params string[] labels) =>
        metrics
            .Split('\n')
            .Where(line => line.StartsWith($"{name}{{", StringComparison.Ordinal) && labels.All(line.Contains))
            .Sum(line => double.Parse(line.Split(' ')[1], System.Globalization.CultureInfo.InvariantCulture));

    // Metrics, and their labels.
    [GeneratedRegex("^[a-z]\\w+(?=[{ ])|\\w+(?==\")", RegexOptions.Multiline)]
    private static partial Regex Exported();

    [GeneratedRegex("\\b(newsroom|http_server|db_client|dotnet)_\\w+")]
    private static partial Regex Watched();

    /// <summary>A receiver of the OpenTelemetry protocol over HTTP.</summary>
    private sealed class Collector(WebApplication app) : IAsyncDisposable
    {
        private readonly ConcurrentBag<byte[]> received = [];

        public Uri Address => new(app.Urls.Single());

        public static async Task<Collector> StartAsync()
        {
            var builder = WebApplication.CreateSlimBuilder();
            builder.WebHost.UseUrls("http://127.0.0.1:0");
            var app = builder.Build();
            var collector = new Collector(app);
            app.MapPost("/v1/{signal}", collector.ReceiveAsync);
            await app.StartAsync(Cancellation);
            return collector;
        }

        public bool Has(ReadOnlySpan<byte> bytes)
        {
            foreach (var body in received)
            {
                if (body.AsSpan().IndexOf(bytes) >= 0)
                {
                    return true;
                }
            }

            return false;
        }

        public ValueTask DisposeAsync() => app.DisposeAsync();

        private async Task ReceiveAsync(HttpRequest request)
        {
            using var body = new MemoryStream();
            await request.Body.CopyToAsync(body, Cancellation);
            received.Add(body.ToArray());
        }
    }
}
