using System.Collections.Immutable;

namespace Newsroom.Domain.Articles;

/// <summary>A run of a text that one person wrote in one version.</summary>
/// <param name="Length">UTF-16 code units.</param>
/// <param name="Author">Who wrote it.</param>
/// <param name="Version">The story's version that brought it.</param>
public readonly record struct BlameSpan(int Length, string Author, long Version);

/// <summary>A place where somebody took words out.</summary>
/// <param name="At">Offset in the text as it stands.</param>
/// <param name="Author">Who took them out.</param>
/// <param name="Version">The version in which.</param>
public readonly record struct Seam(int At, string Author, long Version);

/// <summary>Who touched which words of a text as it stands: folded revision by revision, so its size follows the text and not its history.</summary>
/// <param name="Spans">Who wrote what, from the text's beginning to its end.</param>
/// <param name="Seams">Where words were taken out, in order.</param>
public sealed record Blame(ImmutableArray<BlameSpan> Spans, ImmutableArray<Seam> Seams)
{
    /// <summary>A text written by one person at once.</summary>
    public static Blame Of(string text, string author, long version) =>
        new(text.Length == 0 ? [] : [new BlameSpan(text.Length, author, version)], []);

    /// <summary>The blame after a revision by <paramref name="author"/>.</summary>
    public Blame Apply(ImmutableArray<TextEdit> edits, string author, long version)
    {
        if (edits.IsDefaultOrEmpty)
        {
            return this;
        }

        var spans = new SpanList();
        var seams = new List<Seam>(Seams.Length + edits.Length);
        var (span, used, seam, at, moved) = (0, 0, 0, 0, 0);

        void Copy(int until, bool keep)
        {
            while (at < until)
            {
                var length = Math.Min(until - at, Spans[span].Length - used);
                if (keep)
                {
                    spans.Add(Spans[span] with { Length = length });
                }

                used += length;
                at += length;
                if (used == Spans[span].Length)
                {
                    (span, used) = (span + 1, 0);
                }
            }
        }

        foreach (var edit in edits)
        {
            Copy(edit.At, keep: true);
            for (; seam < Seams.Length && Seams[seam].At < edit.At; seam++)
            {
                seams.Add(Seams[seam] with { At = Seams[seam].At + moved });
            }

            var start = edit.At + moved;
            var end = start + edit.Insert.Length;
            for (; seam < Seams.Length && Seams[seam].At <= edit.End; seam++)
            {
                // Words put where some were taken out must not hide who took them from the words on either side.
                if (edit.Remove.Length == 0 || Seams[seam].At < edit.End)
                {
                    seams.Add(Seams[seam] with { At = start });
                }

                if (Seams[seam].At == edit.End)
                {
                    seams.Add(Seams[seam] with { At = end });
                }
            }

            Copy(edit.End, keep: false);
            if (edit.Insert.Length > 0)
            {
                spans.Add(new BlameSpan(edit.Insert.Length, author, version));
            }

            if (edit.Remove.Length > 0)
            {
                seams.Add(new Seam(start, author, version));
                seams.Add(new Seam(end, author, version));
            }

            moved += edit.Shift;
        }

        Copy(Spans.Sum(s => s.Length), keep: true);
        for (; seam < Seams.Length; seam++)
        {
            seams.Add(Seams[seam] with { At = Seams[seam].At + moved });
        }

        return new Blame(spans.ToImmutable(), [.. seams
            .GroupBy(s => (s.At, s.Author), (_, same) => same.MaxBy(s => s.Version))
            .OrderBy(s => s.At)]);
    }

    /// <summary>Everyone who wrote words of <paramref name="range"/>, or took words out of it or at its ends.</summary>
    public ImmutableSortedSet<string> Touched(TextRange range)
    {
        var people = ImmutableSortedSet.CreateBuilder<string>(StringComparer.Ordinal);
        var at = 0;
        foreach (var span in Spans)
        {
            if (at < range.End && at + span.Length > range.Start)
            {
                people.Add(span.Author);
            }

            at += span.Length;
        }

        people.UnionWith(Seams.Where(s => s.At >= range.Start && s.At <= range.End).Select(s => s.Author));
        return people.ToImmutable();
    }

    private sealed class SpanList
    {
        private readonly ImmutableArray<BlameSpan>.Builder spans = ImmutableArray.CreateBuilder<BlameSpan>();

        public void Add(BlameSpan span)
        {
            if (spans.Count > 0 && spans[^1] is var last && last.Author == span.Author && last.Version == span.Version)
            {
                spans[^1] = last with { Length = last.Length + span.Length };
            }
            else
            {
                spans.Add(span);
            }
        }

        public ImmutableArray<BlameSpan> ToImmutable() => spans.ToImmutable();
    }
}
