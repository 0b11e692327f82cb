namespace Newsroom.Domain.Desks;

/// <summary>A part of the newsroom that stories belong to.</summary>
/// <param name="Id">Its name in addresses, lower-case words joined by hyphens.</param>
/// <param name="Name">Its name for people.</param>
/// <param name="Language">BCP 47 tag of the language its stories are written in unless they say otherwise.</param>
public sealed record Desk(string Id, string Name, string Language);

/// <summary>A desk was set up, or renamed.</summary>
/// <param name="Desk">The desk as it is from now on.</param>
public sealed record DeskDefined(Desk Desk);
