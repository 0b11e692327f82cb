using System.Collections.Immutable;

namespace Newsroom.Domain.Text;

/// <summary>A part of a text as it is written, with the words of a search in it.</summary>
/// <param name="Field">The text that it is a part of.</param>
/// <param name="Start">Its offset in that text, in UTF-16 code units.</param>
/// <param name="Text">The part, as it is written.</param>
/// <param name="Marks">The words that match, as ranges of <paramref name="Text"/> in UTF-16 code units.</param>
public sealed record Snippet(ArticleField Field, int Start, string Text, ImmutableArray<TextRange> Marks)
{
    /// <summary>The maximum length in UTF-16 code units.</summary>
    public const int MaxLength = 240;

    private const int Before = 60;

    /// <summary>
    /// Returns the part of a text that has the most of the matches, the first of these; its beginning where there are none.
    /// </summary>
    /// <param name="field">The name of the text.</param>
    /// <param name="text">The text.</param>
    /// <param name="matches">The words that match, in order; they may overlap.</param>
    public static Snippet Of(ArticleField field, string text, IReadOnlyList<TextRange> matches)
    {
        var marks = Joined(matches);
        var (first, most) = (0, 0);
        for (int start = 0, end = 0; start < marks.Count; start++)
        {
            end = Math.Max(end, start);
            while (end < marks.Count && marks[end].End - marks[start].Start <= MaxLength - Before)
            {
                end++;
            }

            if (end - start > most)
            {
                (first, most) = (start, end - start);
            }
        }

        var from = marks.Count == 0 ? 0 : Boundary(text, Math.Max(0, marks[first].Start - Before), marks[first].Start);
        var to = End(text, from);
        return new Snippet(
            field,
            from,
            text[from..to],
            [.. marks.Where(mark => mark.Start >= from && mark.End <= to).Select(mark => new TextRange(mark.Start - from, mark.End - from))]
        );
    }

    /// <summary>Joins ranges that overlap or touch.</summary>
    public static IReadOnlyList<TextRange> Joined(IReadOnlyList<TextRange> ranges)
    {
        var joined = new List<TextRange>();
        foreach (var range in ranges.OrderBy(range => range.Start))
        {
            if (joined.Count > 0 && range.Start <= joined[^1].End)
            {
                joined[^1] = new TextRange(joined[^1].Start, Math.Max(joined[^1].End, range.End));
            }
            else
            {
                joined.Add(range);
            }
        }

        return joined;
    }

    /// <summary>Returns the beginning of the first word from an offset on, but no later than a limit.</summary>
    private static int Boundary(string text, int from, int limit)
    {
        if (from == 0)
        {
            return 0;
        }

        for (var at = from; at < limit; at++)
        {
            if (char.IsWhiteSpace(text[at]))
            {
                return at + 1;
            }
        }

        return char.IsLowSurrogate(text[from]) ? from - 1 : from;
    }

    private static int End(string text, int from)
    {
        var limit = from + MaxLength;
        if (limit >= text.Length)
        {
            return text.Length;
        }

        for (var at = limit; at > from + (MaxLength / 2); at--)
        {
            if (char.IsWhiteSpace(text[at]))
            {
                return at;
            }
        }

        return char.IsLowSurrogate(text[limit]) ? limit - 1 : limit;
    }
}
