using Newsroom.Domain.Text;

namespace Newsroom.Domain.Stories;

/// <summary>A recorded exception to a gate; it counts while its subject has this fingerprint.</summary>
/// <param name="Gate">The gate.</param>
/// <param name="Subject">What it would fail for.</param>
/// <param name="Fingerprint">The subject as it was.</param>
/// <param name="By">Who made it.</param>
/// <param name="Reason">Why.</param>
/// <param name="At">When.</param>
public sealed record Waiver(Gate Gate, string Subject, Fingerprint Fingerprint, string By, string Reason, DateTimeOffset At)
{
    /// <summary>Of words found wrong or disputed, the fingerprint of the words alone; null otherwise.</summary>
    public Fingerprint? WordsAlone { get; init; }
}
