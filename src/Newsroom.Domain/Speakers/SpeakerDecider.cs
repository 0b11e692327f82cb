using System.Diagnostics;
using Newsroom.Domain.Kernel;
using Newsroom.Domain.Requests;
using Newsroom.Domain.Text;

namespace Newsroom.Domain.Speakers;

/// <summary>Decides commands on speakers: registration, and sealing and revealing identities.</summary>
public static class SpeakerDecider
{
    /// <summary>Decides a command on a speaker.</summary>
    /// <param name="state">The registered speaker; null where there is none.</param>
    /// <param name="command">The command.</param>
    /// <param name="context">The caller, the id, and the key of the source.</param>
    public static Decision<SpeakerEvent> Decide(Speaker? state, SpeakerCommand command, SpeakerContext context) =>
        command switch
        {
            RegisterSpeaker c => Register(state, c, context),
            SealIdentity c => Seal(state, c, context),
            RevealIdentity c => Reveal(state, c, context),
            _ => throw new UnreachableException($"{command.GetType().Name} has no rule."),
        };

    private static Decision<SpeakerEvent> Register(Speaker? known, RegisterSpeaker command, SpeakerContext context)
    {
        var speaker = new Speaker(context.Speaker, command.Name, command.Description);
        var refusal =
            ConfigurationCatalog.RegisterSpeaker.RefuseUnlessHeldBy(context.Actor)
            ?? CommandTexts.Refuse(speaker)
            ?? RefuseKnown(known)
            ?? (command.Identity is null ? null : RefuseIdentity(command.Identity, context.Actor));
        if (refusal is not null)
        {
            return refusal;
        }

        var registered = new SpeakerRegistered(speaker);
        return command.Identity is { } identity
            ? new Decision<SpeakerEvent>.Accepted(registered, new IdentitySealed(speaker.Id, context.Seal(identity)))
            : registered;
    }

    private static Decision<SpeakerEvent> Seal(Speaker? known, SealIdentity command, SpeakerContext context)
    {
        var refusal =
            ConfigurationCatalog.SealIdentity.RefuseUnlessHeldBy(context.Actor)
            ?? RefuseUnknown(known, context.Speaker)
            ?? RefuseIdentity(command.Identity, context.Actor);
        if (refusal is not null)
        {
            return refusal;
        }

        return new IdentitySealed(context.Speaker, context.Seal(command.Identity));
    }

    private static Decision<SpeakerEvent> Reveal(Speaker? known, RevealIdentity command, SpeakerContext context)
    {
        var refusal =
            ConfigurationCatalog.RevealIdentity.RefuseUnlessHeldBy(context.Actor)
            ?? RefuseUnknown(known, context.Speaker)
            ?? TextRules.RefuseCharacters("reason", command.Reason ?? "")
            ?? RefuseUnreasoned(command)
            ?? RefuseUntold(known!, context);
        if (refusal is not null)
        {
            return refusal;
        }

        return new IdentityRevealed(context.Speaker, command.Reason!);
    }

    private static Refusal? RefuseUnreasoned(RevealIdentity command) =>
        string.IsNullOrWhiteSpace(command.Reason)
            ? Refusal.Rule("reason-required", "A reason is required: why you need to know the identity. It is recorded.")
            : null;

    private static Refusal? RefuseUntold(Speaker speaker, SpeakerContext context)
    {
        if (speaker.Identity is null)
        {
            return Refusal.Rule("no-identity", $"{context.Speaker} is not a confidential source: no identity was sealed.");
        }

        return speaker.Identity == SpeakerIdentity.Erased || !context.HasKey
            ? Refusal.Rule("identity-erased", $"The identity of {context.Speaker} was erased and cannot be revealed.")
            : null;
    }

    private static Refusal? RefuseKnown(Speaker? known) =>
        known is null
            ? null
            : Refusal.Rule(
                "speaker-known",
                $"There is a speaker \"{known.Id}\": {known.Name}, {known.Description}. Choose another id if this is another person."
            );

    private static Refusal? RefuseUnknown(Speaker? speaker, string id) =>
        speaker is null ? Refusal.NotFound("unknown-speaker", $"There is no speaker \"{id}\".") : null;

    private static Refusal? RefuseIdentity(string? identity, Actor actor)
    {
        if (ConfigurationCatalog.SealIdentity.RefuseUnlessHeldBy(actor) is { } forbidden)
        {
            return forbidden;
        }

        if (string.IsNullOrWhiteSpace(identity))
        {
            return Refusal.Rule("identity-required", "The identity is required.");
        }

        // The record of a refusal must not show any of it.
        if (TextRules.RefuseCharacters("identity", identity) is { } refusal)
        {
            return refusal with { Recorded = "The identity contains a character that cannot be stored." };
        }

        return identity.Length > LimitTable.SourceIdentityCharacters
            ? Refusal.Rule(
                "identity-too-long",
                "The identity is too long. Accepted: at most " + $"{LimitTable.SourceIdentityCharacters} characters."
            )
            : null;
    }
}
