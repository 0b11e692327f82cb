using JasperFx.Events;
using Marten.Events.Projections;
using Newsroom.Api.Infrastructure.Persistence;
using Newsroom.Api.Infrastructure.Projections;
using Newsroom.Domain.Subscribers;

namespace Newsroom.Api.Distribution.Subscribers;

/// <summary>Projects subscribers to documents, inline.</summary>
public sealed partial class SubscriberProjection : MultiStreamProjection<Subscriber, string>
{
    /// <summary>The table.</summary>
    public const string Table = $"{MartenNames.Documents}subscriber";

    /// <summary>The kind of stream (<see cref="StreamIds.Of"/>).</summary>
    public const string StreamKind = "subscriber";

    /// <summary>Returns the registration of the projection.</summary>
    public static ProjectionRegistration Registration() =>
        InlineProjection.OfName("subscribers", new SubscriberProjection(), StreamKind, NameOf);

    private static string? NameOf(object happened) =>
        happened switch
        {
            SubscriberRegistered e => e.Subscriber.Id,
            SubscriberChanged e => e.Subscriber.Id,
            SubscriberPaused e => e.Subscriber,
            SubscriberResumed e => e.Subscriber,
            SecretRotated e => e.Subscriber,
            RedeliveryRequested e => e.Subscriber,
            ReplayRequested e => e.Subscriber,
            SubscriberRemoved e => e.Subscriber,
            _ => null,
        };

    /// <summary>Creates one document per subscriber.</summary>
    public SubscriberProjection()
    {
        Identity<SubscriberRegistered>(e => NameOf(e)!);
        Identity<SubscriberChanged>(e => NameOf(e)!);
        Identity<SubscriberPaused>(e => NameOf(e)!);
        Identity<SubscriberResumed>(e => NameOf(e)!);
        Identity<SecretRotated>(e => NameOf(e)!);
        Identity<RedeliveryRequested>(e => NameOf(e)!);
        Identity<ReplayRequested>(e => NameOf(e)!);
        Identity<SubscriberRemoved>(e => NameOf(e)!);
    }

    /// <summary>Folds an event.</summary>
    public override Subscriber? Evolve(Subscriber? snapshot, string id, IEvent e) => Subscriber.Evolve(snapshot, e.Data);
}
