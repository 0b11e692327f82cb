namespace Newsroom.Domain.Articles;

/// <summary>An edit with what it needs left alone around it, so that what its author read there is still so.</summary>
/// <param name="Edit">The edit.</param>
/// <param name="Reach">The words it changes, whole, and one word on either side in the same line; for whole paragraphs, themselves only.</param>
/// <param name="IsWholeParagraphs">Whether it only puts in, or only takes out, paragraphs that blank lines part from others before and after.</param>
internal sealed record EditReach(TextEdit Edit, TextRange Reach, bool IsWholeParagraphs)
{
    /// <summary>The edit in its text.</summary>
    public static EditReach Of(TextEdit edit, string text) => TakesWholeParagraphs(edit, text)
        ? new EditReach(edit, new TextRange(edit.At, edit.End), true)
        : new EditReach(edit, new TextRange(WordBefore(text, edit.At), WordBehind(text, edit.End)), false);

    /// <summary>Whether both cannot be made without somebody reading them together.</summary>
    /// <param name="other">An edit of the same text, committed before this one.</param>
    /// <param name="text">The text both are edits of.</param>
    public bool Clashes(EditReach other, string text)
    {
        if (Reach.Overlaps(other.Reach))
        {
            return true;
        }

        var touches = Edit.At <= other.Edit.End && other.Edit.At <= Edit.End;
        return touches && (IsWholeParagraphs, other.IsWholeParagraphs) switch
        {
            (false, false) => true,
            (true, false) when other.BreaksLines => true,
            (false, true) when BreaksLines => true,
            _ => IsAtOnePointWith(other) && StandsBehind(other, text) is null,
        };
    }

    /// <summary>Whether both put words in at the same point.</summary>
    public bool IsAtOnePointWith(EditReach other) => Edit.Remove.Length == 0 && other.Edit.Remove.Length == 0 && Edit.At == other.Edit.At;

    /// <summary>
    /// Of two insertions at one point, whether this one stands behind the other: paragraphs in the order they were committed, words in the line
    /// they were put in. Null where neither order keeps them apart.
    /// </summary>
    public bool? StandsBehind(EditReach other, string text)
    {
        var behind = LineEnds.AtEnd(other.Edit.Insert) + LineEnds.AtStart(Edit.Insert) >= LineEnds.OfBlankLine;
        var before = LineEnds.AtEnd(Edit.Insert) + LineEnds.AtStart(other.Edit.Insert) >= LineEnds.OfBlankLine;
        if (IsWholeParagraphs && other.IsWholeParagraphs)
        {
            return behind ? true : before ? false : null;
        }

        var endsLine = Edit.At == text.Length || text[Edit.At] is '\r' or '\n';
        var beginsLine = Edit.At == 0 || text[Edit.At - 1] is '\r' or '\n';
        return endsLine == beginsLine ? null
            : endsLine != IsWholeParagraphs ? (before ? false : null)
            : behind ? true : null;
    }

    private bool BreaksLines => Edit.Remove.AsSpan().ContainsAny('\r', '\n') || Edit.Insert.AsSpan().ContainsAny('\r', '\n');

    private static bool TakesWholeParagraphs(TextEdit edit, string text)
    {
        var words = edit.Remove.Length == 0 ? edit.Insert : edit.Remove;
        if ((edit.Remove.Length > 0 && edit.Insert.Length > 0) || string.IsNullOrWhiteSpace(words))
        {
            return false;
        }

        var before = text.AsSpan(0, edit.At);
        var behind = text.AsSpan(edit.End);
        return Parted(before, words) && Parted(words, behind) && Parted(before, behind);
    }

    private static bool Parted(ReadOnlySpan<char> one, ReadOnlySpan<char> next) =>
        one.IsWhiteSpace() || next.IsWhiteSpace() || LineEnds.AtEnd(one) + LineEnds.AtStart(next) >= LineEnds.OfBlankLine;

    private static int WordBefore(string text, int at)
    {
        while (at > 0 && !char.IsWhiteSpace(text[at - 1]))
        {
            at--;
        }

        while (at > 0 && char.IsWhiteSpace(text[at - 1]) && text[at - 1] is not ('\r' or '\n'))
        {
            at--;
        }

        while (at > 0 && !char.IsWhiteSpace(text[at - 1]))
        {
            at--;
        }

        return at;
    }

    private static int WordBehind(string text, int at)
    {
        while (at < text.Length && at > 0 && !char.IsWhiteSpace(text[at - 1]) && !char.IsWhiteSpace(text[at]))
        {
            at++;
        }

        while (at < text.Length && char.IsWhiteSpace(text[at]) && text[at] is not ('\r' or '\n'))
        {
            at++;
        }

        while (at < text.Length && !char.IsWhiteSpace(text[at]))
        {
            at++;
        }

        return at;
    }
}

/// <summary>Line ends at the edges of a text; CRLF is one.</summary>
internal static class LineEnds
{
    /// <summary>Two line ends with nothing but white space between them are a blank line.</summary>
    public const int OfBlankLine = 2;

    /// <summary>How many stand in the white space a text begins with.</summary>
    public static int AtStart(ReadOnlySpan<char> text) => Count(text[..(text.Length - text.TrimStart().Length)]);

    /// <summary>How many stand in the white space a text ends with.</summary>
    public static int AtEnd(ReadOnlySpan<char> text) => Count(text[text.TrimEnd().Length..]);

    private static int Count(ReadOnlySpan<char> white)
    {
        var count = 0;
        for (var i = 0; i < white.Length; i++)
        {
            if (white[i] == '\n' || (white[i] == '\r' && !(i + 1 < white.Length && white[i + 1] == '\n')))
            {
                count++;
            }
        }

        return count;
    }
}
