using System.Collections.Immutable;
using Newsroom.Domain.Text;
using static Newsroom.Domain.Stories.StoryEvent;

namespace Newsroom.Domain.Stories;

/// <summary>A check as it was recorded, with its evidence. Erased evidence has the kind <see cref="EvidenceKind.Erased"/>.</summary>
/// <param name="Event">The event; an erasure of evidence names it.</param>
/// <param name="Passage">The passage judged.</param>
/// <param name="Words">The words judged.</param>
/// <param name="Fingerprint">Their fingerprint.</param>
/// <param name="Verdict">The verdict.</param>
/// <param name="Reason">The reason of a verdict other than verified.</param>
/// <param name="Method">How the words were checked.</param>
/// <param name="Evidence">The evidence, in the order given.</param>
public sealed record CheckRecord(
    Guid Event,
    string Passage,
    string Words,
    Fingerprint Fingerprint,
    Verdict Verdict,
    string? Reason,
    string? Method,
    ImmutableArray<EvidenceItem> Evidence
)
{
    /// <summary>Creates the record of an event.</summary>
    public static CheckRecord Of(FactChecked happened, Guid id) =>
        new(
            id,
            happened.Passage,
            happened.Words,
            happened.Fingerprint,
            happened.Verdict,
            happened.Reason,
            happened.Method,
            happened.Evidence.IsDefault ? [] : happened.Evidence
        );
}
