using System.Text.Json.Serialization;
using Newsroom.Domain.Kernel;
using Newsroom.Domain.Text;
using Newsroom.Domain.Text.Quotations;

namespace Newsroom.Domain.Stories.Gates;

/// <summary>States of quoted words.</summary>
[JsonConverter(typeof(KebabCaseEnumConverter<QuotedState>))]
public enum QuotedState
{
    /// <summary>They are an attributed quote.</summary>
    Attributed,

    /// <summary>They were dismissed.</summary>
    Dismissed,

    /// <summary>They are a term or a title, which needs no attribution.</summary>
    Term,

    /// <summary>They are a quotation without a quote.</summary>
    Unattributed,

    /// <summary>Their mark has no partner, so their end is unknown.</summary>
    Unclosed,
}

/// <summary>Words in quotation marks.</summary>
/// <param name="Field">The field.</param>
/// <param name="Range">The range, marks included.</param>
/// <param name="Words">The words, marks and markup included: what <c>attribute-quote</c> and <c>dismiss-quotation</c> name.</param>
/// <param name="State">The state.</param>
/// <param name="Fingerprint">SHA-256 over the words; dismissals are bound to it.</param>
/// <param name="Quote">The quote of these words, else one that overlaps them, else null.</param>
/// <param name="Check">The state of that quote's checks.</param>
/// <param name="Dismissal">Their dismissal; null where there is none.</param>
public sealed record QuotedWords(
    ArticleField Field,
    TextRange Range,
    string Words,
    QuotedState State,
    Fingerprint Fingerprint,
    string? Quote,
    PassageState? Check,
    Dismissal? Dismissal
)
{
    /// <summary>
    /// Of an unattributed quotation, why it looks like nobody's speech; null where nothing says so. It blocks until it is dismissed.
    /// </summary>
    public QuotationProposal? Proposal { get; init; }

    /// <summary>
    /// Of an unattributed quotation short enough to be remembered, the phrase that <c>dismiss-proposed</c> names; null otherwise.
    /// </summary>
    public Fingerprint? Phrase { get; init; }

    /// <summary>The latest dismissal of the same words in another story; null where there is none or it was not looked up.</summary>
    public DismissedPhrase? DismissedBefore { get; init; }

    /// <summary>The words as a reader reads them.</summary>
    [JsonIgnore]
    public string Read { get; init; } = "";
}
