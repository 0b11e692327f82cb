using Marten;
using Newsroom.Api.Distribution.Subscribers;
using Newsroom.Api.Infrastructure.Persistence;
using Newsroom.Domain.Kernel;
using Newsroom.Domain.Subscribers;
using Npgsql;

namespace Newsroom.Api.Distribution.Deliveries;

/// <summary>Pauses subscribers whose address says that it wants no notices any more.</summary>
internal sealed class GoneSubscribers(IDocumentStore store, NpgsqlDataSource database)
{
    /// <summary>The cause of the event, in the audit trail.</summary>
    public const string Cause = "delivery";

    /// <summary>Pauses a subscriber, unless it is not active.</summary>
    public async Task PauseAsync(string subscriber, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        await SubscriberLock.TakeAsync(connection, subscriber, cancellationToken);
        await using var session = store.RecordingSession(Actor.Of(RecordingSessionFactory.SystemActor), Cause, transaction);
        var decision = SubscriberDecider.PauseAsGone(await session.LoadAsync<Subscriber>(subscriber, cancellationToken));
        if (!decision.Events.IsEmpty)
        {
            session.Events.Append(StreamIds.Of(SubscriberProjection.StreamKind, subscriber), [.. decision.Events]);
            await session.SaveChangesAsync(cancellationToken);
            await transaction.CommitAsync(cancellationToken);
        }
    }
}
