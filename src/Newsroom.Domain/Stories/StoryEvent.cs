using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Newsroom.Domain.Kernel;
using Newsroom.Domain.Text;

namespace Newsroom.Domain.Stories;

/// <summary>
/// Everything that can happen to a story. This closed list is the storage contract: each event is kept for ever under the name in
/// <see cref="StoryEvents"/>, so members are added, never renamed or removed. Who, when and as what are in the <see cref="EventMetadata"/>.
/// </summary>
public abstract record StoryEvent
{
    private StoryEvent() { }

    /// <summary>Where it comes from, if it was brought in from another record; null when it was recorded as it happened.</summary>
    public Origin? Origin { get; init; }

    /// <summary>A story began.</summary>
    public sealed record StoryDrafted(string Desk, string Language, string Slug, Article Article, Fingerprint Fingerprint, int Normaliser)
        : StoryEvent;

    /// <summary>Something about the story changed that is not its text; null members did not.</summary>
    public sealed record StoryDescribed(
        string? Desk,
        string? Language,
        string? Slug,
        string? Byline,
        string? Dateline,
        Fingerprint Fingerprint,
        int Normaliser
    ) : StoryEvent
    {
        /// <summary>
        /// The desk it left while it was in review: that desk's policy binds it until the review ends. Null when it left none.
        /// </summary>
        public string? LeftInReview { get; init; }

        /// <summary>
        /// True where the desk or the language changed, which an approval after it must have seen. Null otherwise, and in events of
        /// earlier builds.
        /// </summary>
        public bool? BindsApprovals { get; init; }
    }

    /// <summary>A revision, as edits of the texts of the version before.</summary>
    public sealed record ArticleRevised(ArticleEdits Edits, Fingerprint Fingerprint, int Normaliser) : StoryEvent
    {
        /// <summary>Which of the words put in were carried from elsewhere, or restored, and whose they are; field by field, in order. Null when none.</summary>
        public ImmutableArray<CarriedWords>? Carried { get; init; }

        /// <summary>The version whose words were restored; null when words were written.</summary>
        public long? RestoredFrom { get; init; }

        /// <summary>The version its author saw, where others' revisions came between and it was merged with them; null otherwise.</summary>
        public long? BasedOn { get; init; }

        /// <summary>The words carried to one field.</summary>
        public ReadOnlySpan<CarriedWords> CarriedIn(ArticleField field) =>
            Carried is { IsDefaultOrEmpty: false } all ? all.Where(c => c.Field == field).ToArray() : [];
    }

    /// <summary>Judged: the words of a passage, or of its attribution, are other words now.</summary>
    public sealed record PassageReworded(string Passage, string Was, string Now, Fingerprint Fingerprint, int Normaliser) : StoryEvent
    {
        /// <summary>Where it lies now, where it took in the rest of a sentence; null where it only moved along with its words.</summary>
        public TextRange? Range { get; init; }
    }

    /// <summary>Judged: only typography or markup of a passage changed; its words, and with them its checks, are the same.</summary>
    public sealed record PassageRestyled(string Passage, string Was, string Now, int Normaliser) : StoryEvent;

    /// <summary>Judged: the words of a passage were taken from their place and stand, once, elsewhere.</summary>
    public sealed record PassageMoved(
        string Passage,
        TextRange Range,
        TextRange? Attribution,
        ImmutableArray<string> Touched,
        int Normaliser
    ) : StoryEvent
    {
        /// <summary>The text they are in now; null where it is the same text.</summary>
        public ArticleField? Field { get; init; }
    }

    /// <summary>Judged: the words of a passage are gone from the text.</summary>
    public sealed record PassageOrphaned(string Passage, string Words, string? Attribution, ImmutableArray<string> Touched, int Normaliser)
        : StoryEvent;

    /// <summary>Judged: a check is not of these words any more.</summary>
    public sealed record CheckLapsed(string Passage, string Checker, Verdict Verdict, string Was, string Now, int Normaliser) : StoryEvent;

    /// <summary>Judged: the words a check was of have come back.</summary>
    public sealed record CheckReinstated(string Passage, string Checker, Verdict Verdict, string Words, int Normaliser) : StoryEvent;

    /// <summary>Judged: an approval is not of this article any more.</summary>
    public sealed record ApprovalLapsed(string Approver, int Normaliser) : StoryEvent
    {
        /// <summary>Of an approval stored without its desk, the desk it was of; null otherwise.</summary>
        public string? Desk { get; init; }

