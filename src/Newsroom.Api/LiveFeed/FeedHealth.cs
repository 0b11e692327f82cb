using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Newsroom.Api.LiveFeed;

/// <summary>Reports a feed that cannot be read.</summary>
internal sealed class FeedHealth(FeedTail tail) : IHealthCheck
{
    /// <inheritdoc/>
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
        Task.FromResult(tail.Problem is { } problem ? HealthCheckResult.Degraded(problem) : HealthCheckResult.Healthy());
}
