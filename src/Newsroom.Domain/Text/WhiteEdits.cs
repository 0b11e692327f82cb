using System.Buffers;
using System.Collections.Immutable;

namespace Newsroom.Domain.Text;

/// <summary>Recognises invisible edits: line end style, trailing spaces, repeated spaces, zero-width characters.</summary>
internal static class WhiteEdits
{
    // The maximum white space examined beside an edit.
    private const int Farthest = 40;

    private static readonly SearchValues<char> WithoutWidth = SearchValues.Create('\u00AD', '\u200B', '\uFEFF');

    /// <summary>
    /// Returns whether the visible text is the same with and without an edit. Indentation and paragraph breaks are visible.
    /// </summary>
    public static bool IsUnread(TextEdit edit, string text)
    {
        if (!IsWhite(edit.Remove) || !IsWhite(edit.Insert))
        {
            return false;
        }

        var (start, end) = (edit.At, edit.End);
        while (start > 0 && IsWhite(text[start - 1]) && edit.At - start <= Farthest)
        {
            start--;
        }

        while (end < text.Length && IsWhite(text[end]) && end - edit.End <= Farthest)
        {
            end++;
        }

        if (edit.At - start > Farthest || end - edit.End > Farthest)
        {
            return false;
        }

        var was = Read(text.AsSpan(start, end - start));
        var now = Read(string.Concat(text.AsSpan(start, edit.At - start), edit.Insert, text.AsSpan(edit.End, end - edit.End)));
        return end == text.Length
            || (was.Indentation == now.Indentation && (start == 0 || (was.LineEnds == now.LineEnds && was.IsEmpty == now.IsEmpty)));
    }

    /// <summary>
    /// Separates white-space changes from edits: a changed last word with a changed line end, or a line appended after it, becomes two
    /// edits.
    /// </summary>
    public static IEnumerable<TextEdit> Split(ImmutableArray<TextEdit> edits)
    {
        foreach (var edit in edits)
        {
            var (words, wordsAfter) = (edit.Remove.AsSpan().TrimEnd().Length, edit.Insert.AsSpan().TrimEnd().Length);
            if (words == 0 && edit.Remove.Length > 0 && wordsAfter > 0)
            {
                wordsAfter = BehindLineEnds(edit.Insert, LineEnds.AtStart(edit.Remove));
                yield return edit with
                {
                    Insert = edit.Insert[..wordsAfter],
                };
                if (wordsAfter < edit.Insert.Length)
                {
                    yield return new TextEdit(edit.End, "", edit.Insert[wordsAfter..]);
                }
            }
            else if (words == edit.Remove.Length || wordsAfter == edit.Insert.Length || words + wordsAfter == 0)
            {
                yield return edit;
            }
            else
            {
                yield return new TextEdit(edit.At, edit.Remove[..words], edit.Insert[..wordsAfter]);
                if (!edit.Remove.AsSpan(words).SequenceEqual(edit.Insert.AsSpan(wordsAfter)))
                {
                    yield return new TextEdit(edit.At + words, edit.Remove[words..], edit.Insert[wordsAfter..]);
                }
            }
        }
    }

    /// <summary>Returns the offset after that many line ends of the leading white space; its end if there are fewer.</summary>
    private static int BehindLineEnds(string text, int wanted)
    {
        for (var at = 0; wanted > 0 && at < text.Length && char.IsWhiteSpace(text[at]); at++)
        {
            if (text[at] is '\r' or '\n' && !(text[at] == '\r' && at + 1 < text.Length && text[at + 1] == '\n') && --wanted == 0)
            {
                return at + 1;
            }
        }

        return text.Length;
    }

    private static (int LineEnds, string Indentation, bool IsEmpty) Read(ReadOnlySpan<char> white)
    {
        var kept = string.Concat(white.ToString().Where(c => !WithoutWidth.Contains(c)));
        var lineEnds = LineEnds.AtStart(kept);
        return (lineEnds, lineEnds == 0 ? "" : kept[(kept.AsSpan().LastIndexOfAny('\r', '\n') + 1)..], kept.Length == 0);
    }

    private static bool IsWhite(string words) => words.All(IsWhite);

    private static bool IsWhite(char c) => char.IsWhiteSpace(c) || WithoutWidth.Contains(c);
}
