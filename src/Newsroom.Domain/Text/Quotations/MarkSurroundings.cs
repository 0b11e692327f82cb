using System.Text;

namespace Newsroom.Domain.Text.Quotations;

internal sealed class MarkSurroundings(string text, List<MarkToken> marks)
{
    private const int MaxMarksInRow = 4;
    private const int MaxDecadeEndingLength = 3;

    /// <summary>Returns the kind of shortened word that begins with an apostrophe; null if there is none.</summary>
    public MarkUse? Shortened(MarkToken token)
    {
        var rest = text.AsSpan(token.End);
        var word = rest[..(rest.IndexOfAnyExcept(Elisions.Letters) is var end and >= 0 ? end : rest.Length)];
        if (
            word is [>= '0' and <= '9', >= '0' and <= '9', .. { Length: <= MaxDecadeEndingLength } ending]
            && !ending.ContainsAnyExceptInRange('a', 'z')
        )
        {
            return MarkUse.Decade;
        }

        return Elisions.Has(word) ? MarkUse.Elision : null;
    }

    /// <summary>Returns whether a mark after such a character belongs to what follows.</summary>
    public static bool IsSpaceOrBracket(Rune rune) => Invisible.IsSpace(rune) || MarkSides.IsOpening(rune);

    /// <summary>Returns whether words begin directly after a mark.</summary>
    public bool BeginsWords(MarkToken token) => MarkSides.Begins(token.After) && !(token.After.Value == '.' && !IsLeadingPoint(token.End));

    /// <summary>Returns whether words begin at a mark, or after another one.</summary>
    public bool BeginsBehind(int next, MarkToken token)
    {
        // A row of marks begins words if something after it does; the search is bounded.
        for (var depth = 0; depth < MaxMarksInRow && next < marks.Count; depth++, next++)
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

    /// <summary>Returns whether nothing visible is between two places.</summary>
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

    /// <summary>Returns whether a full stop begins words: an ellipsis or a decimal.</summary>
    private bool IsLeadingPoint(int at)
    {
        var point = text.IndexOf('.', at);
        return point >= 0 && point + 1 < text.Length && (text[point + 1] == '.' || char.IsLetterOrDigit(text[point + 1]));
    }
}
