namespace Newsroom.Domain.Speakers;

/// <summary>Somebody whose words stories quote.</summary>
/// <param name="Id">Lower-case words joined by hyphens.</param>
/// <param name="Name">As it is printed.</param>
/// <param name="Description">Who that is: office, place.</param>
public sealed record Speaker(string Id, string Name, string Description);

/// <summary>A speaker can be quoted from now on.</summary>
/// <param name="Speaker">The speaker.</param>
public sealed record SpeakerRegistered(Speaker Speaker);
