using System.Buffers;

namespace Newsroom.Domain.Text;

/// <summary>Recognises lines that are independent of each other: list items, table rows.</summary>
internal static class ListBlock
{
    private const int MaxDigits = 9;
    private const int Indentation = 2;

    // The number of lines after which the search for the beginning of an item stops.
    private const int MaxItemLines = 20;

    private static readonly SearchValues<char> LineBreaks = SearchValues.Create('\r', '\n');

    /// <summary>Returns whether an edit only inserts or only removes whole lines of a continuing list.</summary>
    public static bool IsWholeLines(TextEdit edit, string text)
    {
        var words = (edit.Remove.Length == 0 ? edit.Insert : edit.Remove).AsSpan();
        var beginsLine = edit.At == 0 || text[edit.At - 1] is '\r' or '\n';
        var endsLine = edit.End == text.Length || text[edit.End] is '\r' or '\n';
        var whole = (beginsLine && words[^1] is '\r' or '\n') || (endsLine && words[0] is '\r' or '\n') || (beginsLine && endsLine);
        return whole && AreItems(words) && (EndsBefore(text, edit.At) || IsItem(LineAt(text, edit.End)));
    }

    /// <summary>Returns whether the line before an offset belongs to a list that is not ended by a blank line.</summary>
    public static bool EndsBefore(string text, int at)
    {
        var before = text.AsSpan(0, at);
        if (LineEnds.AtEnd(before) >= LineEnds.OfBlankLine)
        {
            return false;
        }

        for (var lines = 0; lines < MaxItemLines; lines++)
        {
            before = before.TrimEnd();
            var start = before.LastIndexOfAny(LineBreaks) + 1;
            if (IsItem(before[start..]))
            {
                return true;
            }

            if (!IsContinuation(before[start..]))
            {
                return false;
            }

            before = before[..start];
        }

        return false;
    }

    /// <summary>Returns whether every line is an item or continues one, and none is blank.</summary>
    private static bool AreItems(ReadOnlySpan<char> lines)
    {
        lines = lines.Trim(['\r', '\n']);
        foreach (var line in lines.EnumerateLines())
        {
            if (!IsItem(line) && !IsContinuation(line))
            {
                return false;
            }
        }

        return !lines.IsEmpty;
    }

    private static ReadOnlySpan<char> LineAt(string text, int at)
    {
        var line = text.AsSpan(at);
        if (line.StartsWith("\r\n"))
        {
            line = line[2..];
        }
        else if (line.StartsWith("\n"))
        {
            line = line[1..];
        }

        var end = line.IndexOfAny(LineBreaks);
        return end < 0 ? line : line[..end];
    }

    private static bool IsItem(ReadOnlySpan<char> line)
    {
        line = line.TrimStart(' ').TrimStart('\t');
        if (line.IsEmpty)
        {
            return false;
        }

        var digits = line[..Math.Min(line.Length, MaxDigits)].IndexOfAnyExceptInRange('0', '9');
        var marker = digits switch
        {
            0 when line[0] == '|' => 0,
            0 when line[0] is '-' or '*' or '+' => 1,
            > 0 when line[digits] is '.' or ')' => digits + 1,
            _ => -1,
        };
        return marker == 0 || (marker > 0 && marker < line.Length && line[marker] is ' ' or '\t');
    }

    private static bool IsContinuation(ReadOnlySpan<char> line) =>
        line.Length > Indentation && line[..Indentation].IsWhiteSpace() && !line.IsWhiteSpace();
}
