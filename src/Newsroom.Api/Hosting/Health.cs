using JasperFx.Events.Projections;
using Marten;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Newsroom.Api.Hosting;

/// <summary>GET /health/live and /health/ready.</summary>
public static class Health
{
    /// <summary>How many events a view may lag behind before it is called stale.</summary>
    private const long Stale = 1000;

    /// <summary>Adds the checks that readiness asks for.</summary>
    public static void AddNewsroomHealth(this IServiceCollection services) => services.AddHealthChecks()
        .AddCheck<DatabaseAndSchema>("database", HealthStatus.Unhealthy, ["ready"])
        .AddCheck<Views>("views", HealthStatus.Degraded, ["ready"]);

    /// <summary>Live: the process answers. Ready: database and schema are there; a stale view degrades and says so, but does not take the node out.</summary>
    public static void MapNewsroomHealth(this WebApplication app)
    {
        app.MapHealthChecks("/health/live", new() { Predicate = _ => false, ResponseWriter = Write }).AllowAnonymous();
        app.MapHealthChecks("/health/ready", new() { Predicate = check => check.Tags.Contains("ready"), ResponseWriter = Write }).AllowAnonymous();
    }

    private static Task Write(HttpContext http, HealthReport report) => http.Response.WriteAsJsonAsync(new
    {
        status = Word(report.Status),
        checks = report.Entries.ToDictionary(e => e.Key, e => new { status = Word(e.Value.Status), detail = e.Value.Description }),
    });

    private static string Word(HealthStatus status) => status switch
    {
        HealthStatus.Healthy => "ok",
        HealthStatus.Degraded => "degraded",
        _ => "unready",
    };

    private sealed class DatabaseAndSchema(IDocumentStore store) : IHealthCheck
    {
        public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
        {
            try
            {
                await using var session = store.QuerySession();
                await session.Events.FetchStreamStateAsync(Guid.Empty, cancellationToken);
                return HealthCheckResult.Healthy();
            }
            catch (Exception failure) when (failure is not OperationCanceledException)
            {
                return HealthCheckResult.Unhealthy("The database or its schema cannot be reached.", failure);
            }
        }
    }

    private sealed class Views(IDocumentStore store) : IHealthCheck
    {
        public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
        {
            try
            {
                var progress = await store.Advanced.AllProjectionProgress(token: cancellationToken);
                var recorded = (await store.Advanced.FetchEventStoreStatistics(token: cancellationToken)).EventSequenceNumber;
                var stale = progress.Where(p => recorded - p.Sequence > Stale).Select(p => $"{p.ShardName} is {recorded - p.Sequence} events behind").ToList();
                return stale.Count == 0 ? HealthCheckResult.Healthy() : HealthCheckResult.Degraded(string.Join("; ", stale));
            }
            catch (Exception failure) when (failure is not OperationCanceledException)
            {
                return HealthCheckResult.Degraded("How far the views are cannot be read.", failure);
            }
        }
    }
}
