using Newsroom.Domain.Kernel;

namespace Newsroom.Domain.Text;

/// <summary>
/// Finds word boundaries (UAX #29, Unicode 16.0.0) from built-in tables, independent of ICU. Without a dictionary, ideographs and Hiragana
/// are segments of one character, and South-East Asian scripts (Thai, Lao, Khmer, Myanmar) of one cluster; <see cref="SegmentKind"/>
/// distinguishes them from words.
/// </summary>
public static class WordSegmentation
{
    /// <summary>Returns the segment that begins at a boundary, in amortised constant time per character.</summary>
    /// <param name="text">The text to split.</param>
    /// <param name="boundary">0 or the end of another segment; less than the length.</param>
    public static WordSegment At(ReadOnlySpan<char> text, int boundary)
    {
        var first = PropertyAt(text, boundary, out var length);
        var at = boundary + length;
        if (first is WordBreak.CarriageReturn)
        {
            return new WordSegment(boundary, at < text.Length && text[at] == '\n' ? at + 1 : at, SegmentKind.LineEnd);
        }

        if (first is WordBreak.LineFeed or WordBreak.Newline)
        {
            return new WordSegment(boundary, at, SegmentKind.LineEnd);
        }

        // The last significant character; those that attach to one (WB4) are skipped.
        var (last, ofWord, indicators, previous) = (first, IsOfWord(first), first == WordBreak.RegionalIndicator ? 1 : 0, first);
        while (at < text.Length)
        {
            var next = PropertyAt(text, at, out length);
            if (Attaches(next))
            {
                (at, previous) = (at + length, next);
                continue;
            }

            if (IsBridge(last, next) && BridgedTo(text, at + length, out var end) is { } far && Bridges(last, next, far))
            {
                (at, last, previous, indicators, ofWord) = (end, far, far, 0, true);
                continue;
            }

            var joins =
                (previous == WordBreak.Joiner && IsPictograph(next)) // WB3c
                || (previous == WordBreak.Space && next == WordBreak.Space) // WB3d
                || Joins(last, next, indicators);
            if (!joins)
            {
                break;
            }

            indicators = next == WordBreak.RegionalIndicator ? indicators + 1 : 0;
            (at, last, previous, ofWord) = (at + length, next, next, ofWord || IsOfWord(next));
        }

        return new WordSegment(boundary, at, KindOf(text, boundary, first, ofWord));
    }

    /// <summary>Returns the next boundary.</summary>
    /// <param name="text">The text to split.</param>
    /// <param name="boundary">0 or another boundary; less than the length.</param>
    public static int Next(ReadOnlySpan<char> text, int boundary) => At(text, boundary).End;

    /// <summary>Splits a text into segments; concatenated they are the text.</summary>
    public static IEnumerable<WordSegment> Segments(string text)
    {
        for (var at = 0; at < text.Length;)
        {
            var segment = At(text, at);
            yield return segment;
            at = segment.End;
        }
    }

    /// <summary>Lists the word boundaries in order, including beginning and end; none for an empty text.</summary>
    public static IEnumerable<int> Boundaries(string text) =>
        text.Length == 0 ? [] : Segments(text).Select(segment => segment.End).Prepend(0);

    /// <summary>Lists the words, ideographs and clusters of a text.</summary>
    public static IEnumerable<TextRange> Words(string text) =>
        Segments(text).Where(s => s.IsOfWord).Select(s => new TextRange(s.Start, s.End));

    /// <summary>Applies the rules on two characters: WB5, WB7a, WB8 to WB10, WB13 to WB16.</summary>
    private static bool Joins(WordBreak last, WordBreak next, int indicators) =>
        (last, next) switch
        {
            _ when IsLetter(last) && IsLetter(next) => true,
            _ when IsLetter(last) && next == WordBreak.Numeric => true,
            _ when last == WordBreak.Numeric && IsLetter(next) => true,
            (WordBreak.HebrewLetter, WordBreak.SingleQuote) => true,
            (WordBreak.Numeric, WordBreak.Numeric) => true,
            (WordBreak.Katakana, WordBreak.Katakana) => true,
            (_, WordBreak.ExtendNumLet) => IsLetter(last) || last is WordBreak.Numeric or WordBreak.Katakana or WordBreak.ExtendNumLet,
            (WordBreak.ExtendNumLet, _) => IsLetter(next) || next is WordBreak.Numeric or WordBreak.Katakana,
            (WordBreak.RegionalIndicator, WordBreak.RegionalIndicator) => indicators % 2 == 1,
            _ => false,
        };

    /// <summary>Returns whether a mark may be inside a word or number after such a character (WB6, WB7b, WB12).</summary>
    private static bool IsBridge(WordBreak last, WordBreak mark) =>
        (IsLetter(last) && mark is WordBreak.MidLetter or WordBreak.MidNumLet or WordBreak.SingleQuote)
        || (last == WordBreak.HebrewLetter && mark == WordBreak.DoubleQuote)
        || (last == WordBreak.Numeric && mark is WordBreak.MidNum or WordBreak.MidNumLet or WordBreak.SingleQuote);

    /// <summary>Returns whether a word or number continues after the mark (WB7, WB7c, WB11).</summary>
    private static bool Bridges(WordBreak last, WordBreak mark, WordBreak far) =>
        last switch
        {
            WordBreak.Numeric => far == WordBreak.Numeric,
            _ when mark == WordBreak.DoubleQuote => far == WordBreak.HebrewLetter,
            _ => IsLetter(far),
        };

    /// <summary>Returns the property and end of the first character from <paramref name="at"/> that attaches to none before it.</summary>
    private static WordBreak? BridgedTo(ReadOnlySpan<char> text, int at, out int end)
    {
        while (at < text.Length)
        {
            var next = PropertyAt(text, at, out var length);
            at += length;
            if (!Attaches(next))
            {
                end = at;
                return next;
            }
        }

        end = at;
        return null;
    }

    private static SegmentKind KindOf(ReadOnlySpan<char> text, int at, WordBreak first, bool ofWord) =>
        first switch
        {
            WordBreak.Ideograph => SegmentKind.Ideograph,
            WordBreak.Cluster => SegmentKind.Cluster,
            _ when ofWord => SegmentKind.Word,
            _ when char.IsWhiteSpace(text[at]) => SegmentKind.Space,
            _ => SegmentKind.Mark,
        };

    private static bool Attaches(WordBreak property) => property is WordBreak.Extend or WordBreak.Format or WordBreak.Joiner;

    private static bool IsLetter(WordBreak property) =>
        property is WordBreak.Letter or WordBreak.HebrewLetter or WordBreak.PictographicLetter;

    private static bool IsPictograph(WordBreak property) => property is WordBreak.Pictograph or WordBreak.PictographicLetter;

    private static bool IsOfWord(WordBreak property) => IsLetter(property) || property is WordBreak.Numeric or WordBreak.Katakana;

    /// <summary>Treats a lone surrogate as a character.</summary>
    internal static WordBreak PropertyAt(ReadOnlySpan<char> text, int at, out int length)
    {
        var c = text[at];
        if (char.IsHighSurrogate(c) && at + 1 < text.Length && char.IsLowSurrogate(text[at + 1]))
        {
            length = 2;
            return WordBreakTable.Of(char.ConvertToUtf32(c, text[at + 1]));
        }

        length = 1;
        return WordBreakTable.Of(c);
    }
}
