using System.Collections.Immutable;
using Newsroom.Domain.Text;

namespace Newsroom.Domain.Stories;

/// <summary>One published state of the article; immutable.</summary>
/// <param name="Number">From 1.</param>
/// <param name="Kind">What it is to readers.</param>
/// <param name="At">When it went out.</param>
/// <param name="Version">The story's version that recorded it.</param>
/// <param name="Article">The words readers see.</param>
/// <param name="Fingerprint">Of those words.</param>
/// <param name="Passages">The quotes and claims in them, and the words each had.</param>
public sealed record Edition(
    int Number,
    EditionKind Kind,
    DateTimeOffset At,
    long Version,
    Article Article,
    Fingerprint Fingerprint,
    ImmutableArray<PassageFingerprint> Passages
);
