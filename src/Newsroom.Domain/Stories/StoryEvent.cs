using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Newsroom.Domain.Kernel;
using Newsroom.Domain.Text;

namespace Newsroom.Domain.Stories;

/// <summary>
/// An event of a story's stream. This closed list is the storage contract: each event is stored under its name in <see
/// cref="StoryEvents"/>. Members are added, never renamed or removed. Time, actor and role are in <see cref="EventMetadata"/>.
/// </summary>
public abstract record StoryEvent
{
    private StoryEvent() { }

    /// <summary>The source of an imported event; null for an event recorded when it happened.</summary>
    public Origin? Origin { get; init; }

    /// <summary>A story was drafted.</summary>
    public sealed record StoryDrafted(string Desk, string Language, string Slug, Article Article, Fingerprint Fingerprint, int Normaliser)
        : StoryEvent
    {
        /// <summary>The retracted or killed story for which it is a substitute; null where there is none.</summary>
        public Guid? Replaces { get; init; }

        /// <summary>The story of which it is a translation; null where there is none.</summary>
        public Guid? TranslationOf { get; init; }
    }

    /// <summary>Members other than the texts changed; null members did not.</summary>
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
        /// True where the desk or the language changed, which an approval after it must have seen. Null otherwise, and in events of earlier
        /// builds.
        /// </summary>
        public bool? BindsApprovals { get; init; }
    }

    /// <summary>A revision, as edits of the texts of the version before.</summary>
    public sealed record ArticleRevised(ArticleEdits Edits, Fingerprint Fingerprint, int Normaliser) : StoryEvent
    {
        /// <summary>Inserted words that were moved or restored, with their authors; by field, in order. Null when there are none.</summary>
        [JsonConverter(typeof(CarriedWordsConverter))]
        public ImmutableArray<CarriedWords>? Carried { get; init; }

        /// <summary>The version that was restored; null for other revisions.</summary>
        public long? RestoredFrom { get; init; }

        /// <summary>The version its author based it on, where it was merged with later revisions; null otherwise.</summary>
        public long? BasedOn { get; init; }

        /// <summary>Returns the moved or restored words of one field.</summary>
        public ReadOnlySpan<CarriedWords> CarriedIn(ArticleField field) =>
            Carried is { IsDefaultOrEmpty: false } all ? all.Where(c => c.Field == field).ToArray() : [];
    }

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

    /// <summary>A check no longer has the current fingerprint.</summary>
    public sealed record CheckLapsed(string Passage, string Checker, Verdict Verdict, string Was, string Now, int Normaliser) : StoryEvent;

    /// <summary>The fingerprint of a lapsed check is current again.</summary>
    public sealed record CheckReinstated(string Passage, string Checker, Verdict Verdict, string Words, int Normaliser) : StoryEvent;

    /// <summary>An approval no longer has the article's current fingerprint.</summary>
    public sealed record ApprovalLapsed(string Approver, int Normaliser) : StoryEvent
    {
        /// <summary>The approved desk, for an approval stored without one; null otherwise.</summary>
        public string? Desk { get; init; }

        /// <summary>The approved language, for an approval stored without one; null otherwise.</summary>
        public string? Language { get; init; }
    }

    /// <summary>The fingerprint of a lapsed approval is current again.</summary>
    public sealed record ApprovalReinstated(string Approver, int Normaliser) : StoryEvent;

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

    /// <summary>A note was added.</summary>
    public sealed record NoteAdded(string Note, string Text, bool MustResolve, string? Passage) : StoryEvent;

    /// <summary>A note was resolved.</summary>
    public sealed record NoteResolved(string Note) : StoryEvent;

    /// <summary>The story was assigned; unassigned where the assignee is null.</summary>
    public sealed record StoryAssigned(string? Assignee) : StoryEvent;

    /// <summary>The plan of a story was set: when it is due, null for no time, and its priority.</summary>
    public sealed record StoryPlanned(DateTimeOffset? Due, Priority Priority) : StoryEvent;

    /// <summary>A fact-checker claimed the check of a passage until an instant.</summary>
    public sealed record CheckClaimed(string Passage, DateTimeOffset Until) : StoryEvent;

    /// <summary>The fact-checker who claimed the check of a passage released it.</summary>
    public sealed record CheckReleased(string Passage) : StoryEvent;

    /// <summary>An author submitted the story for review.</summary>
    public sealed record StorySubmitted : StoryEvent;

    /// <summary>An editor requested changes; earlier approvals are void.</summary>
    public sealed record ChangesRequested(string Reason) : StoryEvent;

    /// <summary>The whole article was approved.</summary>
    public sealed record StoryApproved(Fingerprint Fingerprint) : StoryEvent
    {
        /// <summary>The approved desk; null in events of earlier builds.</summary>
        public string? Desk { get; init; }

        /// <summary>The approved language; null in events of earlier builds.</summary>
        public string? Language { get; init; }
    }

    /// <summary>An approval was withdrawn by its giver.</summary>
    public sealed record ApprovalWithdrawn(string? Reason) : StoryEvent;

    /// <summary>A hold was placed: nothing publishes until it is lifted.</summary>
    public sealed record HoldPlaced(string Hold, Role Role, string Reason) : StoryEvent;

    /// <summary>A hold was lifted.</summary>
    public sealed record HoldLifted(string Hold, string? Reason) : StoryEvent;

    /// <summary>Legal clearance was requested before publication.</summary>
    public sealed record LegalReviewRequested(string Reason) : StoryEvent;

    /// <summary>An embargo was set: nothing publishes before this instant.</summary>
    public sealed record EmbargoSet(DateTimeOffset Until, string? Reason) : StoryEvent;

    /// <summary>The embargo was lifted.</summary>
    public sealed record EmbargoLifted(string? Reason) : StoryEvent;

    /// <summary>A story was made confidential, or other readers were admitted.</summary>
    /// <param name="Role">The role in which the person acted.</param>
    /// <param name="Reason">Why; null where it was drafted as confidential.</param>
    /// <param name="Readers">The people admitted by name; they replace earlier ones.</param>
    /// <param name="Acted">Everyone who had acted on the story.</param>
    public sealed record StoryMarkedConfidential(Role Role, string? Reason, ImmutableArray<string> Readers, ImmutableArray<string> Acted)
        : StoryEvent;

    /// <summary>A story is no longer confidential.</summary>
    public sealed record ConfidentialityLifted(string Reason) : StoryEvent;

    /// <summary>A gate was waived for one subject, bound to the subject's fingerprint.</summary>
    public sealed record GateWaived(Gate Gate, string Subject, Fingerprint Fingerprint, string? Words, string Reason, int Policy)
        : StoryEvent
    {
        /// <summary>The fingerprint of the words alone, for words found wrong or disputed; null otherwise.</summary>
        public Fingerprint? WordsAlone { get; init; }
    }

    /// <summary>An edition was published, with the article and the outcome of each gate.</summary>
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
    ) : StoryEvent
    {
        /// <summary>The retracted or killed story for which the story is a substitute; null where there is none.</summary>
        public Guid? Replaces { get; init; }

        /// <summary>The story of which the story is a translation; null where there is none.</summary>
        public Guid? TranslationOf { get; init; }
    }

    /// <summary>The first edition, an update or a refile was published.</summary>
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
    ) : EditionEvent(Edition, Kind, Slug, Desk, Language, Article, Fingerprint, Passages, Policy, Gates)
    {
        /// <summary>The version that scheduled it; null where a person published it at once.</summary>
        public long? Schedule { get; init; }
    }

    /// <summary>A correction, a clarification or an editor's note was published.</summary>
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
        /// <summary>The note to readers.</summary>
        public required string Note { get; init; }

        /// <summary>The changes since the previous edition.</summary>
        public required ArticleEdits Changed { get; init; }

        /// <summary>The passages that a correction replaced, as they were; checks of their words are never reinstated.</summary>
        public ImmutableArray<PassageFingerprint> Replaced { get; init; } = [];

        /// <summary>The runs of words that a correction replaced; null when there are none, and in events of earlier builds.</summary>
        public ImmutableArray<ReplacedWords>? ReplacedWords { get; init; }

        /// <summary>Words that an earlier correction replaced and this correction publishes again; null when there are none.</summary>
        public ImmutableArray<string>? RestoredWords { get; init; }
    }

    /// <summary>The publication of exactly these words was scheduled. The version of this event identifies the schedule.</summary>
    /// <param name="Time">When.</param>
    /// <param name="Fingerprint">The article's fingerprint.</param>
    /// <param name="Kind">The kind of a further edition; null for the default.</param>
    public sealed record PublicationScheduled(DateTimeOffset Time, Fingerprint Fingerprint, EditionKind? Kind) : StoryEvent;

    /// <summary>A scheduled publication was cancelled, overtaken by another command, or settled after it had failed.</summary>
    /// <param name="Schedule">The version that scheduled it.</param>
    /// <param name="Time">When it was due.</param>
    /// <param name="Reason">Why; null where none was given.</param>
    public sealed record ScheduleCancelled(long Schedule, DateTimeOffset Time, string? Reason) : StoryEvent;

    /// <summary>A scheduled publication was due, and was refused. The recorded actor is the person who had scheduled it.</summary>
    /// <param name="Schedule">The version that scheduled it.</param>
    /// <param name="Time">When it was due.</param>
    /// <param name="Reason">The code of the reason, as in <see cref="ScheduleFailures"/>.</param>
    /// <param name="Gates">The gates that failed; none for other reasons.</param>
    public sealed record ScheduledPublicationFailed(long Schedule, DateTimeOffset Time, string Reason, ImmutableArray<FailedGate> Gates)
        : StoryEvent;

    /// <summary>The live edition was hidden from readers.</summary>
    /// <param name="Edition">The edition.</param>
    /// <param name="Role">The role in which the person acted: what legal withheld, legal releases.</param>
    /// <param name="Reason">Why.</param>
    public sealed record StoryWithheld(int Edition, Role Role, string Reason) : StoryEvent;

    /// <summary>The withheld edition was shown to readers again.</summary>
    /// <param name="Edition">The edition.</param>
    /// <param name="Reason">Why; null where none was given.</param>
    public sealed record StoryReleased(int Edition, string? Reason) : StoryEvent;

    /// <summary>A published story was retracted, which is final: readers have a notice in its place.</summary>
    /// <param name="Edition">The last edition.</param>
    /// <param name="Reason">Why, for staff.</param>
    /// <param name="Notice">The notice to readers.</param>
    public abstract record TakedownEvent(int Edition, string Reason, string Notice) : StoryEvent;

    /// <summary>A story was retracted. Its page has the notice in place of the article.</summary>
    public sealed record StoryRetracted(int Edition, string Reason, string Notice) : TakedownEvent(Edition, Reason, Notice);

    /// <summary>A story was killed. Nothing of it is public but the notice.</summary>
    /// <param name="Edition">The last edition.</param>
    /// <param name="Role">The role in which the person acted.</param>
    /// <param name="Reason">Why, for staff.</param>
    /// <param name="Notice">The notice to readers.</param>
    public sealed record StoryKilled(int Edition, Role Role, string Reason, string Notice) : TakedownEvent(Edition, Reason, Notice);

    /// <summary>An unpublished story was spiked.</summary>
    public sealed record StorySpiked(string Reason) : StoryEvent
    {
        /// <summary>True where earlier approvals became void; null where there were none, and in events of earlier builds.</summary>
        public bool? VoidsApprovals { get; init; }
    }

    /// <summary>A spiked story was returned to drafting.</summary>
    public sealed record StoryUnspiked(string? Reason) : StoryEvent
    {
        /// <summary>
        /// True where earlier approvals became void because the spike, of an earlier build, had not voided them; null otherwise.
        /// </summary>
        public bool? VoidsApprovals { get; init; }
    }

    /// <summary>The file of an imported story was renamed without other changes.</summary>
    public sealed record FileRenamed(string From, string To) : StoryEvent;
}

