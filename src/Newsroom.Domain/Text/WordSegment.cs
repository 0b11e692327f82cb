namespace Newsroom.Domain.Text;

/// <summary>Classifies the text between two word boundaries.</summary>
public enum SegmentKind
{
    /// <summary>Punctuation, symbols, emoji.</summary>
    Mark,

    /// <summary>White space within a line.</summary>
    Space,

    /// <summary>A line end; CRLF is one.</summary>
    LineEnd,

    /// <summary>A word of letters, digits or Katakana.</summary>
    Word,

    /// <summary>One ideograph or Hiragana character: a word or a part of one.</summary>
    Ideograph,

    /// <summary>One cluster of a South-East Asian script: usually a part of a word.</summary>
    Cluster,
}

/// <summary>Represents the text between two word boundaries.</summary>
/// <param name="Start">The offset of the first UTF-16 code unit.</param>
/// <param name="End">The offset after the last UTF-16 code unit.</param>
/// <param name="Kind">What the segment consists of.</param>
public readonly record struct WordSegment(int Start, int End, SegmentKind Kind)
{
    /// <summary>Gets the length in UTF-16 code units.</summary>
    public int Length => End - Start;

    /// <summary>Gets whether it is a word or part of one.</summary>
    public bool IsOfWord => Kind is SegmentKind.Word or SegmentKind.Ideograph or SegmentKind.Cluster;

    /// <summary>Gets whether it is white space or a line end.</summary>
    public bool IsWhite => Kind is SegmentKind.Space or SegmentKind.LineEnd;
}
