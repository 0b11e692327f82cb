namespace Newsroom.Domain.Speakers;

/// <summary>A command on a speaker.</summary>
public abstract record SpeakerCommand;

/// <summary>Register a speaker.</summary>
/// <param name="Name">The printed name.</param>
public sealed record RegisterSpeaker(string Name) : SpeakerCommand
{
    /// <summary>The id, a slug; derived from the name by default.</summary>
    public string? Id { get; init; }

    /// <summary>The office or place.</summary>
    public string Description { get; init; } = "";

    /// <summary>The identity of a confidential source and how to reach them; it is sealed.</summary>
    public string? Identity { get; init; }
}

/// <summary>Seal the identity of a speaker.</summary>
/// <param name="Identity">The identity and how to reach them; at most 2,000 characters.</param>
public sealed record SealIdentity(string Identity) : SpeakerCommand;

/// <summary>Reveal the identity of a confidential source.</summary>
/// <param name="Reason">The reason.</param>
public sealed record RevealIdentity(string Reason) : SpeakerCommand;