/// <summary>A passage's fingerprint in an edition.</summary>
/// <param name="Passage">The passage's id.</param>
/// <param name="Fingerprint">Its fingerprint in that edition.</param>
public readonly record struct PassageFingerprint(string Passage, Fingerprint Fingerprint);

/// <summary>Kinds of editions.</summary>
[JsonConverter(typeof(KebabCaseEnumConverter<EditionKind>))]
public enum EditionKind
{
    /// <summary>Edition 1.</summary>
    First,

    /// <summary>An edition with new facts.</summary>
    Update,

    /// <summary>An edition without a change of words.</summary>
    Refile,

    /// <summary>A fact was wrong; needs a note.</summary>
    Correction,

    /// <summary>Words could be misunderstood; needs a note.</summary>
    Clarification,

    /// <summary>A note on unchanged words.</summary>
    EditorsNote,
}

/// <summary>The event types of a story and their storage names.</summary>
public static class StoryEvents
{
    /// <summary>Every event type with its storage name: the type name in snake case.</summary>
    public static ImmutableSortedDictionary<string, Type> ByName { get; } =
        typeof(StoryEvent)
            .GetNestedTypes()
            .Where(t => !t.IsAbstract && t.IsSubclassOf(typeof(StoryEvent)))
            .ToImmutableSortedDictionary(NameOf, t => t, StringComparer.Ordinal);

    /// <summary>Returns the storage name of an event type: <c>QuoteAttributed</c> is <c>quote_attributed</c>.</summary>
    public static string NameOf(Type type) => System.Text.Json.JsonNamingPolicy.SnakeCaseLower.ConvertName(type.Name);
}
