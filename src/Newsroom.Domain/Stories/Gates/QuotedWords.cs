using System.Text.Json.Serialization;
using Newsroom.Domain.Kernel;
using Newsroom.Domain.Text;
using Newsroom.Domain.Text.Quotations;

namespace Newsroom.Domain.Stories.Gates;

/// <summary>States of quoted words.</summary>
[JsonConverter(typeof(KebabCaseEnumConverter<QuotedState>))]
public enum QuotedState
{
    /// <summary>Attributed as a quote.</summary>
    Attributed,

    /// <summary>Dismissed.</summary>
    Dismissed,

    /// <summary>A term or a title, which needs no attribution.</summary>
    Term,

    /// <summary>A quotation without a quote.</summary>
    Unattributed,

    /// <summary>The mark has no partner, so the end is unknown.</summary>
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
    /// <summary>The number in the list, from 1, by which <c>attribute-quote</c> and <c>flag-claim</c> name it; 0 in other lists.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public int Number { get; init; }

    /// <summary>
    /// For an unattributed quotation, why it looks like something other than speech; null where nothing suggests it. It blocks until it is
    /// dismissed.
    /// </summary>
    public QuotationProposal? Proposal { get; init; }

    /// <summary>
    /// For an unattributed quotation short enough to be stored, the phrase that <c>dismiss-proposed</c> names; null otherwise.
    /// </summary>
    public Fingerprint? Phrase { get; init; }

    /// <summary>The latest dismissal of the same words in another story; null where there is none or it was not looked up.</summary>
    public DismissedPhrase? DismissedBefore { get; init; }

    /// <summary>The visible words.</summary>
    [JsonIgnore]
    public string Read { get; init; } = "";
}