        /// <summary>Of an approval stored without its language, the language it was of; null otherwise.</summary>
        public string? Language { get; init; }
    }

    /// <summary>Judged: the article an approval was of has come back.</summary>
    public sealed record ApprovalReinstated(string Approver, int Normaliser) : StoryEvent;

    /// <summary>Words were marked as somebody's, or marked as somebody else's.</summary>
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

    /// <summary>Words were marked as a claim of fact.</summary>
    public sealed record ClaimFlagged(
        string Claim,
        ArticleField Field,
        TextRange Range,
        string Words,
        Fingerprint Fingerprint,
        int Normaliser
    ) : StoryEvent;

    /// <summary>A quote is not treated as one any more.</summary>
    public sealed record QuoteWithdrawn(string Quote, string Words, string Reason) : StoryEvent;

    /// <summary>A claim is not treated as one any more.</summary>
    public sealed record ClaimWithdrawn(string Claim, string Words, string Reason) : StoryEvent;

    /// <summary>Quoted words were said to be nobody's speech: a term, a title, words held at arm's length.</summary>
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
        /// The words as a reader reads them, where these are others than <see cref="Words"/> and short enough to be remembered.
        /// </summary>
        public string? Phrase { get; init; }
    }

    /// <summary>A fact-checker gave a verdict on exactly these words.</summary>
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
        /// <summary>Of a verdict that follows its words, the words as a reader reads them; null otherwise.</summary>
        public string? Read { get; init; }

        /// <summary>
        /// The fingerprint of the words alone, where this or an earlier verdict of the same checker follows its words; null otherwise.
        /// </summary>
        public Fingerprint? WordsAlone { get; init; }
    }

    /// <summary>Somebody left a note.</summary>
    public sealed record NoteAdded(string Note, string Text, bool MustResolve, string? Passage) : StoryEvent;

    /// <summary>A note is settled.</summary>
    public sealed record NoteResolved(string Note) : StoryEvent;

    /// <summary>The story was given to somebody, or to nobody.</summary>
    public sealed record StoryAssigned(string? Assignee) : StoryEvent;

    /// <summary>The author thinks it is ready for review.</summary>
    public sealed record StorySubmitted : StoryEvent;

    /// <summary>An editor sent it back; approvals given before are void.</summary>
    public sealed record ChangesRequested(string Reason) : StoryEvent;

    /// <summary>Somebody stands behind the whole article as it is.</summary>
    public sealed record StoryApproved(Fingerprint Fingerprint) : StoryEvent
    {
        /// <summary>The desk it is approved for; null where it was stored before desks were part of what is approved.</summary>
        public string? Desk { get; init; }

        /// <summary>The language it is approved in; null where it was stored before languages were.</summary>
        public string? Language { get; init; }
    }

    /// <summary>Somebody stands behind it no longer.</summary>
    public sealed record ApprovalWithdrawn(string? Reason) : StoryEvent;

    /// <summary>A stop: nothing publishes while it stands.</summary>
    public sealed record HoldPlaced(string Hold, Role Role, string Reason) : StoryEvent;

    /// <summary>A stop was lifted.</summary>
    public sealed record HoldLifted(string Hold, string? Reason) : StoryEvent;

    /// <summary>Somebody wants legal to clear the story before it is published.</summary>
    public sealed record LegalReviewRequested(string Reason) : StoryEvent;

    /// <summary>Nothing publishes before this instant.</summary>
    public sealed record EmbargoSet(DateTimeOffset Until, string? Reason) : StoryEvent;

    /// <summary>The story need not wait any more.</summary>
    public sealed record EmbargoLifted(string? Reason) : StoryEvent;

    /// <summary>A recorded exception to a gate, for one subject as it is: bound to its fingerprint, like a check.</summary>
    public sealed record GateWaived(Gate Gate, string Subject, Fingerprint Fingerprint, string? Words, string Reason, int Policy)
        : StoryEvent
    {
        /// <summary>Of an exception for words found wrong or disputed, the fingerprint of the words alone; null otherwise.</summary>
        public Fingerprint? WordsAlone { get; init; }
    }

    /// <summary>An edition went out, with the words readers see and what each gate said.</summary>
    public abstract record EditionEvent(
        int Edition,
        EditionKind Kind,
        string Slug,
        string Desk,
        string Language,
        Article Article,
        Fingerprint Fingerprint,
        ImmutableArray<PassageFingerprint> Passages,
        int Policy,
        ImmutableArray<PublishedGate> Gates
    ) : StoryEvent;

    /// <summary>An edition went out: the first, or one with new facts or better words.</summary>
    public sealed record StoryPublished(
        int Edition,
        EditionKind Kind,
        string Slug,
        string Desk,
        string Language,
        Article Article,
        Fingerprint Fingerprint,
        ImmutableArray<PassageFingerprint> Passages,
        int Policy,
        ImmutableArray<PublishedGate> Gates
    ) : EditionEvent(Edition, Kind, Slug, Desk, Language, Article, Fingerprint, Passages, Policy, Gates);

    /// <summary>An edition went out that tells readers what was wrong or unclear in the one before, or what they should know of it.</summary>
    public sealed record StoryCorrected(
        int Edition,
        EditionKind Kind,
        string Slug,
        string Desk,
        string Language,
        Article Article,
        Fingerprint Fingerprint,
        ImmutableArray<PassageFingerprint> Passages,
        int Policy,
        ImmutableArray<PublishedGate> Gates
    ) : EditionEvent(Edition, Kind, Slug, Desk, Language, Article, Fingerprint, Passages, Policy, Gates)
    {
        /// <summary>What readers are told.</summary>
        public required string Note { get; init; }

        /// <summary>What changed since the edition before.</summary>
        public required ArticleEdits Changed { get; init; }

        /// <summary>Of a correction, the passages of the edition before as they were and are not any more: checks of those words never come back.</summary>
        public ImmutableArray<PassageFingerprint> Replaced { get; init; } = [];

        /// <summary>
        /// Of a correction, the words in a row that it replaced; null where it was stored before they were kept, or replaced none.
        /// </summary>
        public ImmutableArray<ReplacedWords>? ReplacedWords { get; init; }

        /// <summary>
        /// Of a correction, words that an earlier correction replaced and this one publishes again; null when there are none.
        /// </summary>
        public ImmutableArray<string>? RestoredWords { get; init; }
    }

    /// <summary>The story will not run.</summary>
    public sealed record StorySpiked(string Reason) : StoryEvent
    {
        /// <summary>
        /// Whether approvals given before are void; null where there were none, or it was stored before spiking voided them.
        /// </summary>
        public bool? VoidsApprovals { get; init; }
    }

    /// <summary>The story may run after all.</summary>
    public sealed record StoryUnspiked(string? Reason) : StoryEvent
    {
        /// <summary>
        /// Whether approvals given before are void: where the story was spiked before spiking voided them. Null otherwise.
        /// </summary>
        public bool? VoidsApprovals { get; init; }
    }

    /// <summary>Of a story brought in from files: its file got another name, and nothing else changed.</summary>
    public sealed record FileRenamed(string From, string To) : StoryEvent;
}

