using Microsoft.Extensions.Diagnostics.HealthChecks;
using Npgsql;

namespace Newsroom.Api.Distribution.Subscribers;

/// <summary>Reports secrets that cannot be decrypted: notices to these subscribers cannot be signed.</summary>
internal sealed class SecretHealth(SubscriberSecrets secrets) : IHealthCheck
{
    private const int MaxNamed = 10;

    /// <inheritdoc/>
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        try
        {
            var lost = await secrets.FindLostAsync(cancellationToken);
            var further = lost.Count > MaxNamed ? $" and {lost.Count - MaxNamed} more" : "";
            return lost.Count == 0
                ? HealthCheckResult.Healthy()
                : HealthCheckResult.Degraded(
                    $"Secrets of these subscribers cannot be read: {string.Join(", ", lost.Keys.Take(MaxNamed))}{further}. "
                        + lost.First().Value
                );
        }
        catch (NpgsqlException failure)
        {
            return HealthCheckResult.Degraded("Whether the secrets of subscribers can be read is unknown.", failure);
        }
    }
}
