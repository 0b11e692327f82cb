using Microsoft.Extensions.Diagnostics.HealthChecks;
using Newsroom.Api.Infrastructure.Persistence;
using Npgsql;
using NpgsqlTypes;

namespace Newsroom.Api.Infrastructure.Replicas;

/// <summary>
/// A standby server of the database, from which reads are answered that may be late. Each read asks the replica first whether it has what
/// the caller has to see. Where it has not, or does not answer, or is far behind, the read goes to the primary.
/// </summary>
/// <param name="connectionString">The connection string of the replica.</param>
/// <param name="primary">The primary.</param>
/// <param name="clock">The clock.</param>
/// <param name="log">The log.</param>
internal sealed partial class Replica(string connectionString, NpgsqlDataSource primary, TimeProvider clock, ILogger<Replica> log)
    : BackgroundService,
        IHealthCheck,
        IAsyncDisposable
{
    /// <summary>How far the replica may be behind.</summary>
    public static readonly TimeSpan MaxLag = TimeSpan.FromSeconds(10);

    private const string Has = $"""
        select pg_is_in_recovery() and ($1::bigint is null or exists (select from {MartenNames.Events} where seq_id = $1))
        """;

    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(1);

    private readonly NpgsqlDataSource source = NpgsqlDataSource.Create(connectionString);
    private readonly ReplicaLag lag = new();
    private string? problem = "It has not been looked at yet.";

    /// <summary>Opens a connection to the replica; null where the read has to go to the primary.</summary>
    /// <param name="sequence">The event that the caller has to see; null for none.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    public async Task<NpgsqlConnection?> OpenAsync(long? sequence, CancellationToken cancellationToken)
    {
        if (problem is not null)
        {
            return null;
        }

        NpgsqlConnection? connection = null;
        try
        {
            connection = await source.OpenConnectionAsync(cancellationToken);
            await using var command = new NpgsqlCommand(Has, connection)
            {
                Parameters = { new() { NpgsqlDbType = NpgsqlDbType.Bigint, Value = (object?)sequence ?? DBNull.Value } },
            };
            if (await command.ExecuteScalarAsync(cancellationToken) is true)
            {
                return connection;
            }
        }
        catch (Exception failure) when (failure is NpgsqlException or TimeoutException && !cancellationToken.IsCancellationRequested)
        {
            Report(failure.Message);
        }

        await (connection?.DisposeAsync() ?? ValueTask.CompletedTask);
        return null;
    }

    /// <inheritdoc/>
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
        Task.FromResult(
            problem is { } reason
                ? HealthCheckResult.Degraded($"Reads go to the primary instead of the replica: {reason}")
                : HealthCheckResult.Healthy()
        );

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await source.DisposeAsync();
        Dispose();
    }

    /// <summary>Compares the replica with the primary, and decides whether it is read.</summary>
    internal async Task LookAsync(CancellationToken cancellationToken)
    {
        try
        {
            await using var written = primary.CreateCommand("select (pg_current_wal_lsn() - '0/0'::pg_lsn)::bigint");
            lag.Written(clock.GetUtcNow(), (long)(await written.ExecuteScalarAsync(cancellationToken))!);
        }
        catch (Exception failure) when (failure is NpgsqlException or TimeoutException && !cancellationToken.IsCancellationRequested)
        {
            // The replica is compared with what the primary has said last.
        }

        try
        {
            await using var replayed = source.CreateCommand("select (pg_last_wal_replay_lsn() - '0/0'::pg_lsn)::bigint");
            if (await replayed.ExecuteScalarAsync(cancellationToken) is not long position)
            {
                Report("The server is not a replica.");
                return;
            }

            var behind = lag.Of(clock.GetUtcNow(), position);
            Report(behind > MaxLag ? $"It is {behind.TotalSeconds:0} seconds behind." : null);
        }
        catch (Exception failure) when (failure is NpgsqlException or TimeoutException && !cancellationToken.IsCancellationRequested)
        {
            Report(failure.Message);
        }
    }

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Interval, clock);
        do
        {
            await LookAsync(stoppingToken);
        } while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    private void Report(string? reason)
    {
        var before = Interlocked.Exchange(ref problem, reason);
        if (reason is not null && before is null)
        {
            NotRead(log, reason);
        }
        else if (reason is null && before is not null)
        {
            Read(log);
        }
    }

    [LoggerMessage(LogLevel.Warning, "Reads go to the primary instead of the replica: {Reason}")]
    private static partial void NotRead(ILogger log, string reason);

    [LoggerMessage(LogLevel.Information, "Reads go to the replica.")]
    private static partial void Read(ILogger log);
}
