namespace Newsroom.Domain.Text;

/// <summary>Counts line ends at the edges of a text, up to those of a blank line; CRLF counts as one.</summary>
internal static class LineEnds
{
    public const int OfBlankLine = 2;

    /// <summary>Counts line ends in the leading white space.</summary>
    public static int AtStart(ReadOnlySpan<char> text)
    {
        var count = 0;
        for (var i = 0; i < text.Length && char.IsWhiteSpace(text[i]) && count < OfBlankLine; i++)
        {
            count += IsEnd(text, i) ? 1 : 0;
        }

        return count;
    }

    /// <summary>Counts line ends in the trailing white space.</summary>
    public static int AtEnd(ReadOnlySpan<char> text)
    {
        var count = 0;
        for (var i = text.Length - 1; i >= 0 && char.IsWhiteSpace(text[i]) && count < OfBlankLine; i--)
        {
            count += IsEnd(text, i) ? 1 : 0;
        }

        return count;
    }

    /// <summary>Returns whether a line end is complete at an offset: LF of a CRLF, or another line end.</summary>
    private static bool IsEnd(ReadOnlySpan<char> text, int at) =>
        text[at] == '\n' || (text[at] == '\r' && !(at + 1 < text.Length && text[at + 1] == '\n'));
}
