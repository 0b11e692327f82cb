using Newsroom.Domain.Kernel;
using Newsroom.Domain.Text;

namespace Newsroom.Domain.Stories;

/// <summary>Somebody's standing behind the whole article.</summary>
/// <param name="By">Who.</param>
/// <param name="As">As editor or as legal.</param>
/// <param name="Fingerprint">The article approved.</param>
/// <param name="Version">The version that recorded it.</param>
/// <param name="At">When.</param>
/// <param name="Standing">Whether that article is the current one; otherwise it has lapsed.</param>
public sealed record Approval(string By, Role As, Fingerprint Fingerprint, long Version, DateTimeOffset At, bool Standing)
{
    /// <summary>The desk it was given for; null where it was stored before desks were part of what is approved.</summary>
    public string? Desk { get; init; }

    /// <summary>The language it was given for; null where it was stored before languages were.</summary>
    public string? Language { get; init; }

    /// <summary>Whether exactly this was approved.</summary>
    public bool IsOf(Fingerprint article, string desk, string language) =>
        Fingerprint == article && (Desk is null || Desk == desk) && (Language is null || Language == language);
}
