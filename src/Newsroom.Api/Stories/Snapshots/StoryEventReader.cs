using JasperFx.Events;
using Marten;
using Newsroom.Api.Infrastructure.Persistence;
using Newsroom.Domain.Stories;

namespace Newsroom.Api.Stories.Snapshots;

/// <summary>Streams a story's events, so that only one is in memory at a time.</summary>
public static class StoryEventReader
{
    /// <summary>Reads the events after one version up to another, in order. Stopping early still transfers the rest.</summary>
    public static IAsyncEnumerable<IEvent> ReadAsync(
        IQuerySession session,
        Guid story,
        long after,
        long to,
        CancellationToken cancellationToken
    ) =>
        session
            .Events.QueryAllRawEvents()
            .Where(e => e.StreamId == story && e.Version > after && e.Version <= to)
            .OrderBy(e => e.Version)
            .ToAsyncEnumerable(cancellationToken)
            .Select(EmptyEventException.ThrowIfEmpty)
            .Where(e => e.Data is StoryEvent);
}
