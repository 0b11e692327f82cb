using Newsroom.Domain.Text;
using Newsroom.Domain.Text.Quotations;

namespace Newsroom.Domain.Stories;

/// <summary>The subject of a gate's reason: a part of <see cref="GateReason"/> that a publication stores.</summary>
public abstract record ReasonDetails
{
    private protected ReasonDetails() { }

    /// <summary>
    /// The subject's fingerprint, for <c>fact-check</c>, <c>approve</c> and <c>waive-gate</c>; null where no command needs it.
    /// </summary>
    public Fingerprint? Fingerprint { get; init; }

    /// <summary>The field of the words.</summary>
    public ArticleField? Field { get; init; }

    /// <summary>The range of the words.</summary>
    public TextRange? Range { get; init; }

    /// <summary>The words.</summary>
    public string? Words { get; init; }

    /// <summary>For quoted words, the quote that overlaps them, to be checked or reattributed; null where there is none.</summary>
    public string? Quote { get; init; }

    /// <summary>For words found wrong or disputed, the passage that has them; null where there is none.</summary>
    public string? Passage { get; init; }

    /// <summary>For words found wrong or disputed, the fingerprint of the words alone; null otherwise.</summary>
    public Fingerprint? WordsAlone { get; init; }

    /// <summary>For quoted words, why they look like something other than speech; null where nothing suggests it.</summary>
    public QuotationProposal? Proposal { get; init; }

    /// <summary>The latest dismissal of the same words in another story; null where there is none, or before the lookup.</summary>
    public DismissedPhrase? DismissedBefore { get; init; }

    /// <summary>Its waiver; null where there is none.</summary>
    public Waiver? Waiver { get; init; }
}
