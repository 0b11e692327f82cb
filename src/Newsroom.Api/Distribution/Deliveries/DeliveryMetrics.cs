using System.Diagnostics.Metrics;

namespace Newsroom.Api.Distribution.Deliveries;

/// <summary>Measures deliveries (meter <c>Newsroom.Deliveries</c>).</summary>
internal sealed class DeliveryMetrics
{
    /// <summary>The name of the meter.</summary>
    public const string MeterName = "Newsroom.Deliveries";

    private readonly Histogram<double> attempts;

    public DeliveryMetrics(IMeterFactory meters, DeliveryCounts counts)
    {
        var meter = meters.Create(MeterName);
        attempts = meter.CreateHistogram<double>(
            "newsroom.delivery.attempt.duration",
            "s",
            "The duration of attempts to send a notice, by outcome."
        );
        meter.CreateObservableGauge(
            "newsroom.deliveries.pending",
            () => counts.Latest.Pending,
            "{delivery}",
            "Deliveries that are due or will be."
        );
        meter.CreateObservableGauge(
            "newsroom.deliveries.failed",
            () => counts.Latest.Failed,
            "{delivery}",
            "Deliveries that failed for good."
        );
        meter.CreateObservableGauge(
            "newsroom.deliveries.unacknowledged",
            () => counts.Latest.Unacknowledged,
            "{delivery}",
            "Corrections, retractions and kills that a subscriber has not acknowledged."
        );
        meter.CreateObservableGauge(
            "newsroom.deliveries.unacknowledged.age",
            () => counts.OldestAge.TotalSeconds,
            "s",
            "The age of the oldest of them."
        );
    }

    /// <summary>Counts an attempt.</summary>
    public void Count(DeliveryAttempt attempt)
    {
        var outcome = attempt.IsAccepted ? "delivered" : "failed";
        attempts.Record(attempt.Took.TotalSeconds, new KeyValuePair<string, object?>("outcome", outcome));
    }
}
