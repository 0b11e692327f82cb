using Newsroom.Domain.Kernel;

namespace Newsroom.Domain.Text.Quotations;

/// <summary>One stretch of a text that stands in quotation marks.</summary>
/// <param name="Range">Where, the outer marks included.</param>
/// <param name="Words">How many words it has.</param>
/// <param name="InTitleCase">Whether it is written as titles are: at most six words, each with a capital letter, without the end of a
/// sentence.</param>
/// <param name="IsClosed">Whether its mark is closed.</param>
public readonly record struct Quotation(TextRange Range, int Words, bool InTitleCase, bool IsClosed)
{
    /// <summary>What it is proposed as if it is nobody's speech; null where nothing says so.</summary>
    public QuotationProposal? Proposal { get; init; }

    /// <summary>Whether it is a term or a title rather than somebody's words. A mark without a partner is never one.</summary>
    public bool IsTerm(int fewestWords) => IsClosed && (Words < fewestWords || InTitleCase);
}
