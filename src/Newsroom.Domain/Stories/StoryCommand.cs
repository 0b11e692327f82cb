using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Newsroom.Domain.Kernel;
using Newsroom.Domain.Text;
using Newsroom.Domain.Text.Quotations;

namespace Newsroom.Domain.Stories;

/// <summary>
/// A command to a story. This closed list is the public contract: <see cref="CommandCatalog"/> derives names, routes and permissions from
/// it.
/// </summary>
public abstract record StoryCommand
{
    private StoryCommand() { }

    /// <summary>The role to act in; required when several of the actor's roles allow the command.</summary>
    public Role? As { get; init; }

    /// <summary>The version the caller saw (the If-Match header), for commands that require one.</summary>
    [JsonIgnore]
    public long? BasedOn { get; init; }

    /// <summary>Draft an article, which creates a story.</summary>
    public sealed record DraftArticle(string Desk) : StoryCommand
    {
        /// <summary>Plain text; may be empty when the body is not.</summary>
        public string Headline { get; init; } = "";

        /// <summary>Plain text.</summary>
        public string Standfirst { get; init; } = "";

        /// <summary>Markdown without raw HTML.</summary>
        public string Body { get; init; } = "";

        /// <summary>The byline that readers see.</summary>
        public string Byline { get; init; } = "";

        /// <summary>The place and date of the report that readers see.</summary>
        public string Dateline { get; init; } = "";

        /// <summary>BCP 47 tag; the desk's language by default.</summary>
        public string? Language { get; init; }

        /// <summary>
        /// Lower-case words joined by hyphens; derived from the headline by default, and not from the words of a confidential story.
        /// </summary>
        public string? Slug { get; init; }

        /// <summary>Whether the story is confidential from the beginning.</summary>
        public bool Confidential { get; init; }

        /// <summary>The retracted or killed story for which this one is a substitute; none by default.</summary>
        public Guid? Replaces { get; init; }

        /// <summary>The story of which this one is a translation, in another language; none by default.</summary>
        public Guid? TranslationOf { get; init; }
    }

    /// <summary>Change desk, language, byline, dateline or slug; null members stay.</summary>
    public sealed record DescribeStory : StoryCommand
    {
        /// <summary>The desk it belongs to.</summary>
        public string? Desk { get; init; }

        /// <summary>BCP 47.</summary>
        public string? Language { get; init; }

        /// <summary>The byline that readers see.</summary>
        public string? Byline { get; init; }

        /// <summary>The place and date of the report that readers see.</summary>
        public string? Dateline { get; init; }

        /// <summary>Cannot change after edition 1.</summary>
        public string? Slug { get; init; }
    }

    /// <summary>Replace whole texts; null members stay.</summary>
    public sealed record ReviseArticle : StoryCommand
    {
        /// <summary>The whole new headline.</summary>
        public string? Headline { get; init; }

        /// <summary>The whole new standfirst.</summary>
        public string? Standfirst { get; init; }

        /// <summary>The whole new body.</summary>
        public string? Body { get; init; }

        /// <summary>The whole new text of a field; null where it stays.</summary>
        public string? Text(ArticleField field) =>
            field switch
            {
                ArticleField.Headline => Headline,
                ArticleField.Standfirst => Standfirst,
                _ => Body,
            };
    }

    /// <summary>Restore headline, standfirst and body of an earlier version; words keep their authors.</summary>
    public sealed record RestoreRevision(long Version) : StoryCommand;

    /// <summary>Attribute words to a speaker; with a quote's id, reattribute it.</summary>
    /// <param name="Words">The words; null where a range or a quotation names the place.</param>
    /// <param name="Speaker">The speaker.</param>
    public sealed record AttributeQuote(string? Words, string Speaker) : StoryCommand
    {
        [JsonConstructor]
        private AttributeQuote(string speaker)
            : this(Words: null, speaker) { }

        /// <summary>The quote to reattribute.</summary>
        public string? Quote { get; init; }

        /// <summary>The field that has the words.</summary>
        public ArticleField Field { get; init; } = ArticleField.Body;

        /// <summary>The start of the words in UTF-16 code units; required where they occur more than once.</summary>
        public int? Start { get; init; }

        /// <summary>The place of the words, instead of the words.</summary>
        public FieldRange? Range { get; init; }

        /// <summary>A quotation with the words, instead of the words.</summary>
        public QuotationPlace? Quotation { get; init; }

        /// <summary>The attributing words ("said the mayor"); the occurrence nearest the quote is used.</summary>
        public string? Attribution { get; init; }

