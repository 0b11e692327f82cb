using Marten;

namespace Newsroom.Api.Infrastructure.Projections;

/// <summary>
/// An asynchronous projection or a subscription: the daemon takes it through the events, and stores its progress under a name.
/// </summary>
public interface IEventConsumer
{
    /// <summary>The name that its progress is kept under.</summary>
    string Name { get; }

    /// <summary>Applies the readable events of a page, in transactions of its own.</summary>
    Task ApplyReadableAsync(IDocumentStore store, StoredEventPage page, CancellationToken cancellationToken);

    /// <summary>Queues what stands for the unreadable events of a page, in the transaction that stores the progress.</summary>
    Task PassUnreadableAsync(IDocumentSession session, StoredEventPage page, CancellationToken cancellationToken);
}
