using System.Collections.Immutable;
using Newsroom.Domain.Kernel;
using Newsroom.Domain.Text;

namespace Newsroom.Domain.Stories;

/// <content>Events of checks of passages.</content>
public abstract partial record StoryEvent
{
    /// <summary>A check no longer has the current fingerprint.</summary>
    public sealed record CheckLapsed(string Passage, string Checker, Verdict Verdict, string Was, string Now, int Normaliser) : StoryEvent;

    /// <summary>The fingerprint of a lapsed check is current again.</summary>
    public sealed record CheckReinstated(string Passage, string Checker, Verdict Verdict, string Words, int Normaliser) : StoryEvent;

    /// <summary>A fact-checker gave a verdict on these words.</summary>
    public sealed record FactChecked(
        string Passage,
        Fingerprint Fingerprint,
        string Words,
        Verdict Verdict,
        string? Method,
        ImmutableArray<EvidenceItem> Evidence,
        string? Reason
    ) : StoryEvent
    {
        /// <summary>The visible words, for a verdict that follows its words; null otherwise.</summary>
        public string? Read { get; init; }

        /// <summary>
        /// The fingerprint of the words alone, where this or an earlier verdict of the same checker follows its words; null otherwise.
        /// </summary>
        public Fingerprint? WordsAlone { get; init; }
    }

    /// <summary>A fact-checker claimed the check of a passage until an instant.</summary>
    public sealed record CheckClaimed(string Passage, DateTimeOffset Until) : StoryEvent;

    /// <summary>The fact-checker who claimed the check of a passage released it.</summary>
    public sealed record CheckReleased(string Passage) : StoryEvent;
}
