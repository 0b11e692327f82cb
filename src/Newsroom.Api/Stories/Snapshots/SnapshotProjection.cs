using JasperFx.Events;
using Marten;
using Marten.Events.Projections;
using Newsroom.Api.Infrastructure.Projections;
using Newsroom.Domain.Stories;

namespace Newsroom.Api.Stories.Snapshots;

/// <summary>Projects snapshots, asynchronously: each from the previous one and the events since.</summary>
public sealed class SnapshotProjection : IProjection
{
    /// <summary>Returns the registration of the projection.</summary>
    public static ProjectionRegistration Registration() =>
        new AsyncProjection(
            "keyframes",
            new SnapshotProjection(),
            new DocumentView<Snapshot>("keyframes", Due) { IsPerEvent = true, Stream = snapshot => snapshot.Story }
        );

    /// <summary>
    /// Stores the snapshots of versions among these events, and those missing since the last stored one. An earlier build stored every 50th
    /// version only.
    /// </summary>
    public async Task ApplyAsync(IDocumentOperations operations, IReadOnlyList<IEvent> events, CancellationToken cancellation)
    {
        foreach (var stream in events.Where(MayBeDue).GroupBy(e => e.StreamId))
        {
            await AddAsync(operations, stream.Key, stream.First().Version, stream.Last().Version, cancellation);
        }
    }

    private static IEnumerable<Snapshot> Due(StreamHistory stream) => stream.Fold(StorySnapshots.Of)?.Due ?? [];

    // Whether a version is due depends on the events before it, but it is never due after a small event.
    private static bool MayBeDue(IEvent recorded) =>
        recorded.Data is StoryEvent happened && (recorded.Version % Snapshot.Interval == 0 || SnapshotRule.IsLarge(happened));

    private static async Task AddAsync(
        IDocumentOperations operations,
        Guid story,
        long first,
        long last,
        CancellationToken cancellationToken
    )
    {
        var snapshot = await StoryHistoryReader.LatestSnapshotAsync(operations, story, first - 1, cancellationToken);
        await foreach (var recorded in StoryEventReader.ReadAsync(operations, story, snapshot?.Of ?? 0, last, cancellationToken))
        {
            snapshot = Snapshot.After(snapshot, recorded);
            if (snapshot.IsDue)
            {
                operations.Store(snapshot);
            }
        }
    }
}
