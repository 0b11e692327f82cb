using Newsroom.Api.Distribution.Queue;
using Npgsql;

namespace Newsroom.Api.Distribution.Deliveries;

/// <summary>How many deliveries are open, for metrics and health.</summary>
/// <param name="database">The database.</param>
/// <param name="clock">The clock.</param>
internal sealed class DeliveryCounts(NpgsqlDataSource database, TimeProvider clock)
{
    private const string Read = $"""
        select
            (select count(*) from {DeliveryTables.Deliveries} where state = '{DeliveryTables.States.Pending}'),
            (select count(*) from {DeliveryTables.Deliveries} where state = '{DeliveryTables.States.Failed}'),
            count(*), min(e.at)
        from {DeliveryTables.Deliveries} d join {DeliveryTables.Events} e using (story, version)
        where {Unacknowledged.Condition}
        """;

    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(15);

    private long? read;

    /// <summary>Gets the counts as they were read last.</summary>
    public Counts Latest { get; private set; } = new(0, 0, 0, null);

    /// <summary>Gets the age of the oldest notice that is not acknowledged; zero for none.</summary>
    public TimeSpan OldestAge => Latest.Oldest is { } oldest ? clock.GetUtcNow() - oldest : TimeSpan.Zero;

    /// <summary>Reads them again, unless they were read in the last seconds.</summary>
    public async Task RefreshAsync(CancellationToken cancellationToken)
    {
        if (read is { } last && clock.GetElapsedTime(last) < Interval)
        {
            return;
        }

        read = clock.GetTimestamp();
        await using var command = database.CreateCommand(Read);
        await using var rows = await command.ExecuteReaderAsync(cancellationToken);
        await rows.ReadAsync(cancellationToken);
        Latest = new Counts(
            rows.GetInt64(0),
            rows.GetInt64(1),
            rows.GetInt64(2),
            await rows.IsDBNullAsync(3, cancellationToken) ? null : rows.GetFieldValue<DateTimeOffset>(3)
        );
    }

    /// <summary>Counts of deliveries.</summary>
    /// <param name="Pending">Those that are due, or will be.</param>
    /// <param name="Failed">Those that failed for good.</param>
    /// <param name="Unacknowledged">Corrections, retractions and kills that are not acknowledged.</param>
    /// <param name="Oldest">When the oldest of those was recorded; null for none.</param>
    internal sealed record Counts(long Pending, long Failed, long Unacknowledged, DateTimeOffset? Oldest);
}
