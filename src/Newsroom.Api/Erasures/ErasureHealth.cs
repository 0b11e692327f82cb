using Marten;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Newsroom.Api.Erasures;

/// <summary>
/// Reports erasures that could not be settled for a while. Degraded, not unhealthy: commands and reads do not depend on them.
/// </summary>
internal sealed class ErasureHealth(IDocumentStore store, ErasureSettler settler, TimeProvider clock) : IHealthCheck
{
    private const int MaxNamed = 5;

    /// <summary>The maximum duration of settling in a healthy host.</summary>
    private static readonly TimeSpan Expected = TimeSpan.FromSeconds(30);

    /// <inheritdoc/>
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        try
        {
            await using var session = store.QuerySession();
            var due = clock.GetUtcNow() - Expected;
            var late = await session
                .Query<ErasureSettlement>()
                .Where(s => s.Since < due)
                .OrderBy(s => s.Since)
                .Take(MaxNamed)
                .ToListAsync(cancellationToken);
            var problems = new List<string>();
            foreach (var settlement in late)
            {
                var pending = await settler.PendingProjectionsAsync(settlement.Id, cancellationToken);
                var reason = pending.Count > 0 ? $"it waits for {string.Join(", ", pending)}" : "it failed and is retried";
                problems.Add($"Erasure {settlement.Id} is not settled since {settlement.Since:u}: {reason}.");
            }

            return problems.Count == 0 ? HealthCheckResult.Healthy() : HealthCheckResult.Degraded(string.Join(' ', problems));
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            return HealthCheckResult.Degraded("Whether erasures are settled cannot be read.", failure);
        }
    }
}
