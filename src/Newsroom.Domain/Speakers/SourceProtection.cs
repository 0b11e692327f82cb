using Newsroom.Domain.Desks;
using Newsroom.Domain.Stories;

namespace Newsroom.Domain.Speakers;

/// <summary>Confidential sources: who seals an identity, and who may be told it.</summary>
public static class SourceProtection
{
    /// <summary>The refusal of sealing an identity, or null.</summary>
    public static Refusal? RefuseSealing(string? identity, Actor actor) =>
        Configuring.RefuseUnless(actor, ConfigurationList.SealIdentity)
        ?? (string.IsNullOrWhiteSpace(identity) ? Refusal.Rule("identity-required", "Say who it is.") : null)
        ?? TextRules(identity!)
        ?? (identity!.Length > SealedIdentity.Longest ? Refusal.Rule("identity-too-long", $"An identity has at most {SealedIdentity.Longest} characters.") : null);

    /// <summary>The refusal of telling an identity, or null.</summary>
    public static Refusal? RefuseRevealing(Speaker speaker, string reason, Actor actor) =>
        Configuring.RefuseUnless(actor, ConfigurationList.RevealIdentity)
        ?? Articles.TextRules.RefuseCharacters("reason", reason ?? "")
        ?? (string.IsNullOrWhiteSpace(reason) ? Refusal.Rule("reason-required", "Say why you have to know; it stays on the record.") : null)
        ?? speaker.Identity switch
        {
            null => Refusal.Rule("no-identity", $"{speaker.Id} is no confidential source: nothing was sealed."),
            SpeakerIdentity.Erased => Refusal.Rule("identity-erased", $"Who {speaker.Id} was has been erased; nobody can know it any more."),
            _ => null,
        };

    // The record of a refusal must not show any of it.
    private static Refusal? TextRules(string identity) => Articles.TextRules.RefuseCharacters("identity", identity) is { } refusal ? refusal with { Recorded = "identity holds a character that cannot be kept." } : null;
}
