using Microsoft.Extensions.Diagnostics.HealthChecks;
using Newsroom.Api.Infrastructure.Metrics;
using Newsroom.Api.Infrastructure.Persistence;
using Npgsql;

namespace Newsroom.Api.Stories.Commands;

/// <summary>
/// Reports scheduled publications whose message is overdue, fails repeatedly, or could not be read. Degraded, not unhealthy: commands and
/// reads do not depend on them.
/// </summary>
internal sealed class ScheduleHealth(NpgsqlDataSource database, TimeProvider clock) : IHealthCheck
{
    private const string Sql = $"""
        select
            (select count(*) from {MartenNames.Schema}.wolverine_incoming_envelopes
                where message_type = $1 and status <> 'Handled' and (execution_time is null or execution_time < $2)),
            (select min(execution_time) from {MartenNames.Schema}.wolverine_incoming_envelopes
                where message_type = $1 and status <> 'Handled' and execution_time < $2),
            (select count(*) from {MartenNames.Schema}.wolverine_dead_letters where message_type = $1),
            (select count(*) from {MartenNames.Schema}.wolverine_incoming_envelopes
                where message_type = $1 and status <> 'Handled' and attempts >= $3)
        """;

    /// <summary>The maximum time from the scheduled time to the publication in a healthy host.</summary>
    private static readonly TimeSpan Expected = TimeSpan.FromSeconds(30);

    /// <summary>After how many attempts a publication counts as failing. Each retry has a new time, so it is never overdue.</summary>
    private const int Failing = 3;

    /// <summary>The number of overdue publications, for operators.</summary>
    public static MeasuredValue Overdue { get; } =
        new(
            "newsroom.schedules.overdue",
            "{publication}",
            "Scheduled publications whose time was over 30 seconds ago.",
            $"""
            select count(*) from {MartenNames.Schema}.wolverine_incoming_envelopes where message_type = '{PublishScheduled.Identity}'
                and status <> 'Handled' and execution_time < now() - interval '{Expected.TotalSeconds} seconds'
            """
        );

    /// <inheritdoc/>
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        try
        {
            await using var command = database.CreateCommand(Sql);
            command.Parameters.Add(new() { Value = PublishScheduled.Identity });
            command.Parameters.Add(new() { Value = clock.GetUtcNow() - Expected });
            command.Parameters.Add(new() { Value = Failing });
            await using var rows = await command.ExecuteReaderAsync(cancellationToken);
            await rows.ReadAsync(cancellationToken);
            var (overdue, dead, failing) = (rows.GetInt64(0), rows.GetInt64(2), rows.GetInt64(3));
            var since = await rows.IsDBNullAsync(1, cancellationToken) ? "" : $", the first since {rows.GetDateTime(1):u}";
            var problems = new List<string>();
            if (overdue > 0)
            {
                problems.Add($"{overdue} scheduled publications are overdue{since}.");
            }

            if (failing > 0)
            {
                problems.Add($"{failing} scheduled publications fail repeatedly; the log has the reason.");
            }

            if (dead > 0)
            {
                problems.Add($"{dead} messages of scheduled publications could not be read and are dead letters.");
            }

            return problems.Count == 0 ? HealthCheckResult.Healthy() : HealthCheckResult.Degraded(string.Join(' ', problems));
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            return HealthCheckResult.Degraded("Whether scheduled publications are overdue cannot be read.", failure);
        }
    }
}