        /// <summary>The start of the attribution, to select another occurrence.</summary>
        public int? AttributionStart { get; init; }
    }

    /// <summary>Mark words as a claim of fact.</summary>
    /// <param name="Words">The words; null where a range or a quotation names the place.</param>
    public sealed record FlagClaim(string? Words = null) : StoryCommand
    {
        /// <summary>The field that has the words.</summary>
        public ArticleField Field { get; init; } = ArticleField.Body;

        /// <summary>The start of the words in UTF-16 code units; required where they occur more than once.</summary>
        public int? Start { get; init; }

        /// <summary>The place of the words, instead of the words.</summary>
        public FieldRange? Range { get; init; }

        /// <summary>A quotation with the words, instead of the words.</summary>
        public QuotationPlace? Quotation { get; init; }
    }

    /// <summary>Withdraw a quote.</summary>
    public sealed record WithdrawQuote(string Quote, string Reason) : StoryCommand;

    /// <summary>Withdraw a claim.</summary>
    public sealed record WithdrawClaim(string Claim, string Reason) : StoryCommand;

    /// <summary>Dismiss quoted words as not being speech.</summary>
    public sealed record DismissQuotation(string Words, string Reason) : StoryCommand
    {
        /// <summary>The field that has the words.</summary>
        public ArticleField Field { get; init; } = ArticleField.Body;

        /// <summary>The start of the words in UTF-16 code units; required where they occur more than once.</summary>
        public int? Start { get; init; }
    }

    /// <summary>Dismiss every quotation that is proposed for dismissal.</summary>
    public sealed record DismissProposed(string Reason) : StoryCommand
    {
        /// <summary>The kind of proposal to dismiss; all kinds by default.</summary>
        public QuotationProposal? Proposal { get; init; }

        /// <summary>Phrases dismissed before in another story, as <c>quoted</c> lists them.</summary>
        public ImmutableArray<Fingerprint> Phrases { get; init; } = [];
    }

    /// <summary>Give a verdict on a passage.</summary>
    public sealed record FactCheck(string Passage, Fingerprint Fingerprint, Verdict Verdict) : StoryCommand
    {
        /// <summary>The method of the check.</summary>
        public string? Method { get; init; }

        /// <summary>The evidence; required for verified.</summary>
        public ImmutableArray<EvidenceItem> Evidence { get; init; } = [];

        /// <summary>The reason; required for every other verdict.</summary>
        public string? Reason { get; init; }
    }

    /// <summary>Claim the check of a passage, so that others see who is checking it.</summary>
    public sealed record ClaimCheck(string Passage) : StoryCommand;

    /// <summary>Release the check of a passage that the caller claimed.</summary>
    public sealed record ReleaseCheck(string Passage) : StoryCommand;

    /// <summary>Add a note.</summary>
    public sealed record AddNote(string Text) : StoryCommand
    {
        /// <summary>Whether publication is blocked until it is resolved.</summary>
        public bool MustResolve { get; init; }

        /// <summary>The passage it refers to.</summary>
        public string? Passage { get; init; }
    }

    /// <summary>Resolve a note.</summary>
    public sealed record ResolveNote(string Note) : StoryCommand;

    /// <summary>Assign the story; without an assignee, unassign it.</summary>
    public sealed record Assign : StoryCommand
    {
        /// <summary>The person, as in <see cref="Actor.Person"/>, or a bare name of the local issuer.</summary>
        public string? Assignee { get; init; }
    }

    /// <summary>Set when the story is due, and its priority; this replaces both.</summary>
    public sealed record PlanStory : StoryCommand
    {
        /// <summary>When it is due; none by default.</summary>
        public DateTimeOffset? Due { get; init; }

        /// <summary>Low, normal, high or urgent; normal by default.</summary>
        public Priority? Priority { get; init; }
    }

    /// <summary>Submit the story for review.</summary>
    public sealed record SubmitForReview : StoryCommand;

    /// <summary>Request changes; earlier approvals become void.</summary>
    public sealed record RequestChanges(string Reason) : StoryCommand;

    /// <summary>Approve the whole article.</summary>
    public sealed record Approve(Fingerprint Fingerprint) : StoryCommand;

    /// <summary>Withdraw the caller's approval.</summary>
    public sealed record WithdrawApproval : StoryCommand
    {
        /// <summary>The reason, for the history and the audit trail; null for none.</summary>
        public string? Reason { get; init; }
    }

