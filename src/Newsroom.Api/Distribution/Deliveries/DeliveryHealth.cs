using Microsoft.Extensions.Diagnostics.HealthChecks;
using Newsroom.Api.Infrastructure.Persistence;
using Newsroom.Api.Stories.Commands;
using Npgsql;

namespace Newsroom.Api.Distribution.Deliveries;

/// <summary>
/// Reports deliveries that cannot be recorded, or that this node cannot read or make. Failures of subscribers are in their log.
/// </summary>
internal sealed class DeliveryHealth(DeliveryDispatcher dispatcher, NpgsqlDataSource database) : IHealthCheck
{
    private const string Sql = $"""
        select
            (select count(*) from {MartenNames.Schema}.wolverine_incoming_envelopes
                where message_type = $1 and status <> 'Handled' and attempts >= $2),
            (select count(*) from {MartenNames.Schema}.wolverine_dead_letters where message_type = $1)
        """;

    /// <summary>After how many attempts a message counts as failing.</summary>
    private const int Failing = 3;

    /// <inheritdoc/>
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        try
        {
            await using var command = database.CreateCommand(Sql);
            command.Parameters.Add(new() { Value = RecordDeliveries.Identity });
            command.Parameters.Add(new() { Value = Failing });
            await using var rows = await command.ExecuteReaderAsync(cancellationToken);
            await rows.ReadAsync(cancellationToken);
            var problems = new List<string>();
            if (dispatcher.Problem is { } problem)
            {
                problems.Add(problem);
            }

            if (rows.GetInt64(0) is > 0 and var failing)
            {
                problems.Add($"The deliveries of {failing} publications fail to be recorded; the log has the reason.");
            }

            if (rows.GetInt64(1) is > 0 and var dead)
            {
                problems.Add($"{dead} messages that record deliveries could not be read and are dead letters.");
            }

            return problems.Count == 0 ? HealthCheckResult.Healthy() : HealthCheckResult.Degraded(string.Join(' ', problems));
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            return HealthCheckResult.Degraded("Whether deliveries are recorded cannot be read.", failure);
        }
    }
}
