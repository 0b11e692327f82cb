using System.Text.Json.Serialization;
using Newsroom.Domain.Kernel;
using Newsroom.Domain.Text;
using Newsroom.Domain.Text.Quotations;

namespace Newsroom.Domain.Stories.Gates;

/// <summary>What has become of words in quotation marks.</summary>
[JsonConverter(typeof(KebabCaseEnumConverter<QuotedState>))]
public enum QuotedState
{
    /// <summary>They are a quote with a speaker.</summary>
    Attributed,

    /// <summary>Somebody said that they are nobody's speech.</summary>
    Dismissed,

    /// <summary>Too few words for a quotation, or a title; nobody needs to attribute them.</summary>
    Term,

    /// <summary>A quotation that is no quote yet.</summary>
    Unattributed,

    /// <summary>Their mark is not closed, so nobody can tell whose words end where.</summary>
    Unclosed,
}

/// <summary>Words in quotation marks, as they stand in an article.</summary>
/// <param name="Field">The text they stand in.</param>
/// <param name="Range">Where, marks included.</param>
/// <param name="Words">The words, marks and markup included: what <c>attribute-quote</c> and <c>dismiss-quotation</c> name.</param>
/// <param name="State">What has become of them.</param>
/// <param name="Fingerprint">Of the words: what a dismissal is bound to.</param>
/// <param name="Quote">The quote they are; of those that are none, one that has some of them; otherwise null.</param>
/// <param name="Check">How that quote stands with the fact-checkers.</param>
/// <param name="Dismissal">Who said that they are nobody's speech, and why.</param>
public sealed record QuotedWords(
    ArticleField Field,
    TextRange Range,
    string Words,
    QuotedState State,
    Fingerprint Fingerprint,
    string? Quote,
    PassageState? Check,
    Dismissal? Dismissal)
{
    /// <summary>
    /// Of an unattributed quotation, why it looks like nobody's speech; null where nothing says so. It blocks until it is dismissed.
    /// </summary>
    public QuotationProposal? Proposal { get; init; }

    /// <summary>Of an unattributed quotation short enough to be remembered, the phrase that <c>dismiss-proposed</c> names; null otherwise.</summary>
    public Fingerprint? Phrase { get; init; }

    /// <summary>The latest dismissal of the same words in another story; null where there is none or it was not looked up.</summary>
    public DismissedPhrase? DismissedBefore { get; init; }

    /// <summary>The words as a reader reads them.</summary>
    [JsonIgnore]
    public string Read { get; init; } = "";
}
