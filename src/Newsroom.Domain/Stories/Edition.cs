using System.Collections.Immutable;
using Newsroom.Domain.Text;

namespace Newsroom.Domain.Stories;

/// <summary>A published state of the article; immutable.</summary>
/// <param name="Number">From 1.</param>
/// <param name="Kind">The kind of edition.</param>
/// <param name="At">The time of publication.</param>
/// <param name="Version">The story's version that recorded it.</param>
/// <param name="Article">The published article.</param>
/// <param name="Fingerprint">The article's fingerprint.</param>
/// <param name="Passages">The fingerprints of its quotes and claims.</param>
public sealed record Edition(
    int Number,
    EditionKind Kind,
    DateTimeOffset At,
    long Version,
    Article Article,
    Fingerprint Fingerprint,
    ImmutableArray<PassageFingerprint> Passages
);
