using JasperFx.Events;
using Marten;
using Marten.Events.Projections;
using Newsroom.Api.Infrastructure.Projections;
using Newsroom.Domain.Stories;

namespace Newsroom.Api.Stories.Snapshots;

/// <summary>Projects keyframes, asynchronously: each from the previous one and the events since.</summary>
public sealed class KeyframeProjection : IProjection
{
    /// <summary>Returns the registration of the projection.</summary>
    public static ProjectionRegistration Registration() =>
        new AsyncProjection(
            "keyframes",
            new KeyframeProjection(),
            new DocumentView<Keyframe>("keyframes", Due) { IsPerEvent = true, Stream = frame => frame.Story }
        );

    /// <summary>
    /// Stores the keyframes of versions among these events, and those missing since the last stored one. An earlier build stored every 50th
    /// version only.
    /// </summary>
    public async Task ApplyAsync(IDocumentOperations operations, IReadOnlyList<IEvent> events, CancellationToken cancellation)
    {
        foreach (var stream in events.Where(MayBeDue).GroupBy(e => e.StreamId))
        {
            await AddAsync(operations, stream.Key, stream.First().Version, stream.Last().Version, cancellation);
        }
    }

    private static IEnumerable<Keyframe> Due(StreamHistory stream) => stream.Fold(StoryFrames.Of)?.Due ?? [];

    // Whether a version is due depends on the events before it, but it is never due after a small event.
    private static bool MayBeDue(IEvent recorded) =>
        recorded.Data is StoryEvent happened && (recorded.Version % Keyframe.Interval == 0 || SnapshotRule.IsLarge(happened));

    private static async Task AddAsync(
        IDocumentOperations operations,
        Guid story,
        long first,
        long last,
        CancellationToken cancellationToken
    )
    {
        var frame = await StoryHistoryReader.FrameBeforeAsync(operations, story, first - 1, cancellationToken);
        await foreach (var recorded in StoryEventReader.ReadAsync(operations, story, frame?.Of ?? 0, last, cancellationToken))
        {
            frame = Keyframe.After(frame, recorded);
            if (frame.IsDue)
            {
                operations.Store(frame);
            }
        }
    }
}
