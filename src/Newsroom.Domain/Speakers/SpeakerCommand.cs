namespace Newsroom.Domain.Speakers;

/// <summary>A command on a speaker.</summary>
public abstract record SpeakerCommand;

/// <summary>Who a speaker is.</summary>
/// <param name="Name">As it is printed.</param>
public sealed record RegisterSpeaker(string Name) : SpeakerCommand
{
    /// <summary>Lower-case words joined by hyphens; made from the name when not given.</summary>
    public string? Id { get; init; }

    /// <summary>Office, place.</summary>
    public string Description { get; init; } = "";

    /// <summary>Of a confidential source, who it really is and how to reach them; it is sealed.</summary>
    public string? Identity { get; init; }
}

/// <summary>Seal who a speaker really is.</summary>
/// <param name="Identity">Who it is, and how to reach them; at most 2,000 characters.</param>
public sealed record SealIdentity(string Identity) : SpeakerCommand;

/// <summary>Be told who a confidential source really is.</summary>
/// <param name="Reason">Why you have to know.</param>
public sealed record RevealIdentity(string Reason) : SpeakerCommand;
