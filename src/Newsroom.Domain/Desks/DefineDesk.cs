using System.Collections.Immutable;

namespace Newsroom.Domain.Desks;

/// <summary>The definition of a desk.</summary>
/// <param name="Name">The display name.</param>
/// <param name="Language">The default language of its stories (BCP 47).</param>
public sealed record DefineDesk(string Name, string Language)
{
    /// <summary>The IANA time zone in which its people write local times, such as <c>Europe/Oslo</c>; none by default.</summary>
    public string? TimeZone { get; init; }

    /// <summary>
    /// The ratings of its fact checks: 2 to 10 names from the worst to the best. Without it: False, Mostly false, Mixed, Mostly true, True.
    /// </summary>
    public ImmutableArray<string> Ratings { get; init; } = [];
}
