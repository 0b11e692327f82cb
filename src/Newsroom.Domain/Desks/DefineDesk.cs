namespace Newsroom.Domain.Desks;

/// <summary>The definition of a desk.</summary>
/// <param name="Name">The display name.</param>
/// <param name="Language">The default language of its stories (BCP 47).</param>
public sealed record DefineDesk(string Name, string Language)
{
    /// <summary>The IANA time zone in which its people write local times, such as <c>Europe/Oslo</c>; none by default.</summary>
    public string? TimeZone { get; init; }
}
