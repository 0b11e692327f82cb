using System.Text.Json.Serialization;
using Newsroom.Domain.Kernel;

namespace Newsroom.Domain.Speakers;

/// <summary>What there is of who a confidential source really is.</summary>
[JsonConverter(typeof(KebabCaseEnumConverter<SpeakerIdentity>))]
public enum SpeakerIdentity
{
    /// <summary>It is kept under a key, and told to who may know.</summary>
    Sealed,

    /// <summary>It was erased; nobody can know it any more.</summary>
    Erased,
}

/// <summary>Somebody whose words stories quote.</summary>
/// <param name="Id">Lower-case words joined by hyphens.</param>
/// <param name="Name">As it is printed; of a confidential source what readers may know, such as "a senior official".</param>
/// <param name="Description">Who that is: office, place.</param>
public sealed record Speaker(string Id, string Name, string Description)
{
    /// <summary>Whether who that really is lies sealed; null for who is no confidential source.</summary>
    public SpeakerIdentity? Identity { get; init; }

    /// <summary>The speaker after an event.</summary>
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

/// <summary>A speaker can be quoted from now on.</summary>
/// <param name="Speaker">The speaker.</param>
public sealed record SpeakerRegistered(Speaker Speaker) : SpeakerEvent;

/// <summary>Who a confidential source really is was put under seal.</summary>
/// <param name="Speaker">The speaker.</param>
/// <param name="Sealed">As <see cref="SealedIdentity"/> writes it; the key is kept apart.</param>
public sealed record IdentitySealed(string Speaker, string Sealed) : SpeakerEvent
{
    /// <summary>What replaces <see cref="Sealed"/> once the identity is erased.</summary>
    public const string Erased = "erased";
}

/// <summary>Somebody was told who a confidential source really is.</summary>
/// <param name="Speaker">The speaker.</param>
/// <param name="Reason">Why they had to know.</param>
public sealed record IdentityRevealed(string Speaker, string Reason) : SpeakerEvent;
