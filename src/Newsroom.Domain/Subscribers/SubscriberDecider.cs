using System.Collections.Immutable;
using System.Diagnostics;
using Newsroom.Domain.Kernel;
using Newsroom.Domain.Text;

namespace Newsroom.Domain.Subscribers;

/// <summary>Decides commands on subscribers; an admin sends them, and the subscriber acknowledges with its own token.</summary>
public static class SubscriberDecider
{
    /// <summary>Decides a command on a subscriber; no events where a change changes nothing.</summary>
    /// <param name="state">The registered subscriber; null where there is none.</param>
    /// <param name="command">The command.</param>
    /// <param name="context">The caller, the id, the desks and the configuration.</param>
    public static Decision<SubscriberEvent> Decide(Subscriber? state, SubscriberCommand command, SubscriberContext context) =>
        command switch
        {
            RegisterSubscriber c => Register(state, c, context),
            ChangeSubscriber c => RefuseUnusable(ConfigurationCatalog.ChangeSubscriber, state, context) ?? Change(state!, c, context),
            PauseSubscriber c => RefuseUnusable(ConfigurationCatalog.PauseSubscriber, state, context) ?? Pause(state!, c),
            ResumeSubscriber => RefuseUnusable(ConfigurationCatalog.ResumeSubscriber, state, context) ?? Resume(state!),
            RotateSecret c => RefuseUnusable(ConfigurationCatalog.RotateSecret, state, context) ?? Rotate(state!, c),
            AcknowledgeNotice c => Acknowledge(state, c, context),
            Redeliver c => RefuseUnusable(ConfigurationCatalog.Redeliver, state, context) ?? Redeliver(state!, c, context),
            ReplayDeliveries c => RefuseUnusable(ConfigurationCatalog.ReplayDeliveries, state, context) ?? Replay(state!, c, context),
            RemoveSubscriber => RefuseUnusable(ConfigurationCatalog.RemoveSubscriber, state, context) ?? new SubscriberRemoved(state!.Id),
            _ => throw new UnreachableException($"{command.GetType().Name} has no rule."),
        };

    /// <summary>Decides that a subscriber is paused because its address answered 410 (Gone); no events where it is not active.</summary>
    public static Decision<SubscriberEvent> PauseAsGone(Subscriber? state) =>
        state is { State: SubscriberState.Active }
            ? new SubscriberPaused(state.Id, "The address answered 410 (Gone).")
            : new Decision<SubscriberEvent>.Accepted();

    private static Decision<SubscriberEvent> Register(Subscriber? known, RegisterSubscriber command, SubscriberContext context)
    {
        var subscriber = new Subscriber(context.Subscriber, command.Name, command.Url)
        {
            Desks = Sorted(command.Desks),
            Languages = Canonical(command.Languages),
            Kinds = Sorted(command.Kinds),
            Format = command.Format,
        };
        var refusal =
            ConfigurationCatalog.RegisterSubscriber.RefuseUnlessHeldBy(context.Actor)
            ?? (known is null ? null : RefuseKnown(known))
            ?? RefuseDefinition(subscriber, context);
        return refusal is null ? new SubscriberRegistered(subscriber) : refusal;
    }

    private static Decision<SubscriberEvent> Change(Subscriber known, ChangeSubscriber command, SubscriberContext context)
    {
        var changed = known with
        {
            Name = command.Name ?? known.Name,
            Url = command.Url ?? known.Url,
            Desks = command.Desks is { } desks ? Sorted(desks) : known.Desks,
            Languages = command.Languages is { } languages ? Canonical(languages) : known.Languages,
            Kinds = command.Kinds is { } kinds ? Sorted(kinds) : known.Kinds,
            Format = command.Format ?? known.Format,
        };
        if (changed == known)
        {
            return new Decision<SubscriberEvent>.Accepted();
        }

        return RefuseDefinition(changed, context) is { } refusal ? refusal : new SubscriberChanged(changed);
    }

    private static Decision<SubscriberEvent> Pause(Subscriber known, PauseSubscriber command)
    {
        if (known.State == SubscriberState.Paused)
        {
            return Refusal.Rule("subscriber-paused", $"The subscriber {known.Id} is paused already.");
        }

        if (string.IsNullOrWhiteSpace(command.Reason))
        {
            return Refusal.Rule("reason-required", "A reason is required: why notices are kept back.");
        }

        return TextRules.RefuseCharacters("reason", command.Reason) is { } refusal
            ? refusal
            : new SubscriberPaused(known.Id, command.Reason);
    }

    private static Decision<SubscriberEvent> Resume(Subscriber known) =>
        known.State == SubscriberState.Paused
            ? new SubscriberResumed(known.Id)
            : Refusal.Rule("subscriber-not-paused", $"The subscriber {known.Id} is not paused.");

    private static Decision<SubscriberEvent> Rotate(Subscriber known, RotateSecret command) =>
        new SecretRotated(known.Id, command.OverlapHours ?? RotateSecret.DefaultOverlapHours);

