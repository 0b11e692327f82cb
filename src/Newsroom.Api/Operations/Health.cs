using Marten;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Newsroom.Api.Infrastructure.Http;
using Newsroom.Api.Infrastructure.Persistence;
using Newsroom.Api.Infrastructure.Projections;
using Newsroom.Api.Operations.Projections;

namespace Newsroom.Api.Operations;

/// <summary>GET /health/live and /health/ready.</summary>
public static class Health
{
    /// <summary>Adds the checks of readiness.</summary>
    public static void AddNewsroomHealth(this IServiceCollection services) =>
        services
            .AddHealthChecks()
            .AddCheck<DatabaseAndSchema>("database", HealthStatus.Unhealthy, ["ready"])
            .AddCheck<ProjectionCheck>("views", HealthStatus.Degraded, ["ready"]);

    /// <summary>
    /// Maps the checks. Live: the process answers. Ready: database and schema can be used. A stopped projection degrades readiness, but
    /// does not take the node out of service.
    /// </summary>
    public static void MapNewsroomHealth(this WebApplication app)
    {
        app.MapHealthChecks("/health/live", new() { Predicate = _ => false, ResponseWriter = WriteAsync })
            .AllowAnonymous()
            .WithMetadata(new NotRateLimited());
        app.MapHealthChecks("/health/ready", new() { Predicate = check => check.Tags.Contains("ready"), ResponseWriter = WriteAsync })
            .AllowAnonymous()
            .WithMetadata(new NotRateLimited());
    }

    private static Task WriteAsync(HttpContext http, HealthReport report) =>
        http.Response.WriteAsJsonAsync(
            new
            {
                status = Word(report.Status),
                checks = report.Entries.ToDictionary(e => e.Key, e => new { status = Word(e.Value.Status), detail = e.Value.Description }),
            }
        );

    /// <summary>Returns the word for a status.</summary>
    internal static string Word(HealthStatus status) =>
        status switch
        {
            HealthStatus.Healthy => "ok",
            HealthStatus.Degraded => "degraded",
            _ => "unready",
        };

    private sealed class DatabaseAndSchema(IDocumentStore store, IServiceProvider services) : IHealthCheck
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
                return HealthCheckResult.Unhealthy(
                    EmbeddedDatabase.ProblemOf(services) ?? "The database or its schema cannot be reached.",
                    failure
                );
            }
        }
    }

    /// <summary>
    /// Degraded where a projection stopped, is far behind or parked an event. Not unready: commands, stories and published pages do not
    /// depend on it, and every node would be taken out of service at once.
    /// </summary>
    private sealed class ProjectionCheck(ProjectionMonitor monitor, ParkedEvents parked) : IHealthCheck
    {
        private const string UnseenTransactions =
            $"Projections may skip the events of slow commands: as a superuser, grant pg_read_all_stats to {ApplicationGrants.Role}.";

        public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
        {
            try
            {
                var statuses = await monitor.ReadAsync(cancellationToken);
                List<string> problems =
                [
                    .. statuses.Where(s => s.State != ProjectionState.Current).Select(s => $"{s}"),
                    .. (await parked.CountAsync(cancellationToken)).Select(p =>
                        $"{p.Key}: {p.Value} parked {(p.Value == 1 ? "event" : "events")}"
                    ),
                    .. await monitor.SeesTransactionsAsync(cancellationToken) ? (string[])[] : [UnseenTransactions],
                ];
                return problems.Count == 0 ? HealthCheckResult.Healthy() : HealthCheckResult.Degraded(string.Join("; ", problems));
            }
            catch (Exception failure) when (failure is not OperationCanceledException)
            {
                return HealthCheckResult.Degraded("The projections' progress cannot be read.", failure);
            }
        }
    }
}
