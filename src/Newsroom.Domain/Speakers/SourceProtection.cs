using Newsroom.Domain.Desks;
using Newsroom.Domain.Kernel;
using Newsroom.Domain.Requests;
using Newsroom.Domain.Text;

namespace Newsroom.Domain.Speakers;

/// <summary>Confidential sources: who seals an identity, and who may be told it.</summary>
public static class SourceProtection
{
    /// <summary>The refusal of sealing an identity, or null.</summary>
    public static Refusal? RefuseSealing(string? identity, Actor actor) =>
        ConfigurationCatalog.SealIdentity.RefuseUnlessHeldBy(actor)
        ?? (string.IsNullOrWhiteSpace(identity) ? Refusal.Rule("identity-required", "Say who it is.") : null)
        ?? RefuseCharacters(identity!)
        ?? (
            identity!.Length > LimitTable.SourceIdentityCharacters
                ? Refusal.Rule("identity-too-long", $"An identity has at most {LimitTable.SourceIdentityCharacters} characters.")
                : null
        );

    /// <summary>The refusal of sealing who a speaker is, or null.</summary>
    public static Refusal? RefuseSealing(Speaker? speaker, string id, string? identity, Actor actor) =>
        ConfigurationCatalog.SealIdentity.RefuseUnlessHeldBy(actor) ?? RefuseUnknown(speaker, id) ?? RefuseSealing(identity, actor);

    /// <summary>The refusal of telling an identity, or null.</summary>
    /// <param name="speaker">The speaker; null where there is none.</param>
    /// <param name="id">Whom it was asked of.</param>
    /// <param name="hasKey">Whether there is the key to open what was sealed.</param>
    /// <param name="reason">Why they have to know.</param>
    /// <param name="actor">Who asks.</param>
    public static Refusal? RefuseRevealing(Speaker? speaker, string id, bool hasKey, string? reason, Actor actor) =>
        ConfigurationCatalog.RevealIdentity.RefuseUnlessHeldBy(actor)
        ?? RefuseUnknown(speaker, id)
        ?? TextRules.RefuseCharacters("reason", reason ?? "")
        ?? (string.IsNullOrWhiteSpace(reason) ? Refusal.Rule("reason-required", "Say why you have to know; it stays on the record.") : null)
        ?? (speaker!.Identity is null ? Refusal.Rule("no-identity", $"{id} is no confidential source: nothing was sealed.") : null)
        ?? (
            speaker.Identity == SpeakerIdentity.Erased || !hasKey
                ? Refusal.Rule("identity-erased", $"Who {id} was has been erased; nobody can know it any more.")
                : null
        );

    private static Refusal? RefuseUnknown(Speaker? speaker, string id) =>
        speaker is null ? Refusal.NotFound("unknown-speaker", $"There is no speaker \"{id}\".") : null;

    // The record of a refusal must not show any of it.
    private static Refusal? RefuseCharacters(string identity) =>
        TextRules.RefuseCharacters("identity", identity) is { } refusal
            ? refusal with
            {
                Recorded = "identity holds a character that cannot be kept.",
            }
            : null;
}
