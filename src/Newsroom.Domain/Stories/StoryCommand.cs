using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Newsroom.Domain.Kernel;
using Newsroom.Domain.Text;
using Newsroom.Domain.Text.Quotations;

namespace Newsroom.Domain.Stories;

/// <summary>
/// Everything a person can ask of a story. This closed list is the public contract: <see cref="CommandCatalog"/> makes names, addresses and permissions of it.
/// </summary>
public abstract record StoryCommand
{
    private StoryCommand() { }

    /// <summary>The role to act in; needed when several of the actor's roles fit the command.</summary>
    public Role? As { get; init; }

    /// <summary>The version the caller saw, for the commands that need one (the If-Match header).</summary>
    [JsonIgnore]
    public long? BasedOn { get; init; }

    /// <summary>Begin a story.</summary>
    public sealed record DraftArticle(string Desk) : StoryCommand
    {
        /// <summary>Plain text; may be empty when the body is not.</summary>
        public string Headline { get; init; } = "";

        /// <summary>Plain text.</summary>
        public string Standfirst { get; init; } = "";

        /// <summary>Markdown without raw HTML.</summary>
        public string Body { get; init; } = "";

        /// <summary>Who signs it, for readers.</summary>
        public string Byline { get; init; } = "";

        /// <summary>Where and when it was reported from, for readers.</summary>
        public string Dateline { get; init; } = "";

        /// <summary>BCP 47; the desk's language when not given.</summary>
        public string? Language { get; init; }

        /// <summary>Its name in addresses: lower-case words joined by hyphens; made from the headline when not given.</summary>
        public string? Slug { get; init; }
    }

    /// <summary>Change what the story says of itself; what is not given stays.</summary>
    public sealed record DescribeStory : StoryCommand
    {
        /// <summary>The desk it belongs to.</summary>
        public string? Desk { get; init; }

        /// <summary>BCP 47.</summary>
        public string? Language { get; init; }

        /// <summary>Who signs it, for readers.</summary>
        public string? Byline { get; init; }

        /// <summary>Where and when it was reported from, for readers.</summary>
        public string? Dateline { get; init; }

        /// <summary>Its name in addresses; fixed by edition 1.</summary>
        public string? Slug { get; init; }
    }

    /// <summary>Replace whole texts; what is not given stays.</summary>
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

    /// <summary>Put back the headline, standfirst and body of an earlier version; their words stay their authors'.</summary>
    public sealed record RestoreRevision(long Version) : StoryCommand;

    /// <summary>Say whose words these are; with the id of a quote, say it anew.</summary>
    public sealed record AttributeQuote(string Words, string Speaker) : StoryCommand
    {
        /// <summary>The quote to attribute anew.</summary>
        public string? Quote { get; init; }

        /// <summary>The text the words are in.</summary>
        public ArticleField Field { get; init; } = ArticleField.Body;

        /// <summary>Where the words begin, in UTF-16 code units; needed only where they occur more than once.</summary>
        public int? Start { get; init; }

        /// <summary>The words that attribute it ("said the mayor"); the occurrence nearest the quote is meant.</summary>
        public string? Attribution { get; init; }

        /// <summary>Where the attribution begins, to mean another occurrence.</summary>
        public int? AttributionStart { get; init; }
    }

    /// <summary>Say that these words assert a fact that can be checked.</summary>
    public sealed record FlagClaim(string Words) : StoryCommand
    {
        /// <summary>The text the words are in.</summary>
        public ArticleField Field { get; init; } = ArticleField.Body;

        /// <summary>Where the words begin, in UTF-16 code units; needed only where they occur more than once.</summary>
        public int? Start { get; init; }
    }

    /// <summary>Treat a quote as one no more.</summary>
    public sealed record WithdrawQuote(string Quote, string Reason) : StoryCommand;

    /// <summary>Treat a claim as one no more.</summary>
    public sealed record WithdrawClaim(string Claim, string Reason) : StoryCommand;

    /// <summary>Say that quoted words are nobody's speech.</summary>
    public sealed record DismissQuotation(string Words, string Reason) : StoryCommand
    {
        /// <summary>The text the words are in.</summary>
        public ArticleField Field { get; init; } = ArticleField.Body;

        /// <summary>Where the words begin, in UTF-16 code units; needed only where they occur more than once.</summary>
        public int? Start { get; init; }
    }

