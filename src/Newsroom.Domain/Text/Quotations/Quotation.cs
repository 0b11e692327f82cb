using Newsroom.Domain.Kernel;

namespace Newsroom.Domain.Text.Quotations;

/// <summary>Represents a stretch of text in quotation marks.</summary>
/// <param name="Range">The range, including the outer marks.</param>
/// <param name="Words">The number of words.</param>
/// <param name="InTitleCase">Whether it is in title case: at most six words, each capitalised, without the end of a sentence.</param>
/// <param name="IsClosed">Whether it has a closing mark.</param>
public readonly record struct Quotation(TextRange Range, int Words, bool InTitleCase, bool IsClosed)
{
    /// <summary>Gets the proposal to treat it as something other than speech; null if there is none.</summary>
    public QuotationProposal? Proposal { get; init; }

    /// <summary>Returns whether it is a term or title rather than speech. Never true for an unpaired mark.</summary>
    public bool IsTerm(int fewestWords) => IsClosed && (Words < fewestWords || InTitleCase);
}