    // Without events: an acknowledgement is a part of the delivery.
    private static Decision<SubscriberEvent> Acknowledge(Subscriber? state, AcknowledgeNotice command, SubscriberContext context)
    {
        var refusal =
            context.Actor.RolesThatDoNotCombine()
            ?? RefuseOtherToken(context)
            ?? RefuseMissing(state, context)
            ?? (context.Delivery is null ? UnknownDelivery(command.Delivery, context) : null);
        return refusal is null ? new Decision<SubscriberEvent>.Accepted() : refusal;
    }

    private static Refusal? RefuseOtherToken(SubscriberContext context) =>
        context.TokenOf == context.Subscriber
            ? null
            : Refusal.Forbidden(
                "subscriber-token-required",
                $"{ConfigurationCatalog.Acknowledge.Name} requires a token of the subscriber \"{context.Subscriber}\": one whose claim "
                    + "\"subscriber\" is its id."
            );

    private static Refusal UnknownDelivery(Guid delivery, SubscriberContext context) =>
        Refusal.NotFound("unknown-delivery", $"There is no delivery {delivery} to {context.Subscriber}.");

    private static Decision<SubscriberEvent> Redeliver(Subscriber known, Redeliver command, SubscriberContext context) =>
        context.Delivery switch
        {
            null => UnknownDelivery(command.Delivery, context),
            DeliveryState.Pending => Refusal.Rule("delivery-pending", "The notice is not delivered yet: it is sent without this command."),
            _ => new RedeliveryRequested(known.Id, command.Delivery),
        };

    private static Decision<SubscriberEvent> Replay(Subscriber known, ReplayDeliveries command, SubscriberContext context) =>
        context.Deliveries switch
        {
            0 => Refusal.Rule("no-deliveries", $"No notice was sent to {known.Id} since {command.Since:u}, or all are pending."),
            > ReplayDeliveries.MaxDeliveries => Refusal.Rule(
                "too-many-deliveries",
                $"More than {ReplayDeliveries.MaxDeliveries:N0} notices were sent to {known.Id} since {command.Since:u}. Choose a later "
                    + "time.",
                $"More than {ReplayDeliveries.MaxDeliveries:N0} notices were sent since then. Choose a later time."
            ),
            var count => new ReplayRequested(known.Id, command.Since, count),
        };

    private static Decision<SubscriberEvent>? RefuseUnusable(
        ConfigurationCommand description,
        Subscriber? state,
        SubscriberContext context
    )
    {
        var refusal = description.RefuseUnlessHeldBy(context.Actor) ?? RefuseMissing(state, context);
        return refusal is null ? null : new Decision<SubscriberEvent>.Refused(refusal);
    }

    private static Refusal? RefuseMissing(Subscriber? state, SubscriberContext context) =>
        state switch
        {
            null => Refusal.NotFound("unknown-subscriber", $"There is no subscriber \"{context.Subscriber}\"."),
            { State: SubscriberState.Removed } => RefuseRemoved(state),
            _ => null,
        };

    private static Refusal RefuseKnown(Subscriber known) =>
        known.State == SubscriberState.Removed
            ? RefuseRemoved(known)
            : Refusal.Rule("subscriber-known", $"There is a subscriber \"{known.Id}\": {known.Name}. Choose another id.");

    private static Refusal RefuseRemoved(Subscriber removed) =>
        Refusal.Rule("subscriber-removed", $"The subscriber {removed.Id} was removed. Register another one, with another id.");

    private static Refusal? RefuseDefinition(Subscriber subscriber, SubscriberContext context) =>
        CommandTexts.Refuse(subscriber)
        ?? SubscriberAddress.Refuse(subscriber.Url, context.AllowsHttp)
        ?? RefuseDesks(subscriber, context)
        ?? RefuseLanguages(subscriber);

    private static Refusal? RefuseDesks(Subscriber subscriber, SubscriberContext context) =>
        subscriber.Desks.FirstOrDefault(desk => !context.Desks.Contains(desk)) is { } unknown
            ? Refusal.Rule("unknown-desk", $"There is no desk \"{unknown}\".", "There is no such desk.")
            : null;

    private static Refusal? RefuseLanguages(Subscriber subscriber) =>
        subscriber.Languages.FirstOrDefault(tag => !LanguageTag.IsWellFormed(tag)) is { } malformed
            ? Refusal.Rule(
                "language",
                $"\"{malformed}\" is no language tag. Accepted: BCP 47, such as en or nb-NO.",
                "A language is no BCP 47 tag."
            )
            : null;

    private static ImmutableArray<string> Canonical(ImmutableArray<string> tags) =>
        Sorted(tags.IsDefault ? [] : [.. tags.Select(tag => LanguageTag.IsWellFormed(tag) ? LanguageTag.Canonical(tag) : tag)]);

    private static ImmutableArray<string> Sorted(ImmutableArray<string> texts) =>
        texts.IsDefault ? [] : [.. texts.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];

    private static ImmutableArray<DeliveryKind> Sorted(ImmutableArray<DeliveryKind> kinds) =>
        kinds.IsDefault ? [] : [.. kinds.Distinct().Order()];
}
