namespace Newsroom.Client.Speakers;

/// <summary>A speaker.</summary>
/// <param name="Id">The speaker's id.</param>
/// <param name="Name">The name as it is printed.</param>
/// <param name="Description">The office or place.</param>
/// <param name="Identity">Whether the identity of a confidential source is sealed or erased; null for anyone else.</param>
public sealed record SpeakerDetails(string Id, string Name, string Description, string? Identity = null);

/// <summary>A speaker to register.</summary>
/// <param name="Name">The name as it is printed.</param>
/// <param name="Id">The speaker's id; made from the name when not given.</param>
/// <param name="Description">The office or place.</param>
/// <param name="Identity">The identity of a confidential source, to be sealed.</param>
public sealed record SpeakerRegistration(string Name, string? Id = null, string? Description = null, string? Identity = null);

/// <summary>The identity of a confidential source.</summary>
/// <param name="Speaker">The speaker's id.</param>
/// <param name="Identity">The identity.</param>
public sealed record RevealedIdentity(string Speaker, string Identity);
