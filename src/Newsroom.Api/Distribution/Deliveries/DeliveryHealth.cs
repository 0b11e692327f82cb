using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Newsroom.Api.Distribution.Deliveries;

/// <summary>Reports deliveries that cannot be read or sent from this node. Failures of subscribers are in their log.</summary>
internal sealed class DeliveryHealth(DeliveryDispatcher dispatcher) : IHealthCheck
{
    /// <inheritdoc/>
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
        Task.FromResult(dispatcher.Problem is { } problem ? HealthCheckResult.Degraded(problem) : HealthCheckResult.Healthy());
}
