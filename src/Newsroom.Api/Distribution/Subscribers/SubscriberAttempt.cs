using System.Collections.Immutable;
using Marten;
using Newsroom.Api.Commands;
using Newsroom.Api.Distribution.Queue;
using Newsroom.Api.Infrastructure.Http;
using Newsroom.Api.Infrastructure.Persistence;
using Newsroom.Domain.Desks;
using Newsroom.Domain.Kernel;
using Newsroom.Domain.Subscribers;

namespace Newsroom.Api.Distribution.Subscribers;

internal sealed class SubscriberAttempt(
    CommandTransaction transaction,
    string id,
    SubscriberCommand command,
    Actor actor,
    SubscriberSettings settings,
    SubscriberSecrets secrets
) : CommandAttempt<Subscriber, SubscriberEvent>
{
    private const string Shown = "The secret was shown once, in the first answer to this command. rotate-secret makes another one.";

    private ImmutableHashSet<string> desks = [];

    private (DeliveryState? State, int Count) deliveries;

    private (string Secret, StoredSecret Stored)? made;

    /// <summary>Loads the subscriber. Commands on one subscriber wait for each other: at most two of its secrets are valid.</summary>
    public override async Task<CommandTarget<Subscriber>> LoadAsync(CancellationToken cancellationToken)
    {
        if (!transaction.IsPreview)
        {
            await SubscriberLock.TakeAsync(transaction.Connection, id, cancellationToken);
        }

        var subscriber = await transaction.Session.LoadAsync<Subscriber>(id, cancellationToken);
        return new(StreamIds.Of(SubscriberProjection.StreamKind, id), subscriber);
    }

    /// <summary>Loads the desks that the command names, and makes a secret.</summary>
    /// <returns>The response of 503 where there are no keys to encrypt a secret with.</returns>
    public override async Task<IResult?> LoadContextAsync(Subscriber? state, CancellationToken cancellationToken)
    {
        var named = command switch
        {
            RegisterSubscriber c => c.Desks,
            ChangeSubscriber c => c.Desks ?? state?.Desks ?? [],
            _ => [],
        };
        if (!named.IsDefaultOrEmpty)
        {
            var known = await transaction.Session.LoadManyAsync<Desk>(cancellationToken, named.ToArray());
            desks = [.. known.Select(desk => desk.Id)];
        }

        deliveries = command switch
        {
            Redeliver c => (await RequestedDeliveries.FindAsync(transaction.Connection, id, c.Delivery, cancellationToken), 0),
            ReplayDeliveries c => (null, await RequestedDeliveries.CountAsync(transaction.Connection, id, c.Since, cancellationToken)),
            _ => default,
        };
        if (transaction.IsPreview || command is not (RegisterSubscriber or RotateSecret))
        {
            return null;
        }

        try
        {
            made = secrets.Make(id);
            return null;
        }
        catch (SecretKeysException failure)
        {
            return Problems.Unavailable("secret-keys-unavailable", failure.Message);
        }
    }

    /// <inheritdoc/>
    public override Decision<SubscriberEvent> Decide(Subscriber? state) =>
        SubscriberDecider.Decide(
            state,
            command,
            new SubscriberContext(id, actor)
            {
                Desks = desks,
                Delivery = deliveries.State,
                Deliveries = deliveries.Count,
                AllowsHttp = settings.AllowsHttp,
            }
        );

    /// <inheritdoc/>
    public override async Task<ResponseBody> ApplyAsync(
        CommandTarget<Subscriber> target,
        ImmutableArray<SubscriberEvent> events,
        CancellationToken cancellationToken
    )
    {
        var subscriber = events.Aggregate(target.State, Subscriber.Evolve)!;
        await ApplyToDeliveriesAsync(cancellationToken);

        if (made is not var (secret, stored))
        {
            return new ResponseBody(subscriber);
        }

        var overlap = TimeSpan.FromHours(events.OfType<SecretRotated>().Sum(e => e.OverlapHours));
        await SecretTable.AddAsync(transaction.Connection, stored, overlap, cancellationToken);
        return new ResponseBody(new SubscriberWithSecret(subscriber) { Secret = secret })
        {
            Repeated = new SubscriberWithSecret(subscriber) { Notice = Shown },
            Location = target.State is null ? $"/subscribers/{id}" : null,
        };
    }

    private async Task ApplyToDeliveriesAsync(CancellationToken cancellationToken)
    {
        switch (command)
        {
            case Redeliver c:
                await RequestedDeliveries.SendAgainAsync(transaction.Connection, c.Delivery, cancellationToken);
                break;
            case ReplayDeliveries c:
                await RequestedDeliveries.ReplayAsync(transaction.Connection, id, c.Since, cancellationToken);
                break;
            case RemoveSubscriber:
                await SecretTable.DeleteAsync(transaction.Connection, id, cancellationToken);
                await RequestedDeliveries.CancelAsync(transaction.Connection, id, cancellationToken);
                break;
        }
    }
}
