using System.Text;

namespace Newsroom.Domain.Text.Quotations;

/// <summary>Reads what stands beside the marks of a text.</summary>
/// <param name="text">The text.</param>
/// <param name="marks">Its marks.</param>
internal sealed class MarkSurroundings(string text, List<MarkToken> marks)
{
    private const int LongestRow = 4;
    private const int LongestDecadeEnding = 3;

    /// <summary>The word that an apostrophe shortens at its beginning, by its kind; null for none.</summary>
    public MarkUse? Shortened(MarkToken token)
    {
        var rest = text.AsSpan(token.End);
        var word = rest[..(rest.IndexOfAnyExcept(Elisions.Letters) is var end and >= 0 ? end : rest.Length)];
        if (word is [>= '0' and <= '9', >= '0' and <= '9', .. { Length: <= LongestDecadeEnding } ending]
            && !ending.ContainsAnyExceptInRange('a', 'z'))
        {
            return MarkUse.Decade;
        }

        return Elisions.Has(word) ? MarkUse.Elision : null;
    }

    /// <summary>Whether a mark behind such a character belongs to what follows it.</summary>
    public static bool IsSpaceOrBracket(Rune rune) => Invisible.IsSpace(rune) || MarkSides.IsOpening(rune);

    /// <summary>Whether words begin right behind a mark.</summary>
    public bool BeginsWords(MarkToken token) => MarkSides.Begins(token.After) && !(token.After.Value == '.' && !IsLeadingPoint(token.End));

    /// <summary>Whether words begin at the mark of an index or at what is behind another mark.</summary>
    public bool BeginsBehind(int next, MarkToken token)
    {
        // A row of marks begins words if something behind it does; how far to look is bounded.
        for (var depth = 0; depth < LongestRow && next < marks.Count; depth++, next++)
        {
            if (marks[next].Paragraph != token.Paragraph || !IsAdjacent(token.End, marks[next].At))
            {
                break;
            }

            if (QuotationMarks.OnlyOpens(marks[next].Kind) && marks[next].Kind != '„')
            {
                return true;
            }

            if (QuotationMarks.OnlyCloses(marks[next].Kind))
            {
                return false;
            }

            token = marks[next];
        }

        return BeginsWords(token);
    }

    /// <summary>Whether nothing visible stands between two places.</summary>
    public bool IsAdjacent(int end, int start)
    {
        while (end < start)
        {
            _ = Rune.DecodeFromUtf16(text.AsSpan(end), out var rune, out var length);
            if (!Invisible.Is(rune))
            {
                return false;
            }

            end += length;
        }

        return true;
    }

    /// <summary>Whether a full stop begins words: an ellipsis or a decimal.</summary>
    private bool IsLeadingPoint(int at)
    {
        var point = text.IndexOf('.', at);
        return point >= 0 && point + 1 < text.Length && (text[point + 1] == '.' || char.IsLetterOrDigit(text[point + 1]));
    }
}
