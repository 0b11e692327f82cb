using System.Text.RegularExpressions;

namespace Newsroom.Console.Text;

/// <summary>Text from a form. A browser sends every line end as CRLF, whatever the text had.</summary>
internal static partial class TypedText
{
    /// <summary>Returns a text with line ends as LF.</summary>
    public static string WithLineFeeds(string typed) => typed.ReplaceLineEndings("\n");

    /// <summary>
    /// Returns a text with the line ends that it had when it was shown: lines before and after all changes keep theirs, and changed lines
    /// get the most frequent one.
    /// </summary>
    /// <param name="typed">The text from the form.</param>
    /// <param name="shown">The text that the form showed.</param>
    public static string Restore(string typed, string shown)
    {
        var (lines, before) = (Lines(typed), Lines(shown));
        var most = Math.Min(lines.Count, before.Count);
        var head = lines.Zip(before).TakeWhile(pair => pair.First.Text == pair.Second.Text).Count();
        var tail = Enumerable.Range(1, most - head).TakeWhile(i => lines[^i].Text == before[^i].Text).Count();
        var usual = before.Where(line => line.End.Length > 0).GroupBy(line => line.End).MaxBy(ends => ends.Count())?.Key ?? "\n";
        return string.Concat(lines.Select((line, i) => line.Text + EndOf(i)));

        string EndOf(int line)
        {
            if (lines[line].End.Length == 0)
            {
                return "";
            }

            var same = line < head ? line : line - lines.Count + before.Count;
            var isKept = line < head || line >= lines.Count - tail;
            return isKept && before[same].End is { Length: > 0 } kept ? kept : usual;
        }
    }

    private static List<(string Text, string End)> Lines(string text) =>
        [.. Line().Matches(text).Select(line => (line.Groups[1].Value, line.Groups[2].Value))];

    // The last line has no end, and may be empty.
    [GeneratedRegex(@"([^\r\n]*)(\r\n|\r|\n|\z)")]
    private static partial Regex Line();
}
