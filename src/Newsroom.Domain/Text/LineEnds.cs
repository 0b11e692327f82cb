namespace Newsroom.Domain.Text;

/// <summary>Line ends at the edges of a text; CRLF is one. More than a blank line's are not counted.</summary>
internal static class LineEnds
{
    /// <summary>Two line ends with nothing but white space between them are a blank line.</summary>
    public const int OfBlankLine = 2;

    /// <summary>How many stand in the white space a text begins with.</summary>
    public static int AtStart(ReadOnlySpan<char> text)
    {
        var count = 0;
        for (var i = 0; i < text.Length && char.IsWhiteSpace(text[i]) && count < OfBlankLine; i++)
        {
            count += IsEnd(text, i) ? 1 : 0;
        }

        return count;
    }

    /// <summary>How many stand in the white space a text ends with.</summary>
    public static int AtEnd(ReadOnlySpan<char> text)
    {
        var count = 0;
        for (var i = text.Length - 1; i >= 0 && char.IsWhiteSpace(text[i]) && count < OfBlankLine; i--)
        {
            count += IsEnd(text, i) ? 1 : 0;
        }

        return count;
    }

    /// <summary>Whether a line end is complete at an offset: the second half of a CRLF, or another line end by itself.</summary>
    private static bool IsEnd(ReadOnlySpan<char> text, int at) =>
        text[at] == '\n' || (text[at] == '\r' && !(at + 1 < text.Length && text[at + 1] == '\n'));
}
