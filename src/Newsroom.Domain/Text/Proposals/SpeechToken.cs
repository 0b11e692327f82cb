namespace Newsroom.Domain.Text.Proposals;

/// <summary>Kinds of tokens.</summary>
internal enum SpeechTokenKind
{
    /// <summary>A word, a number, an abbreviation with its full stop, or a quoted term.</summary>
    Word,

    /// <summary>A punctuation mark within a sentence.</summary>
    Mark,

    /// <summary>The mark that ends a sentence.</summary>
    End,

    /// <summary>A quotation.</summary>
    Quotation,

    /// <summary>The end of a paragraph.</summary>
    Break,
}

/// <summary>A token of a text.</summary>
/// <param name="Kind">The kind.</param>
/// <param name="Range">The range in the visible text.</param>
/// <param name="Lower">The word or mark in lower case; empty for a quotation and a break.</param>
/// <param name="IsCapital">Whether a word begins with a capital letter.</param>
internal readonly record struct SpeechToken(SpeechTokenKind Kind, TextRange Range, string Lower, bool IsCapital)
{
    public bool IsWord => Kind == SpeechTokenKind.Word;

    public bool IsMark(char mark) => Kind == SpeechTokenKind.Mark && Lower[0] == mark;

    /// <summary>Gets whether it is a quotation mark of a term or title.</summary>
    public bool IsQuotationMark => Kind == SpeechTokenKind.Mark && Lower[0] is '„' or '“' or '"' or '»' or '«';

    /// <summary>Gets whether no clause continues over it.</summary>
    public bool IsStop => Kind is SpeechTokenKind.End or SpeechTokenKind.Quotation or SpeechTokenKind.Break;
}
