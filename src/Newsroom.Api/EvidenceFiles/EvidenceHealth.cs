using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Newsroom.Api.EvidenceFiles;

/// <summary>Reports that content without an event could not be deleted. Degraded: commands and reads do not depend on it.</summary>
internal sealed class EvidenceHealth(EvidenceCleanupJob job) : IHealthCheck
{
    /// <inheritdoc/>
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
        Task.FromResult(job.Problem is { } problem ? HealthCheckResult.Degraded(problem) : HealthCheckResult.Healthy());
}
