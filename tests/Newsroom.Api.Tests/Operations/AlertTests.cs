using System.Diagnostics;
using Newsroom.Api.Tests.EndToEnd;

namespace Newsroom.Api.Tests.Operations;

/// <summary>The alerts of ops/prometheus, by the tests of Prometheus' own tool: each fires, and does not fire otherwise.</summary>
public sealed class AlertTests
{
    private const string Tool = "promtool";

    private static readonly string Alerts = Path.Combine(RepositoryRoot.Path, "ops", "prometheus");

    [Theory]
    [InlineData("check", "config", "prometheus.yml")]
    [InlineData("test", "rules", "alerts.test.yml")]
    public async Task The_configuration_is_valid_and_its_tests_pass(params string[] arguments)
    {
        var isInstalled = Environment.GetEnvironmentVariable("PATH")!.Split(':').Any(path => File.Exists(Path.Combine(path, Tool)));
        Assert.SkipUnless(isInstalled, "This test needs Prometheus: promtool is not installed.");
        using var process = Process.Start(
            new ProcessStartInfo(Tool, arguments)
            {
                WorkingDirectory = Alerts,
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            }
        )!;
        var output = process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        var error = await process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        process.ExitCode.ShouldBe(0, await output + error);
    }

    [Fact]
    public void Each_alert_has_a_test_in_which_it_fires_and_one_in_which_it_does_not()
    {
        var names = Lines("alerts.yml", "      - alert: ");
        names.Count.ShouldBeGreaterThan(10);
        var tested = Lines("alerts.test.yml", "        alertname: ");
        tested.CountBy(name => name).ToDictionary().ShouldBe(names.ToDictionary(name => name, _ => 2), ignoreOrder: true);
        var silent = Lines("alerts.test.yml", "        exp_alerts:").Count(expected => expected == " []");
        silent.ShouldBe(names.Count);
    }

    [Fact]
    public void The_runbook_has_each_alert()
    {
        var runbook = File.ReadAllText(Path.Combine(RepositoryRoot.Path, "ops", "runbook.md"));
        Lines("alerts.yml", "      - alert: ").Where(name => !runbook.Contains($"| `{name}` |", StringComparison.Ordinal)).ShouldBeEmpty();
    }

    private static List<string> Lines(string file, string prefix) =>
        [
            .. File.ReadLines(Path.Combine(Alerts, file))
                .Where(line => line.StartsWith(prefix, StringComparison.Ordinal))
                .Select(line => line[prefix.Length..]),
        ];
}
