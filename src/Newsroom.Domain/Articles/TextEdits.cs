using System.Collections.Immutable;
using System.Text;

namespace Newsroom.Domain.Articles;

/// <summary>
/// Arithmetic on the edits of one revision of one text. All offsets of a list are those of the text before it; the edits are in order
/// and do not overlap.
/// </summary>
public static class TextEdits
{
    /// <summary>The text after <paramref name="edits"/>.</summary>
    /// <exception cref="InvalidOperationException">The words an edit takes out are not there: the edits belong to another text.</exception>
    public static string Apply(this ImmutableArray<TextEdit> edits, string text)
    {
        if (edits.IsDefaultOrEmpty)
        {
            return text;
        }

        var result = new StringBuilder(text.Length + edits.Sum(e => e.Shift));
        var copied = 0;
        foreach (var edit in edits)
        {
            if (edit.At < copied || edit.End > text.Length || string.CompareOrdinal(text, edit.At, edit.Remove, 0, edit.Remove.Length) != 0)
            {
                throw new InvalidOperationException($"The edit at {edit.At} does not belong to this text.");
            }

            result.Append(text, copied, edit.At - copied).Append(edit.Insert);
            copied = edit.End;
        }

        return result.Append(text, copied, text.Length - copied).ToString();
    }

    /// <summary>The edits that lead back.</summary>
    public static ImmutableArray<TextEdit> Invert(this ImmutableArray<TextEdit> edits)
    {
        var moved = 0;
        var inverse = ImmutableArray.CreateBuilder<TextEdit>(edits.Length);
        foreach (var edit in edits)
        {
            inverse.Add(new TextEdit(edit.At + moved, edit.Insert, edit.Remove));
            moved += edit.Shift;
        }

        return inverse.MoveToImmutable();
    }

    /// <summary>
    /// Where <paramref name="range"/> lies after <paramref name="edits"/>. What is put strictly inside belongs to it, or in the place of
    /// words that were wholly inside; what is put at its start or end, or replaces words across its boundary, stays outside.
    /// Empty when all its words are gone.
    /// </summary>
    public static TextRange Shift(this ImmutableArray<TextEdit> edits, TextRange range)
    {
        var start = range.Start;
        var end = range.End;
        var moved = 0;
        foreach (var edit in edits)
        {
            if (edit.At >= range.End)
            {
                break;
            }

            var inside = edit.Remove.Length > 0
                ? edit.At >= range.Start && edit.End <= range.End
                : edit.At > range.Start && edit.At < range.End;
            if (inside)
            {
                end += edit.Shift;
            }
            else if (edit.End <= range.Start)
            {
                start += edit.Shift;
                end += edit.Shift;
            }
            else if (edit.At < range.Start && edit.End >= range.End)
            {
                return new TextRange(edit.At + moved + edit.Insert.Length, edit.At + moved + edit.Insert.Length);
            }
            else if (edit.At < range.Start)
            {
                start = edit.At + moved + edit.Insert.Length;
                end += edit.Shift;
            }
            else
            {
                end = edit.At + moved;
            }

            moved += edit.Shift;
        }

        return new TextRange(start, Math.Max(start, end));
    }

    /// <summary>Whether any edit changes words of <paramref name="range"/>, rather than only words around it.</summary>
    public static bool Touch(this ImmutableArray<TextEdit> edits, TextRange range) => edits.Any(edit =>
        edit.Remove.Length > 0 ? edit.At < range.End && edit.End > range.Start : edit.At > range.Start && edit.At < range.End);
}
