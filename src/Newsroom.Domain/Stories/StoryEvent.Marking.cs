using System.Collections.Immutable;
using Newsroom.Domain.Text;

namespace Newsroom.Domain.Stories;

/// <content>Events of quotes, claims and quoted words that are neither.</content>
public abstract partial record StoryEvent
{
    /// <summary>The words of a passage, or of its attribution, changed.</summary>
    public sealed record PassageReworded(string Passage, string Was, string Now, Fingerprint Fingerprint, int Normaliser) : StoryEvent
    {
        /// <summary>The new range, where it was extended to a whole sentence; null where it shifted with its words.</summary>
        public TextRange? Range { get; init; }
    }

    /// <summary>Only typography or markup of a passage changed; its checks still hold.</summary>
    public sealed record PassageRestyled(string Passage, string Was, string Now, int Normaliser) : StoryEvent;

    /// <summary>The words of a passage were removed and occur exactly once elsewhere.</summary>
    public sealed record PassageMoved(
        string Passage,
        TextRange Range,
        TextRange? Attribution,
        ImmutableArray<string> Touched,
        int Normaliser
    ) : StoryEvent
    {
        /// <summary>The field they are in now; null where it is the same field.</summary>
        public ArticleField? Field { get; init; }
    }

    /// <summary>The words of a passage were removed from the article.</summary>
    public sealed record PassageOrphaned(string Passage, string Words, string? Attribution, ImmutableArray<string> Touched, int Normaliser)
        : StoryEvent;

    /// <summary>Words were attributed to a speaker, or reattributed.</summary>
    public sealed record QuoteAttributed(
        string Quote,
        ArticleField Field,
        TextRange Range,
        string Words,
        string Speaker,
        TextRange? Attribution,
        string? AttributionWords,
        Fingerprint Fingerprint,
        int Normaliser
    ) : StoryEvent;

    /// <summary>Words were marked as a claim.</summary>
    public sealed record ClaimFlagged(
        string Claim,
        ArticleField Field,
        TextRange Range,
        string Words,
        Fingerprint Fingerprint,
        int Normaliser
    ) : StoryEvent;

    /// <summary>A quote was withdrawn.</summary>
    public sealed record QuoteWithdrawn(string Quote, string Words, string Reason) : StoryEvent;

    /// <summary>A claim was withdrawn.</summary>
    public sealed record ClaimWithdrawn(string Claim, string Words, string Reason) : StoryEvent;

    /// <summary>Quoted words were dismissed as not being speech: a term, a title, scare quotes.</summary>
    public sealed record QuotationDismissed(
        ArticleField Field,
        TextRange Range,
        string Words,
        Fingerprint Fingerprint,
        string Reason,
        int Normaliser
    ) : StoryEvent
    {
        /// <summary>
        /// The visible words, where they differ from <see cref="Words"/> and are short enough to be proposed in other stories; null
        /// otherwise.
        /// </summary>
        public string? Phrase { get; init; }
    }
}
