using Microsoft.Extensions.Diagnostics.HealthChecks;
using Newsroom.Api.Distribution.Queue;
using Npgsql;

namespace Newsroom.Api.Distribution.Broker;

/// <summary>
/// Reports a broker that this node cannot use, and notices that wait for it. Degraded, not unready: commands, reads and webhooks do not
/// depend on it.
/// </summary>
internal sealed class BrokerHealth(BrokerPublisher publisher, NpgsqlDataSource database) : IHealthCheck
{
    private const string Sql =
        $"select count(*), min(added) from {BrokerTables.Notices} where added < clock_timestamp() - interval '30 seconds'";

    /// <inheritdoc/>
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        try
        {
            await using var command = database.CreateCommand(Sql);
            await using var rows = await command.ExecuteReaderAsync(cancellationToken);
            await rows.ReadAsync(cancellationToken);
            var problems = new List<string>();
            if (publisher.Problem is { } problem)
            {
                problems.Add(problem);
            }

            if (rows.GetInt64(0) is > 0 and var waiting)
            {
                problems.Add($"{waiting} notices wait for RabbitMQ, the first since {rows.GetDateTime(1):u}.");
            }

            return problems.Count == 0 ? HealthCheckResult.Healthy() : HealthCheckResult.Degraded(string.Join(' ', problems));
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            return HealthCheckResult.Degraded("Whether notices wait for RabbitMQ cannot be read.", failure);
        }
    }
}
