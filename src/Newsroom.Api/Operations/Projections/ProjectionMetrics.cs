using System.Diagnostics.Metrics;

namespace Newsroom.Api.Operations.Projections;

/// <summary>Publishes how far projections are behind (meter <c>Newsroom.Projections</c>), as the supervisor read it last.</summary>
internal sealed class ProjectionMetrics
{
    /// <summary>The name of the meter.</summary>
    public const string MeterName = "Newsroom.Projections";

    /// <summary>Gets or sets the status of every projection as it was read last.</summary>
    public IReadOnlyList<ProjectionStatus> Latest { get; set; } = [];

    public ProjectionMetrics(IMeterFactory meters)
    {
        var meter = meters.Create(MeterName);
        meter.CreateObservableGauge(
            "newsroom.projection.lag",
            () => Latest.Select(projection => Measure(projection, projection.Head - projection.Position)),
            "{event}",
            "Events that a projection has not applied, by projection; the ledger is one of them."
        );
        meter.CreateObservableGauge(
            "newsroom.projection.stopped",
            () => Latest.Select(projection => Measure(projection, projection.State == ProjectionState.Stopped ? 1 : 0)),
            "{projection}",
            "1 for a projection that does not advance although events wait, otherwise 0."
        );
    }

    private static Measurement<long> Measure(ProjectionStatus projection, long value) =>
        new(value, new KeyValuePair<string, object?>("projection", projection.Name));
}
