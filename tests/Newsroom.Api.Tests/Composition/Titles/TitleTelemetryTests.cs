using System.Net;
using System.Net.Sockets;
using System.Text.Json.Nodes;
using Newsroom.Domain.Kernel;

namespace Newsroom.Api.Tests.Composition.Titles;

/// <summary>Metrics of all titles are read at one port, and name the title.</summary>
public sealed class TitleTelemetryTests : IAsyncLifetime
{
    private const string Gazette = "gazette";

    private readonly int port = FreePort();
    private readonly TitledInstallation installation;

    public TitleTelemetryTests() =>
        installation = new TitledInstallation
        {
            Settings = { ["Metrics:Port"] = $"{port}", ["urls"] = $"http://127.0.0.1:0;http://127.0.0.1:{port}" },
        };

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Each_metric_of_a_title_has_its_name()
    {
        // Meters are of the process: titles of other tests have their metrics there too.
        await installation.AddDatabaseAsync(Gazette);
        installation.Write(Gazette, installation.FileOf(Gazette));
        await installation.RunsAsync(Gazette);
        (await installation.As(Gazette, "root", Role.Admin).PutAsync("/desks/late", new { name = "Late", language = "en" })).Is(201);

        using var http = new HttpClient { BaseAddress = new Uri($"http://127.0.0.1:{port}") };
        var lines = Array.Empty<string>();
        await Eventually.HoldsAsync(
            "the database of each title has been read",
            async () =>
            {
                lines = (await http.GetStringAsync(new Uri("/metrics", UriKind.Relative), Cancellation)).Split('\n');
                return Of("newsroom_ledger_unsigned", TitledInstallation.Morning) && Of("newsroom_ledger_unsigned", Gazette);
            }
        );
        Of("newsroom_commands_total", Gazette).ShouldBeTrue();
        Of("http_server_request_duration_seconds_count", Gazette).ShouldBeTrue();
        lines.ShouldContain(line => line.Contains("db_client_connection_pool_name=\"newsroom.gazette\"", StringComparison.Ordinal));

        using var elsewhere = installation.At(TitledInstallation.HostOf(TitledInstallation.Morning));
        using var hidden = await elsewhere.GetAsync(new Uri("/metrics", UriKind.Relative), Cancellation);
        hidden.StatusCode.ShouldBe(HttpStatusCode.Unauthorized);

        bool Of(string metric, string title) =>
            lines.Any(line =>
                line.StartsWith($"{metric}{{", StringComparison.Ordinal)
                && line.Contains($"otel_scope_title=\"{title}\"", StringComparison.Ordinal)
            );
    }

    [Fact]
    public async Task Operators_read_the_health_of_each_title_at_the_port_of_the_metrics()
    {
        using var http = new HttpClient { BaseAddress = new Uri($"http://127.0.0.1:{port}") };
        var health = JsonNode.Parse(await http.GetStringAsync(new Uri("/health/ready", UriKind.Relative), Cancellation))!;
        health["checks"]!.AsObject().ShouldContainKey("title:morning");
    }

    /// <inheritdoc/>
    public ValueTask InitializeAsync() => installation.InitializeAsync();

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => installation.DisposeAsync();

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
