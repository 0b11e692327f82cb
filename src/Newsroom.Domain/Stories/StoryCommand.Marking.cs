using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Newsroom.Domain.Text;
using Newsroom.Domain.Text.Quotations;

namespace Newsroom.Domain.Stories;

/// <content>Commands on quotes, claims and quoted words that are neither.</content>
public abstract partial record StoryCommand
{
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
}
