// Frozen: part of the verifier of bundle format 1. Bundles that were handed out are verified with it, so it is never changed.
using System.Globalization;
using System.Text;

namespace Newsroom.Evidence.V1;

internal static class TextTokens
{
    private enum Kind
    {
        Word,
        Space,
        LineEnd,
        Mark,
    }

    /// <summary>The tokens of <paramref name="text"/>, in order; together they are the text.</summary>
    public static List<string> Of(string text)
    {
        var tokens = new List<string>(text.Length / 4);
        var at = 0;
        while (at < text.Length)
        {
            var end = End(text, at);
            tokens.Add(text[at..end]);
            at = end;
        }

        return tokens;
    }

    /// <summary>Whether the character belongs to a word: a letter, a digit, a combining mark or a joiner.</summary>
    public static bool IsWord(Rune rune) => KindOf(rune) == Kind.Word;

    /// <summary>Finds the end of the token that begins at <paramref name="start"/>.</summary>
    public static int End(string text, int start)
    {
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
            if (!attached && (kind == Kind.Mark || next != kind))
            {
                break;
            }

            end += length;
        }

        return end;
    }

    private static bool Attaches(string text, int at) =>
        IsCombining(CharUnicodeInfo.GetUnicodeCategory(text, at)) || text[at] is '\u200D' or '\u200C';

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
        : Rune.IsLetterOrDigit(rune) || rune.Value is 0x200C or 0x200D || IsCombining(Rune.GetUnicodeCategory(rune)) ? Kind.Word
        : Kind.Mark;

    private static bool IsCombining(UnicodeCategory category) =>
        category is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.EnclosingMark;
}
