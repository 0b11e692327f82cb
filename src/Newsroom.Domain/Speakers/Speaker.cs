using System.Text.Json.Serialization;
using Newsroom.Domain.Kernel;

namespace Newsroom.Domain.Speakers;

/// <summary>States of a confidential source's identity.</summary>
[JsonConverter(typeof(KebabCaseEnumConverter<SpeakerIdentity>))]
public enum SpeakerIdentity
{
    /// <summary>Sealed under a key; revealed only to authorized people.</summary>
    Sealed,

    /// <summary>Erased.</summary>
    Erased,
}

/// <summary>A person whose words stories quote.</summary>
/// <param name="Id">The id, a slug.</param>
/// <param name="Name">The printed name; for a confidential source what readers may know, such as "a senior official".</param>
/// <param name="Description">The office or place.</param>
public sealed record Speaker(string Id, string Name, string Description)
{
    /// <summary>The state of the identity; null where the speaker is not a confidential source.</summary>
    public SpeakerIdentity? Identity { get; init; }

    /// <summary>Folds an event.</summary>
    public static Speaker? Evolve(Speaker? speaker, object happened) =>
        happened switch
        {
            SpeakerRegistered e => e.Speaker,
            IdentitySealed e => speaker! with
            {
                Identity = e.Sealed == IdentitySealed.Erased ? SpeakerIdentity.Erased : SpeakerIdentity.Sealed,
            },
            _ => speaker,
        };
}

/// <summary>An event of a speaker's stream.</summary>
public abstract record SpeakerEvent;

/// <summary>A speaker was registered.</summary>
/// <param name="Speaker">The speaker.</param>
public sealed record SpeakerRegistered(Speaker Speaker) : SpeakerEvent;

/// <summary>The identity of a confidential source was sealed.</summary>
/// <param name="Speaker">The speaker.</param>
/// <param name="Sealed">The text that <see cref="SealedIdentity"/> returns; the key is stored separately.</param>
public sealed record IdentitySealed(string Speaker, string Sealed) : SpeakerEvent
{
    /// <summary>The value that replaces <see cref="Sealed"/> once the identity is erased.</summary>
    public const string Erased = "erased";
}

/// <summary>The identity of a confidential source was revealed.</summary>
/// <param name="Speaker">The speaker.</param>
/// <param name="Reason">The reason.</param>
public sealed record IdentityRevealed(string Speaker, string Reason) : SpeakerEvent;
