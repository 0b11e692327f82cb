using System.Text;

namespace Newsroom.Domain.Text.Quotations;

/// <summary>Distinguishes Hebrew abbreviations from quotations whose mark follows a prefix.</summary>
internal sealed class HebrewMarks(string text)
{
    private const int MaxLetters = 16;

    /// <summary>Returns the use of a double mark between two Hebrew letters.</summary>
    /// <param name="token">The mark, between two Hebrew letters.</param>
    /// <param name="isAwaited">Whether an open quotation awaits this mark.</param>
    public MarkUse UseOf(MarkToken token, bool isAwaited)
    {
        var after = LettersAfter(token.End);
        if (after == 1 || IsSuffix(text.AsSpan(token.End + 1, after - 1)))
        {
            return MarkUse.Abbreviation;
        }

        return isAwaited && !IsPrefix(token.At) ? MarkUse.Closes : MarkUse.Opens;
    }

    /// <summary>Returns whether only prefixes such as "that", "and", "in" precede a place.</summary>
    public bool IsPrefix(int end)
    {
        var start = end;
        while (start > 0 && end - start <= 4 && Script.IsHebrew(new Rune(char.IsSurrogate(text[start - 1]) ? ' ' : text[start - 1])))
        {
            start--;
            if (!"משהוכלב".Contains(text[start], StringComparison.Ordinal))
            {
                return false;
            }
        }

        return end - start is > 0 and <= 4;
    }

    /// <summary>Counts the Hebrew letters from a place; at least one.</summary>
    public int LettersAfter(int at)
    {
        var end = at;
        while (end < text.Length && end - at < MaxLetters && !char.IsSurrogate(text[end]) && Script.IsHebrew(new Rune(text[end])))
        {
            end++;
        }

        return Math.Max(1, end - at);
    }

    private static bool IsSuffix(ReadOnlySpan<char> letters) =>
        letters is "ים" or "ות" or "ית" or "יות" or "י" or "ה" or "ניק" or "ניקים" or "ניקית";
}
