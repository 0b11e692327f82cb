using System.Collections.Immutable;
using Newsroom.Api.Commands;
using Newsroom.Api.Distribution.Queue;
using Newsroom.Api.Infrastructure.Persistence;
using Newsroom.Api.Infrastructure.Security;
using Newsroom.Domain.Kernel;
using Newsroom.Domain.Subscribers;

namespace Newsroom.Api.Distribution.Subscribers;

internal sealed class AcknowledgeAttempt(
    CommandTransaction transaction,
    string id,
    AcknowledgeNotice command,
    (Actor Actor, string? Subscriber) caller,
    TimeProvider clock
) : CommandAttempt<Subscriber, SubscriberEvent>
{
    private DeliveryState? delivery;

    /// <inheritdoc/>
    public override async Task<CommandTarget<Subscriber>> LoadAsync(CancellationToken cancellationToken) =>
        new(StreamIds.Of(SubscriberProjection.StreamKind, id), await transaction.Session.LoadAsync<Subscriber>(id, cancellationToken));

    /// <summary>Looks for the delivery.</summary>
    public override async Task<IResult?> LoadContextAsync(Subscriber? state, CancellationToken cancellationToken)
    {
        delivery = await RequestedDeliveries.FindAsync(transaction.Connection, id, command.Delivery, cancellationToken);
        return null;
    }

    /// <inheritdoc/>
    public override Decision<SubscriberEvent> Decide(Subscriber? state) =>
        SubscriberDecider.Decide(
            state,
            command,
            new SubscriberContext(id, caller.Actor) { TokenOf = caller.Subscriber, Delivery = delivery }
        );

    /// <inheritdoc/>
    public override async Task<ResponseBody> ApplyAsync(
        CommandTarget<Subscriber> target,
        ImmutableArray<SubscriberEvent> events,
        CancellationToken cancellationToken
    ) =>
        new(
            await RequestedDeliveries.AcknowledgeAsync(
                transaction.Connection,
                command.Delivery,
                caller.Actor.Person,
                clock.GetUtcNow(),
                cancellationToken
            )
        );
}
