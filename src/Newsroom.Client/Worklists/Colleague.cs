namespace Newsroom.Client.Worklists;

/// <summary>A person who works here.</summary>
/// <param name="Id">The identity, such as <c>ana@login.example</c>.</param>
/// <param name="Name">The name that colleagues see.</param>
/// <param name="Roles">The roles; none for a person who does not work here any more.</param>
public sealed record Colleague(string Id, string Name, IReadOnlyList<string> Roles);
