using Newsroom.Domain.Articles;

namespace Newsroom.Domain.Gates;

/// <summary>One stretch of a text that stands in quotation marks.</summary>
/// <param name="Range">Where, the outer marks included.</param>
/// <param name="Words">How many words it has.</param>
/// <param name="InTitleCase">Whether every word begins with an upper-case letter or a digit, as titles do.</param>
/// <param name="IsClosed">Whether its mark is closed.</param>
public readonly record struct Quotation(TextRange Range, int Words, bool InTitleCase, bool IsClosed)
{
    /// <summary>Whether it is a term or a title rather than somebody's words.</summary>
    public bool IsTerm(int fewestWords) => IsClosed && (Words < fewestWords || InTitleCase);
}
