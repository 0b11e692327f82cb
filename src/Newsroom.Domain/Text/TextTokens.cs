using System.Globalization;
using System.Text;

namespace Newsroom.Domain.Text;

/// <summary>How words are cut in scripts that do not write spaces between them.</summary>
public enum WordCut
{
    /// <summary>Each ideograph and each cluster by itself (<see cref="WordSegmentation"/>).</summary>
    Segments,

    /// <summary>A run of them is one word: the first pass of a comparison.</summary>
    Runs,
}

/// <summary>A text cut where an edit may begin or end: words, runs of white space, line ends, single marks. Never inside a surrogate pair, a CRLF, or before a combining mark.</summary>
public static class TextTokens
{
    private enum Kind
    {
        Word,
        Space,
        LineEnd,
        Mark,
    }

    /// <summary>The tokens of <paramref name="text"/>, in order; together they are the text.</summary>
    public static List<string> Of(string text, WordCut cut = WordCut.Runs)
    {
        var tokens = new List<string>(text.Length / 4);
        var at = 0;
        while (at < text.Length)
        {
            var end = End(text, at, cut);
            tokens.Add(text[at..end]);
            at = end;
        }

        return tokens;
    }

    /// <summary>Whether the character belongs to a word: a letter, a digit, a combining mark or a joiner.</summary>
    public static bool IsWord(Rune rune) => KindOf(rune) == Kind.Word;

    /// <summary>Whether the token that begins at an offset is of a script that does not write spaces between words.</summary>
    public static bool IsUnspaced(string text, int start) => UnspacedAt(text, start) is not null;

    /// <summary>Whether a text is one token, which no edit cuts.</summary>
    internal static bool IsOne(string text) => text.Length > 0 && End(text, 0, WordCut.Segments) == text.Length;

    /// <summary>
    /// Whether the token that begins at an offset is an ideograph (true), a cluster of a South-East Asian script (false), or neither
    /// (null).
    /// </summary>
    internal static bool? UnspacedAt(string text, int start) =>
        WordSegmentation.PropertyAt(text, start, out _) switch
        {
            WordBreak.Ideograph => true,
            WordBreak.Cluster => false,
            _ => null,
        };

    /// <summary>Finds the end of the token that begins at <paramref name="start"/>.</summary>
    public static int End(string text, int start, WordCut cut)
    {
        if (cut == WordCut.Segments && IsUnspaced(text, start))
        {
            return WordSegmentation.Next(text, start);
        }

        var kind = KindAt(text, start, out var length);
        var end = start + length;
        if (kind == Kind.LineEnd)
        {
            return text[start] == '\r' && end < text.Length && text[end] == '\n' ? end + 1 : end;
        }

        while (end < text.Length)
        {
            var next = KindAt(text, end, out length);
            var attached = Attaches(text, end);
            if (!attached && (kind == Kind.Mark || next != kind || (cut == WordCut.Segments && next == Kind.Word && IsUnspaced(text, end))))
            {
                break;
            }

            end += length;
        }

        return end;
    }

    internal static bool Attaches(string text, int at) =>
        CharUnicodeInfo.GetUnicodeCategory(text, at)
            is UnicodeCategory.NonSpacingMark
                or UnicodeCategory.SpacingCombiningMark
                or UnicodeCategory.EnclosingMark
        || text[at] is '\u200D' or '\u200C';

    private static Kind KindAt(string text, int at, out int length)
    {
        if (!Rune.TryGetRuneAt(text, at, out var rune))
        {
            length = 1;
            return Kind.Mark;
        }

        length = rune.Utf16SequenceLength;
        return KindOf(rune);
    }

    private static Kind KindOf(Rune rune) =>
        rune.Value is '\r' or '\n' ? Kind.LineEnd
        : Rune.IsWhiteSpace(rune) ? Kind.Space
        : Rune.IsLetterOrDigit(rune) || rune.Value is 0x200C or 0x200D || IsCombining(rune) ? Kind.Word
        : Kind.Mark;

    private static bool IsCombining(Rune rune) =>
        Rune.GetUnicodeCategory(rune)
            is UnicodeCategory.NonSpacingMark
                or UnicodeCategory.SpacingCombiningMark
                or UnicodeCategory.EnclosingMark;
}
