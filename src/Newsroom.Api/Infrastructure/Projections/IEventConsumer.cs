using Marten;

namespace Newsroom.Api.Infrastructure.Projections;

/// <summary>
/// An asynchronous projection or a subscription, which the daemon runs and whose progress it stores under a name.
/// </summary>
public interface IEventConsumer
{
    /// <summary>Gets the name under which its progress is stored.</summary>
    string Name { get; }

    /// <summary>Applies the readable events of a page, in separate transactions.</summary>
    Task ApplyReadableAsync(IDocumentStore store, StoredEventPage page, TimeProvider clock, CancellationToken cancellationToken);

    /// <summary>Queues dead letters or leaves for the unreadable events of a page, in the transaction that stores the progress.</summary>
    Task PassUnreadableAsync(IDocumentSession session, StoredEventPage page, TimeProvider clock, CancellationToken cancellationToken);
}
