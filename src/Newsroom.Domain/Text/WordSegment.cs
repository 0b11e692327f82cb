namespace Newsroom.Domain.Text;

/// <summary>What stands between two word boundaries.</summary>
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

    /// <summary>One ideograph or Hiragana: all of a word, or a part of one.</summary>
    Ideograph,

    /// <summary>
    /// One cluster of a South-East Asian script, whose words only a dictionary tells apart: nearly always a part of a word.
    /// </summary>
    Cluster,
}

/// <summary>A stretch of a text between two word boundaries.</summary>
/// <param name="Start">Offset of its first UTF-16 code unit.</param>
/// <param name="End">Offset just behind its last.</param>
/// <param name="Kind">What it is.</param>
public readonly record struct WordSegment(int Start, int End, SegmentKind Kind)
{
    /// <summary>Number of UTF-16 code units.</summary>
    public int Length => End - Start;

    /// <summary>Whether it is a word, or belongs to one.</summary>
    public bool IsOfWord => Kind is SegmentKind.Word or SegmentKind.Ideograph or SegmentKind.Cluster;

    /// <summary>Whether it is white space or a line end.</summary>
    public bool IsWhite => Kind is SegmentKind.Space or SegmentKind.LineEnd;
}
