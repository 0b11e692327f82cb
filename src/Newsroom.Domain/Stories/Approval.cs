using Newsroom.Domain.Kernel;
using Newsroom.Domain.Text;

namespace Newsroom.Domain.Stories;

/// <summary>An approval of the whole article.</summary>
/// <param name="By">Who.</param>
/// <param name="As">The role: editor or legal.</param>
/// <param name="Fingerprint">The article approved.</param>
/// <param name="Version">The version that recorded it.</param>
/// <param name="At">When.</param>
/// <param name="Standing">Whether its fingerprint is current; otherwise it has lapsed.</param>
public sealed record Approval(string By, Role As, Fingerprint Fingerprint, long Version, DateTimeOffset At, bool Standing)
{
    /// <summary>The approved desk; null when stored by an earlier build.</summary>
    public string? Desk { get; init; }

    /// <summary>The approved language; null when stored by an earlier build.</summary>
    public string? Language { get; init; }

    /// <summary>Returns whether this fingerprint, desk and language were approved.</summary>
    public bool IsOf(Fingerprint article, string desk, string language) =>
        Fingerprint == article && (Desk is null || Desk == desk) && (Language is null || Language == language);
}
