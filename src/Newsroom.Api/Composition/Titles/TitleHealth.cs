using Microsoft.Extensions.Diagnostics.HealthChecks;
using Newsroom.Api.Operations;
using Newsroom.Console.Hosting;

namespace Newsroom.Api.Composition.Titles;

/// <summary>
/// GET /health/live and /health/ready of the installation, at a host name of no title. Only operators, on the port of the metrics, and
/// Development get the names of titles and their faults.
/// </summary>
/// <param name="titles">The titles.</param>
/// <param name="configuration">The configuration of the installation.</param>
/// <param name="environment">The environment.</param>
/// <param name="shutdown">The end of the front.</param>
internal sealed class TitleHealth(
    TitleSupervisor titles,
    IConfiguration configuration,
    IHostEnvironment environment,
    GracefulShutdown shutdown
)
{
    private const string Live = "/health/live";
    private const string Ready = "/health/ready";

    private const string Prefix = "title:";

    private static readonly TimeSpan Timeout = TimeSpan.FromSeconds(10);

    /// <summary>Returns whether a request asks for the health of the installation.</summary>
    public static bool IsFor(HttpRequest request) =>
        (HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method)) && request.Path.Value is Live or Ready;

    /// <summary>Answers such a request.</summary>
    public async Task AnswerAsync(HttpContext http)
    {
        http.Response.Headers.CacheControl = "no-store, no-cache";
        var checks = http.Request.Path == Live ? [] : await CheckAsync(http.RequestAborted);
        var worst = checks.Select(check => check.Status).DefaultIfEmpty(HealthStatus.Healthy).Min();
        http.Response.StatusCode =
            worst == HealthStatus.Unhealthy ? StatusCodes.Status503ServiceUnavailable : StatusCodes.Status200OK;
        var shown = environment.IsDevelopment() || Telemetry.IsOfOperators(http, configuration) ? checks : [Summary(checks, worst)];
        await http.Response.WriteAsJsonAsync(
            new
            {
                status = Health.Word(worst),
                checks = shown.ToDictionary(
                    check => check.Name,
                    check => new { status = Health.Word(check.Status), detail = check.Detail }
                ),
            }
        );
    }

    private static Check Summary(IReadOnlyCollection<Check> checks, HealthStatus worst) =>
        new("titles", worst, $"{checks.Count(check => check.IsReady)} of {checks.Count} are ready");

    private async Task<IReadOnlyCollection<Check>> CheckAsync(CancellationToken cancellationToken)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(Timeout);
        var runners = titles.Runners;
        var checks = (await Task.WhenAll(runners.Select(runner => OfTitleAsync(runner.Key, runner.Value, limit.Token)))).ToList();
        checks.AddRange(titles.Faults.Where(fault => !runners.ContainsKey(fault.Key)).Select(fault => Faulty(fault.Key, fault.Value)));
        if (shutdown.IsStopping)
        {
            checks.Add(new Check("host", HealthStatus.Unhealthy, "The host is stopping."));
        }

        if (titles.Fault is { } unread)
        {
            checks.Add(new Check("directory", titles.IsRead ? HealthStatus.Degraded : HealthStatus.Unhealthy, unread));
        }

        return checks;
    }

    private static Check Faulty(string name, string reason) =>
        new($"{Prefix}{name}", HealthStatus.Degraded, $"The title does not run. {reason}");

    // One that starts is unready; one that cannot start must not take the others out of service.
    private async Task<Check> OfTitleAsync(string title, TitleRunner runner, CancellationToken cancellationToken)
    {
        var name = $"{Prefix}{title}";
        if (runner.Host is not { } host)
        {
            return runner.Fault is { } fault
                ? Faulty(title, fault)
                : new Check(name, HealthStatus.Unhealthy, "The title is being started.");
        }

        try
        {
            var report = await host.CheckHealthAsync(cancellationToken);
            var details = report
                .Entries.Where(entry => entry.Value.Status != HealthStatus.Healthy)
                .Select(entry => $"{entry.Key}: {entry.Value.Description}");
            var isReady = report.Status != HealthStatus.Unhealthy;
            return titles.Faults.GetValueOrDefault(title) is { } changed && report.Status == HealthStatus.Healthy
                ? new Check(name, HealthStatus.Degraded, $"It goes on with its earlier settings: its file has a fault. {changed}", isReady)
                : new Check(name, report.Status, string.Join("; ", details) is { Length: > 0 } text ? text : null, isReady);
        }
        catch (OperationCanceledException)
        {
            return new Check(name, HealthStatus.Unhealthy, "The title did not answer in time.");
        }
        catch (ObjectDisposedException)
        {
            return new Check(name, HealthStatus.Unhealthy, "The title is being stopped.");
        }
    }

    private sealed record Check(string Name, HealthStatus Status, string? Detail, bool IsReady = false);
}
