namespace Newsroom.Domain.Text.Quotations;

/// <summary>Recognises works and markup by the characters next to a quotation.</summary>
internal static class TextBeside
{
    private const int MaxLengthBehind = 20;
    private const int MaxTagLength = 1000;
    private static readonly string[] WorkLabels =
    [
        "Regie",
        "Originaltitel",
        "directed by",
        "original title",
        "réal",
        "titre original",
        "dir.",
    ];

    /// <summary>Returns whether it is an attribute value in a tag: <c>&lt;a title="…"</c>.</summary>
    public static bool IsAttribute(string text, int start)
    {
        if (start < 2 || text[start - 1] != '=' || !char.IsAsciiLetterOrDigit(text[start - 2]))
        {
            return false;
        }

        var before = text.AsSpan(Math.Max(0, start - MaxTagLength), Math.Min(start, MaxTagLength));
        return before.LastIndexOfAny('<', '>') is >= 0 and var at && before[at] == '<';
    }

    /// <summary>Returns whether brackets contain details of a work: year, director or original title.</summary>
    private static bool IsBracketOfWork(ReadOnlySpan<char> bracket)
    {
        foreach (var label in WorkLabels)
        {
            if (bracket.StartsWith(label, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return bracket is ['1' or '2', >= '0' and <= '9', >= '0' and <= '9', >= '0' and <= '9', ')' or ',' or ';', ..];
    }

    /// <summary>Returns whether the year or maker of a work follows: <c>“…” (1957)</c>, <c>“…” by Ada Berg</c>.</summary>
    public static bool IsOfWork(string text, TextRange range, string language)
    {
        var behind = text.AsSpan(range.End, Math.Min(text.Length - range.End, MaxLengthBehind)).TrimStart(" \u00A0");
        if (behind is ['(', .. var inner] && IsBracketOfWork(inner))
        {
            return true;
        }

        var space = behind.IndexOf(' ');
        return space > 0
            && space + 1 < behind.Length
            && char.IsUpper(behind[space + 1])
            && ProposalWords.LeadsToMaker(behind[..space], language);
    }
}