    /// <summary>Place a hold: nothing publishes until it is lifted.</summary>
    public sealed record PlaceHold(string Reason) : StoryCommand;

    /// <summary>Lift a hold.</summary>
    public sealed record LiftHold(string Hold) : StoryCommand
    {
        /// <summary>The reason, for the history and the audit trail; null for none.</summary>
        public string? Reason { get; init; }
    }

    /// <summary>Make the story confidential, or replace the people who are admitted to it by name.</summary>
    public sealed record MarkConfidential(string Reason) : StoryCommand
    {
        /// <summary>
        /// People who may read it besides its drafter, authors, assignee, everyone who acted on it, editors, legal and chief-editors.
        /// </summary>
        public ImmutableArray<string> Readers { get; init; } = [];
    }

    /// <summary>Make the story readable by everyone on the staff again.</summary>
    public sealed record LiftConfidentiality(string Reason) : StoryCommand;

    /// <summary>Require legal clearance before publication.</summary>
    public sealed record RequestLegalReview(string Reason) : StoryCommand;

    /// <summary>Set an embargo.</summary>
    public sealed record SetEmbargo(DateTimeOffset Until) : StoryCommand
    {
        /// <summary>The reason, for the history and the audit trail; null for none.</summary>
        public string? Reason { get; init; }
    }

    /// <summary>Lift the embargo.</summary>
    public sealed record LiftEmbargo : StoryCommand
    {
        /// <summary>The reason, for the history and the audit trail; null for none.</summary>
        public string? Reason { get; init; }
    }

    /// <summary>Waive a gate for one subject at its current fingerprint.</summary>
    /// <param name="Gate">The gate.</param>
    /// <param name="Subject">The subject of the gate's reason: a passage, a note, a field with a quotation, or <c>article</c>.</param>
    /// <param name="Fingerprint">The subject's fingerprint, as in the gate's reason.</param>
    /// <param name="Reason">Why.</param>
    public sealed record WaiveGate(Gate Gate, string Subject, Fingerprint Fingerprint, string Reason) : StoryCommand;

    /// <summary>Publish edition 1, or a further edition of a live story.</summary>
    public sealed record Publish : StoryCommand
    {
        /// <summary>The kind of a further edition; update by default.</summary>
        public EditionKind? Kind { get; init; }
    }

    /// <summary>Publish a correction, a clarification or an editor's note of a live story.</summary>
    /// <param name="Kind">Correction, clarification or editors-note.</param>
    /// <param name="Note">The note to readers.</param>
    public sealed record Correct(EditionKind Kind, string Note) : StoryCommand;

    /// <summary>Publish exactly these words at a time.</summary>
    /// <param name="Time">When: an instant with its offset.</param>
    public sealed record Schedule(DateTimeOffset Time) : StoryCommand
    {
        /// <summary>The kind of a further edition; update by default.</summary>
        public EditionKind? Kind { get; init; }
    }

    /// <summary>Cancel the scheduled publication, or settle one that failed.</summary>
    public sealed record CancelSchedule : StoryCommand
    {
        /// <summary>The reason, for the history and the audit trail; null for none.</summary>
        public string? Reason { get; init; }
    }

    /// <summary>Hide a live story from readers until it is released.</summary>
    /// <param name="Reason">Why; staff see it.</param>
    public sealed record Withhold(string Reason) : StoryCommand;

    /// <summary>Show a withheld story to readers again, as it was.</summary>
    public sealed record Release : StoryCommand
    {
        /// <summary>Why; staff see it.</summary>
        public string? Reason { get; init; }
    }

    /// <summary>Retract a published story: readers see a notice in place of the article. It cannot be undone.</summary>
    /// <param name="Reason">Why; staff see it.</param>
    /// <param name="Notice">The notice to readers.</param>
    public sealed record Retract(string Reason, string Notice) : StoryCommand;

    /// <summary>Kill a published story: readers see only that it is gone, with a notice. It cannot be undone.</summary>
    /// <param name="Reason">Why; staff see it.</param>
    /// <param name="Notice">The notice to readers.</param>
    public sealed record Kill(string Reason, string Notice) : StoryCommand;

    /// <summary>Spike an unpublished story.</summary>
    public sealed record Spike(string Reason) : StoryCommand;

    /// <summary>Return a spiked story to drafting.</summary>
    public sealed record Unspike : StoryCommand
    {
        /// <summary>The reason, for the history and the audit trail; null for none.</summary>
        public string? Reason { get; init; }
    }
}
