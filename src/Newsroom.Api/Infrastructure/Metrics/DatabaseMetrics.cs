using System.Diagnostics.Metrics;
using Npgsql;

namespace Newsroom.Api.Infrastructure.Metrics;

/// <summary>
/// Publishes each <see cref="MeasuredValue"/> (meter <c>Newsroom.Database</c>), read in one statement each 15 seconds. What cannot be read
/// is not reported, rather than reported as it was.
/// </summary>
internal sealed partial class DatabaseMetrics : BackgroundService
{
    /// <summary>The name of the meter.</summary>
    public const string MeterName = "Newsroom.Database";

    /// <summary>The time between two reads.</summary>
    public static readonly TimeSpan Interval = TimeSpan.FromSeconds(15);

    private readonly NpgsqlDataSource database;
    private readonly TimeProvider clock;
    private readonly ILogger<DatabaseMetrics> log;
    private readonly string sql;
    private double[]? latest;

    public DatabaseMetrics(
        IEnumerable<MeasuredValue> values,
        IMeterFactory meters,
        NpgsqlDataSource database,
        TimeProvider clock,
        ILogger<DatabaseMetrics> log
    )
    {
        (this.database, this.clock, this.log) = (database, clock, log);
        var (meter, all) = (meters.Create(MeterName), values.ToList());
        sql = $"select {string.Join(", ", all.Select(value => $"({value.Sql})::double precision"))}";
        foreach (var (index, value) in all.Index())
        {
            meter.CreateObservableGauge(value.Name, () => Latest(index), value.Unit, value.Description);
        }
    }

    /// <summary>Reads the values.</summary>
    internal async Task ReadAsync(CancellationToken cancellationToken)
    {
        try
        {
            await using var command = database.CreateCommand(sql);
            await using var rows = await command.ExecuteReaderAsync(cancellationToken);
            await rows.ReadAsync(cancellationToken);
            latest = [.. Enumerable.Range(0, rows.FieldCount).Select(rows.GetDouble)];
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            if (latest is not null)
            {
                NotRead(log, failure);
            }

            latest = null;
        }
    }

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Interval, clock);
        do
        {
            await ReadAsync(stoppingToken);
        } while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    private IEnumerable<Measurement<double>> Latest(int index) => latest is { } read ? [new Measurement<double>(read[index])] : [];

    [LoggerMessage(LogLevel.Warning, "The metrics of the database cannot be read; retrying each 15 seconds.")]
    private static partial void NotRead(ILogger log, Exception failure);
}