    /// <summary>Dismiss all quotations that are proposed as nobody's speech.</summary>
    public sealed record DismissProposed(string Reason) : StoryCommand
    {
        /// <summary>Only those proposed as this; all when not given.</summary>
        public QuotationProposal? Proposal { get; init; }

        /// <summary>Phrases that <c>quoted</c> shows as dismissed before, in another story.</summary>
        public ImmutableArray<Fingerprint> Phrases { get; init; } = [];
    }

    /// <summary>Give a verdict on the words of a passage.</summary>
    public sealed record FactCheck(string Passage, Fingerprint Fingerprint, Verdict Verdict) : StoryCommand
    {
        /// <summary>How it was checked.</summary>
        public string? Method { get; init; }

        /// <summary>What the verdict rests on; needed for verified.</summary>
        public ImmutableArray<EvidenceItem> Evidence { get; init; } = [];

        /// <summary>Why; needed for every other verdict.</summary>
        public string? Reason { get; init; }
    }

    /// <summary>Leave a note.</summary>
    public sealed record AddNote(string Text) : StoryCommand
    {
        /// <summary>Whether publication waits until it is resolved.</summary>
        public bool MustResolve { get; init; }

        /// <summary>The passage it is about.</summary>
        public string? Passage { get; init; }
    }

    /// <summary>Settle a note.</summary>
    public sealed record ResolveNote(string Note) : StoryCommand;

    /// <summary>Give the story to somebody; to nobody when no assignee is given.</summary>
    public sealed record Assign : StoryCommand
    {
        /// <summary>The person, as in <see cref="Actor.Person"/>, or a bare name of the local issuer.</summary>
        public string? Assignee { get; init; }
    }

    /// <summary>Hand the story to review.</summary>
    public sealed record SubmitForReview : StoryCommand;

    /// <summary>Send the story back; approvals given before are void.</summary>
    public sealed record RequestChanges(string Reason) : StoryCommand;

    /// <summary>Stand behind the whole article.</summary>
    public sealed record Approve(Fingerprint Fingerprint) : StoryCommand;

    /// <summary>Stand behind it no longer.</summary>
    public sealed record WithdrawApproval : StoryCommand
    {
        /// <summary>Why.</summary>
        public string? Reason { get; init; }
    }

    /// <summary>Stop the story: nothing publishes while a hold stands.</summary>
    public sealed record PlaceHold(string Reason) : StoryCommand;

    /// <summary>Lift a stop.</summary>
    public sealed record LiftHold(string Hold) : StoryCommand
    {
        /// <summary>Why.</summary>
        public string? Reason { get; init; }
    }

    /// <summary>Have legal clear the story before it is published.</summary>
    public sealed record RequestLegalReview(string Reason) : StoryCommand;

    /// <summary>Let nothing publish before an instant.</summary>
    public sealed record SetEmbargo(DateTimeOffset Until) : StoryCommand
    {
        /// <summary>Why.</summary>
        public string? Reason { get; init; }
    }

    /// <summary>Let the story wait no more.</summary>
    public sealed record LiftEmbargo : StoryCommand
    {
        /// <summary>Why.</summary>
        public string? Reason { get; init; }
    }

    /// <summary>Make an exception to a gate, for one subject as it is.</summary>
    /// <param name="Gate">The gate.</param>
    /// <param name="Subject">What it fails for, as the gate's reason names it: a passage, a note, a field with a quotation, or <c>article</c>.</param>
    /// <param name="Fingerprint">Of that subject, as the gate's reason names it.</param>
    /// <param name="Reason">Why.</param>
    public sealed record WaiveGate(Gate Gate, string Subject, Fingerprint Fingerprint, string Reason) : StoryCommand;

    /// <summary>Publish the article: edition 1, or a further one of a live story.</summary>
    public sealed record Publish : StoryCommand
    {
        /// <summary>What a further edition is to readers; update when not given.</summary>
        public EditionKind? Kind { get; init; }
    }

    /// <summary>Publish an edition of a live story that says what was wrong or unclear in the one before, or, as an editor's note, what readers should know of it.</summary>
    /// <param name="Kind">Correction, clarification or editors-note.</param>
    /// <param name="Note">What readers are told.</param>
    public sealed record Correct(EditionKind Kind, string Note) : StoryCommand;

    /// <summary>Decide that an unpublished story will not run.</summary>
    public sealed record Spike(string Reason) : StoryCommand;

    /// <summary>Let a spiked story run after all.</summary>
    public sealed record Unspike : StoryCommand
    {
        /// <summary>Why.</summary>
        public string? Reason { get; init; }
    }
}
