using System.Text.Json;
using System.Text.Json.Nodes;
using Newsroom.Api.Tests.Postgres;
using Newsroom.Ledger;

namespace Newsroom.Api.Tests.Composition.Titles;

/// <summary>An installation outside Development, in a process of its own.</summary>
public sealed class TitleProcessTests : IAsyncLifetime
{
    private const string Environment = "Staging";

    private readonly TemporaryDirectory files = new("newsroom-titles");
    private string database = "";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private IEnumerable<(string Name, string Value)> Settings =>
        [
            ("Titles__Directory", files.Path),
            ("Titles__ReadEvery", "00:00:00.2"),
            ("Authentication__Authority", "https://issuer.invalid/"),
            ("Authentication__Audience", "newsroom"),
        ];

    [Fact]
    public async Task A_title_runs_with_the_secrets_of_its_files_after_db_apply_and_its_name_is_not_told()
    {
        // Those of the installation are of no title.
        var settings = Settings.Append(("Ledger__Key", NoteSigner.Generate("newsroom.example/other").Secret())).ToList();
        (await RunAsync("db-assert", settings)).Code.ShouldBe(1);
        var applied = await RunAsync("db-apply", settings);
        (applied.Code, applied.Output.StartsWith("morning:", StringComparison.Ordinal)).ShouldBe((0, true), applied.Output);
        (await RunAsync("db-assert", settings)).Code.ShouldBe(0);

        using var process = HostProcess.Start("Host=none", files["data"], Environment, settings);
        using var http = new HttpClient { BaseAddress = await process.AddressAsync(Cancellation) };
        await Eventually.HoldsAsync("the title runs", async () => await StatusAsync(http, "morning.example", "/published") == 200);
        (await StatusAsync(http, null, "/published")).ShouldBe(421);

        await File.WriteAllTextAsync(files["faulty.json"], "{", Cancellation);
        var health = "";
        await Eventually.HoldsAsync(
            "the fault shows",
            async () => (health = await http.GetStringAsync(new Uri("/health/ready", UriKind.Relative), Cancellation)).Contains("degraded")
        );
        $"{JsonNode.Parse(health)!["checks"]!["titles"]!["detail"]}".ShouldBe("1 of 2 are ready");
        health.ShouldNotContain("morning");
        health.ShouldNotContain("faulty");
    }

    [Theory]
    [InlineData("Titles__Directory", "/nowhere/at-all", "there is no such directory")]
    [InlineData("Titles__ReadEvery", "often", "Titles:ReadEvery")]
    [InlineData("Titles__PerServer", "0", "Titles:PerServer")]
    public async Task A_malformed_setting_stops_the_process(string name, string value, string reason)
    {
        using var process = HostProcess.Start("Host=none", files["data"], Environment, [.. Settings, (name, value)]);
        var (code, error) = await process.ExitAsync(Cancellation);
        (code, error.Contains(reason, StringComparison.Ordinal)).ShouldBe((1, true), error);
    }

    /// <inheritdoc/>
    public async ValueTask InitializeAsync()
    {
        database = await TestServer.CreateDatabaseAsync();
        await File.WriteAllTextAsync(files["morning.key"], NoteSigner.Generate("morning.example/ledger").Secret());
        await File.WriteAllTextAsync(files["morning.database"], database);
        var file = new
        {
            hosts = new[] { "morning.example" },
            connectionStringFile = files["morning.database"],
            ledgerKeyFile = files["morning.key"],
        };
        await File.WriteAllTextAsync(files["morning.json"], JsonSerializer.Serialize(file));
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await TestServer.DropDatabaseAsync(database);
        files.Dispose();
    }

    private async Task<(int Code, string Output)> RunAsync(string command, IEnumerable<(string, string)> settings)
    {
        using var process = HostProcess.StartCommand(command, "Host=none", files["data"], Environment, settings);
        var (code, error) = await process.ExitAsync(Cancellation);
        return (code, await process.OutputAsync() + error);
    }

    private static async Task<int> StatusAsync(HttpClient http, string? host, string path)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.Host = host;
        using var response = await http.SendAsync(request, Cancellation);
        return (int)response.StatusCode;
    }
}
