using System.Globalization;
using System.Text;

namespace Newsroom.Domain.Text;

/// <summary>Selects how unspaced scripts are split.</summary>
public enum WordCut
{
    /// <summary>One token per ideograph or cluster (<see cref="WordSegmentation"/>).</summary>
    Segments,

    /// <summary>One token per run: the first pass of a comparison.</summary>
    Runs,
}

/// <summary>
/// Splits text into tokens, at whose boundaries edits begin and end: words, white space, line ends, marks. Never splits a surrogate pair, a
/// CRLF, or a combining sequence.
/// </summary>
public static class TextTokens
{
    private enum Kind
    {
        Word,
        Space,
        LineEnd,
        Mark,
    }

    /// <summary>Returns the tokens of <paramref name="text"/>; concatenated they are the text.</summary>
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

    /// <summary>Returns whether a character is part of a word: letter, digit, combining mark or joiner.</summary>
    public static bool IsWord(Rune rune) => KindOf(rune) == Kind.Word;

    /// <summary>Returns whether the token at an offset is of an unspaced script.</summary>
    public static bool IsUnspaced(string text, int start) => UnspacedAt(text, start) is not null;

    internal static bool IsOne(string text) => text.Length > 0 && End(text, 0, WordCut.Segments) == text.Length;

    /// <summary>Returns true for an ideograph, false for a cluster of a South-East Asian script, otherwise null.</summary>
    internal static bool? UnspacedAt(string text, int start) =>
        WordSegmentation.PropertyAt(text, start, out _) switch
        {
            WordBreak.Ideograph => true,
            WordBreak.Cluster => false,
            _ => null,
        };

    /// <summary>Returns the end of the token that begins at <paramref name="start"/>.</summary>
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

    private static Kind KindOf(Rune rune)
    {
        if (rune.Value is '\r' or '\n')
        {
            return Kind.LineEnd;
        }

        if (Rune.IsWhiteSpace(rune))
        {
            return Kind.Space;
        }

        return Rune.IsLetterOrDigit(rune) || rune.Value is 0x200C or 0x200D || IsCombining(rune) ? Kind.Word : Kind.Mark;
    }

    private static bool IsCombining(Rune rune) =>
        Rune.GetUnicodeCategory(rune)
            is UnicodeCategory.NonSpacingMark
                or UnicodeCategory.SpacingCombiningMark
                or UnicodeCategory.EnclosingMark;
}