/// <summary>A passage and the words it had.</summary>
/// <param name="Passage">The passage's id.</param>
/// <param name="Fingerprint">Its fingerprint at that time.</param>
public readonly record struct PassageFingerprint(string Passage, Fingerprint Fingerprint);

/// <summary>What a further edition is to readers.</summary>
[JsonConverter(typeof(KebabCaseEnumConverter<EditionKind>))]
public enum EditionKind
{
    /// <summary>Edition 1.</summary>
    First,

    /// <summary>New facts.</summary>
    Update,

    /// <summary>No change of meaning.</summary>
    Refile,

    /// <summary>A fact was wrong.</summary>
    Correction,

    /// <summary>Words could be misunderstood.</summary>
    Clarification,

    /// <summary>The words stay; readers are told something of them.</summary>
    EditorsNote,
}

/// <summary>The events of a story and the names they are stored under.</summary>
public static class StoryEvents
{
    /// <summary>Every type of event with its storage name: the type's name in snake case, pinned by a test.</summary>
    public static ImmutableSortedDictionary<string, Type> ByName { get; } =
        typeof(StoryEvent)
            .GetNestedTypes()
            .Where(t => !t.IsAbstract && t.IsSubclassOf(typeof(StoryEvent)))
            .ToImmutableSortedDictionary(NameOf, t => t, StringComparer.Ordinal);

    /// <summary>The storage name of a type of event: <c>QuoteAttributed</c> is <c>quote_attributed</c>.</summary>
    public static string NameOf(Type type) => System.Text.Json.JsonNamingPolicy.SnakeCaseLower.ConvertName(type.Name);
}
