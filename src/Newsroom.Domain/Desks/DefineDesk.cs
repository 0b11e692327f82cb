namespace Newsroom.Domain.Desks;

/// <summary>The definition of a desk.</summary>
/// <param name="Name">The display name.</param>
/// <param name="Language">The default language of its stories (BCP 47).</param>
public sealed record DefineDesk(string Name, string Language);
