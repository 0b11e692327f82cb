using Newsroom.Domain.Kernel;

namespace Newsroom.Domain.Speakers;

/// <summary>The data that a decision on a speaker needs besides the speaker.</summary>
/// <param name="Speaker">The speaker's id.</param>
/// <param name="Actor">The caller.</param>
public sealed record SpeakerContext(string Speaker, Actor Actor)
{
    /// <summary>Gets the key of the source; null where there is none.</summary>
    public byte[]? Key { get; init; }

    /// <summary>Gets whether there is a key.</summary>
    public bool HasKey => Key is not null;

    /// <summary>Seals an identity with the key.</summary>
    /// <exception cref="InvalidOperationException">There is no key.</exception>
    public string Seal(string identity) =>
        SealedIdentity.Seal(Key ?? throw new InvalidOperationException("An identity is sealed under a key."), Speaker, identity);
}
