using Newsroom.Domain.Text;

namespace Newsroom.Domain.Stories;

/// <summary>A waiver of a gate; valid while its subject has this fingerprint.</summary>
/// <param name="Gate">The gate.</param>
/// <param name="Subject">The subject, as in the gate's reason.</param>
/// <param name="Fingerprint">The subject as it was.</param>
/// <param name="By">Who made it.</param>
/// <param name="Reason">Why.</param>
/// <param name="At">When.</param>
public sealed record Waiver(Gate Gate, string Subject, Fingerprint Fingerprint, string By, string Reason, DateTimeOffset At)
{
    /// <summary>The fingerprint of the words alone, for words found wrong or disputed; null otherwise.</summary>
    public Fingerprint? WordsAlone { get; init; }
}
