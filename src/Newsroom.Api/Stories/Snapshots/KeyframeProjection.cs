using JasperFx.Events;
using Marten;
using Marten.Events.Projections;
using Newsroom.Domain.Stories;

namespace Newsroom.Api.Stories.Snapshots;

/// <summary>Keyframes, asynchronously: each is the one before it and the events since.</summary>
public sealed class KeyframeProjection : IProjection
{
    /// <summary>Makes the keyframes whose versions are among these events.</summary>
    public async Task ApplyAsync(IDocumentOperations operations, IReadOnlyList<IEvent> events, CancellationToken cancellationToken)
    {
        var made = new Dictionary<Guid, Keyframe>();
        foreach (var due in events.Where(e => e.Data is StoryEvent && e.Version % Keyframe.Distance == 0))
        {
            var before = made.GetValueOrDefault(due.StreamId) ?? await StoryHistoryReader.FrameBefore(operations, due.StreamId, due.Version - 1, cancellationToken);
            var since = await operations.Events.FetchStreamAsync(due.StreamId, due.Version, fromVersion: (before?.Of ?? 0) + 1, token: cancellationToken);
            operations.Store(made[due.StreamId] = since.Aggregate(before, Keyframe.After)!);
        }
    }
}
