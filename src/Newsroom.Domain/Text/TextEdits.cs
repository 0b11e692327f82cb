using System.Collections.Immutable;
using System.Text;

namespace Newsroom.Domain.Text;

/// <summary>
/// Composes, inverts and applies edit lists. Offsets refer to the text before the list; edits are ordered and do not overlap.
/// </summary>
public static class TextEdits
{
    /// <summary>Applies edits to a text.</summary>
    /// <exception cref="InvalidOperationException">
    /// An edit's removed words are not at its offset: the edits belong to another text.
    /// </exception>
    public static string Apply(this ImmutableArray<TextEdit> edits, string text)
    {
        if (edits.IsDefaultOrEmpty)
        {
            return text;
        }

        var (read, length) = (0, text.Length);
        foreach (var edit in edits)
        {
            if (edit.At < read || edit.End > text.Length || string.CompareOrdinal(text, edit.At, edit.Remove, 0, edit.Remove.Length) != 0)
            {
                throw new InvalidOperationException($"The edit at {edit.At} does not belong to this text.");
            }

            read = edit.End;
            length += edit.Shift;
        }

        return string.Create(length, (text, edits), static (result, state) => Write(result, state.text, state.edits));
    }

    private static void Write(Span<char> result, ReadOnlySpan<char> text, ImmutableArray<TextEdit> edits)
    {
        var (read, written) = (0, 0);
        foreach (var edit in edits)
        {
            text[read..edit.At].CopyTo(result[written..]);
            written += edit.At - read;
            edit.Insert.CopyTo(result[written..]);
            written += edit.Insert.Length;
            read = edit.End;
        }

        text[read..].CopyTo(result[written..]);
    }

    /// <summary>Returns the inverse edits.</summary>
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

    /// <summary>Splits a replacement into word-level edits; insertions and deletions stay as they are.</summary>
    internal static IEnumerable<TextEdit> Finer(this TextEdit edit) =>
        edit.Remove.Length == 0 || edit.Insert.Length == 0 || (TextTokens.IsOne(edit.Remove) && TextTokens.IsOne(edit.Insert))
            ? [edit]
            : TextDiff.Between(edit.Remove, edit.Insert).Select(e => e with { At = edit.At + e.At });

    /// <summary>
    /// Moves insertions and deletions as far left as possible, with the same effect. Lists that differ only in which of two equal
    /// words is removed become equal.
    /// </summary>
    /// <param name="edits">The edits, in the order of the text before them.</param>
    /// <param name="text">The text before the edits.</param>
    public static IEnumerable<TextEdit> Leftmost(this ImmutableArray<TextEdit> edits, string text)
    {
        var end = -1;
        foreach (var edit in edits)
        {
            var words = edit.Remove.Length == 0 ? edit.Insert : edit.Remove;
            var left = 0;
            var isOneSided = edit.Remove.Length == 0 || edit.Insert.Length == 0;
            while (isOneSided && edit.At - left - 1 > end && text[edit.At - left - 1] == Behind(left))
            {
                left++;
            }

            char Behind(int turned) => turned < words.Length ? words[^(turned + 1)] : text[edit.At - turned - 1 + words.Length];

            end = edit.End;
            if (left == 0)
            {
                yield return edit;
                continue;
            }

            var turned = string.Concat(text.AsSpan(edit.At - left, left), words)[..words.Length];
            var at = edit.At - left;
            yield return edit.Remove.Length == 0 ? new TextEdit(at, "", turned) : new TextEdit(at, turned, "");
        }
    }

    /// <summary>Composes two edit lists into one. Text inserted by the first and removed by the second is dropped.</summary>
    /// <param name="first">The edits of a text.</param>
    /// <param name="second">The edits of the text after <paramref name="first"/>.</param>
    public static ImmutableArray<TextEdit> Compose(this ImmutableArray<TextEdit> first, ImmutableArray<TextEdit> second)
    {
        var composed = ImmutableArray.CreateBuilder<TextEdit>();
        var (f, s, moved) = (0, 0, 0);
        while (f < first.Length || s < second.Length)
        {
            // Edits of either list that touch in the intermediate text become one edit.
            var (firstFrom, secondFrom, movedBefore) = (f, s, moved);
            var nextFirst = f < first.Length ? first[f].At + moved : int.MaxValue;
            var nextSecond = s < second.Length ? second[s].At : int.MaxValue;
            var from = Math.Min(nextFirst, nextSecond);
            var until = from;
            while (true)
            {
                if (f < first.Length && first[f].At + moved <= until)
                {
                    until = Math.Max(until, first[f].At + moved + first[f].Insert.Length);
                    moved += first[f++].Shift;
                }
                else if (s < second.Length && second[s].At <= until)
                {
                    until = Math.Max(until, second[s++].End);
                }
                else
                {
                    break;
                }
            }

            var edit = Fused(first[firstFrom..f], second[secondFrom..s], movedBefore, from, until);
            if (edit.Remove != edit.Insert)
            {
                composed.Add(edit);
            }
        }

        return composed.DrainToImmutable();
    }

    /// <summary>Composes a sequence of edit lists.</summary>
    public static ImmutableArray<TextEdit> Compose(ReadOnlySpan<ImmutableArray<TextEdit>> lists) =>
        lists.Length switch
        {
            0 => [],
            1 => lists[0].IsDefault ? [] : lists[0],
            _ => Compose(lists[..(lists.Length / 2)]).Compose(Compose(lists[(lists.Length / 2)..])),
        };

    /// <summary>
    /// Maps a range through edits. Insertions strictly inside, and replacements of words wholly inside, belong to it; insertions at its
    /// ends and replacements across its boundary do not. Empty if all its words are removed.
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

            var inside =
                edit.Remove.Length > 0 ? edit.At >= range.Start && edit.End <= range.End : edit.At > range.Start && edit.At < range.End;
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

    /// <summary>Returns whether an edit changes words of <paramref name="range"/>, not only around it.</summary>
    public static bool Touch(this ImmutableArray<TextEdit> edits, TextRange range) =>
        edits.Any(edit =>
            edit.Remove.Length > 0 ? edit.At < range.End && edit.End > range.Start : edit.At > range.Start && edit.At < range.End
        );

    /// <summary>Fuses insertions of the first list with removals of the second in one stretch of the text between them.</summary>
    private static TextEdit Fused(ImmutableArray<TextEdit> first, ImmutableArray<TextEdit> second, int moved, int from, int until)
    {
        var (before, between) = (new StringBuilder(), new char[until - from]);
        foreach (var edit in second)
        {
            edit.Remove.CopyTo(0, between, edit.At - from, edit.Remove.Length);
        }

        var (at, shift) = (from, moved);
        foreach (var edit in first)
        {
            var start = edit.At + shift;
            edit.Insert.CopyTo(0, between, start - from, edit.Insert.Length);
            before.Append(between, at - from, start - at).Append(edit.Remove);
            (at, shift) = (start + edit.Insert.Length, shift + edit.Shift);
        }

        before.Append(between, at - from, until - at);
        var after = new StringBuilder();
        at = from;
        foreach (var edit in second)
        {
            after.Append(between, at - from, edit.At - at).Append(edit.Insert);
            at = edit.End;
        }

        after.Append(between, at - from, until - at);
        return new TextEdit(from - moved, before.ToString(), after.ToString());
    }
}
