using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace Newsroom.Domain.Articles;

/// <summary>A run of a text that one person wrote in one version.</summary>
/// <param name="Length">UTF-16 code units.</param>
/// <param name="Author">Who wrote it.</param>
/// <param name="Version">The story's version that brought it.</param>
public readonly record struct BlameSpan(int Length, string Author, long Version)
{
    private readonly ImmutableArray<string> movers;

    /// <summary>Who carried it from elsewhere in the text, or restored it, in order; it is theirs too.</summary>
    public ImmutableArray<string> Movers
    {
        get => movers.IsDefault ? [] : movers;
        init => movers = value;
    }

    /// <summary>Whether both runs came about in the same way.</summary>
    public bool IsOfOneHandWith(BlameSpan other) => Author == other.Author && Version == other.Version && Movers.SequenceEqual(other.Movers);

    /// <summary>The same words, carried by <paramref name="mover"/>.</summary>
    public BlameSpan CarriedBy(string mover) => mover == Author || Movers.Contains(mover) ? this : this with { Movers = Movers.Add(mover) };

    /// <summary>Whether this person wrote or carried it.</summary>
    public bool IsOf(string person) => Author == person || Movers.Contains(person);

    /// <inheritdoc/>
    public bool Equals(BlameSpan other) => Length == other.Length && IsOfOneHandWith(other);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Length, Author, Version, Movers.Length);
}

/// <summary>Words of a revision that stood elsewhere before, or in another version: they stay their authors'.</summary>
/// <param name="Field">The text they are in.</param>
/// <param name="At">Where, in that text after the revision.</param>
/// <param name="Blame">Who touched them where they stood.</param>
public sealed record CarriedWords(ArticleField Field, int At, Blame Blame);

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

    /// <summary>Number of code units of the text.</summary>
    [JsonIgnore]
    public int Length => Spans.Sum(s => s.Length);

    /// <summary>The blame of a range alone.</summary>
    public Blame Of(TextRange range)
    {
        var spans = new SpanList();
        var at = 0;
        foreach (var span in Spans)
        {
            var length = Math.Min(range.End, at + span.Length) - Math.Max(range.Start, at);
            if (length > 0)
            {
                spans.Add(span with { Length = length });
            }

            at += span.Length;
        }

        return new Blame(spans.ToImmutable(), [.. Seams.Where(s => s.At >= range.Start && s.At <= range.End).Select(s => s with { At = s.At - range.Start })]);
    }

    /// <summary>The blame after a revision by <paramref name="author"/>.</summary>
    /// <param name="edits">The revision.</param>
    /// <param name="author">Who made it.</param>
    /// <param name="version">The story's version it made.</param>
    /// <param name="carried">Which of the words put in stood elsewhere before, in order: they keep their authors, and get this one as mover.</param>
    public Blame Apply(ImmutableArray<TextEdit> edits, string author, long version, params ReadOnlySpan<CarriedWords> carried)
    {
        if (edits.IsDefaultOrEmpty)
        {
            return this;
        }

        var spans = new SpanList();
        var seams = new List<Seam>(Seams.Length + edits.Length);
        var (span, used, seam, at, moved, piece) = (0, 0, 0, 0, 0, 0);

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
            var written = start;
            for (; piece < carried.Length && carried[piece].At < end; piece++)
            {
                var (from, blame) = (carried[piece].At, carried[piece].Blame);
                spans.Add(new BlameSpan(from - written, author, version));
                foreach (var carriedSpan in blame.Spans)
                {
                    spans.Add(carriedSpan.CarriedBy(author));
                }

                seams.AddRange(blame.Seams.Select(s => s with { At = s.At + from }));
                written = from + blame.Length;
            }

            spans.Add(new BlameSpan(end - written, author, version));

            if (edit.Remove.Length > 0)
            {
                seams.Add(new Seam(start, author, version));
                seams.Add(new Seam(end, author, version));
            }

            moved += edit.Shift;
        }

        Copy(Length, keep: true);
        for (; seam < Seams.Length; seam++)
        {
            seams.Add(Seams[seam] with { At = Seams[seam].At + moved });
        }

        return new Blame(spans.ToImmutable(), [.. seams
            .GroupBy(s => (s.At, s.Author), (_, same) => same.MaxBy(s => s.Version))
            .OrderBy(s => s.At)]);
    }

    /// <summary>Everyone who wrote or carried words of <paramref name="range"/>, or took words out of it or at its ends.</summary>
    public ImmutableSortedSet<string> Touched(TextRange range)
    {
        var people = ImmutableSortedSet.CreateBuilder<string>(StringComparer.Ordinal);
        var at = 0;
        foreach (var span in Spans)
        {
            if (at < range.End && at + span.Length > range.Start)
            {
                people.Add(span.Author);
                people.UnionWith(span.Movers);
            }

            at += span.Length;
        }

        people.UnionWith(Seams.Where(s => s.At >= range.Start && s.At <= range.End).Select(s => s.Author));
        return people.ToImmutable();
    }

    /// <summary>
    /// The ranges that nobody of <paramref name="people"/> covers: a person covers what they neither wrote nor carried, and the places where they
    /// took nothing out. An empty range is such a place.
    /// </summary>
    public IEnumerable<TextRange> NotCoveredBy(IReadOnlyCollection<string> people)
    {
        var ranges = new List<TextRange>();
        var at = 0;
        foreach (var span in Spans)
        {
            var range = new TextRange(at, at + span.Length);
            if (people.All(span.IsOf))
            {
                if (ranges.Count > 0 && ranges[^1].End == at)
                {
                    ranges[^1] = ranges[^1] with { End = range.End };
                }
                else
                {
                    ranges.Add(range);
                }
            }

            at = range.End;
        }

        var cuts = Seams.Where(s => people.All(p => p == s.Author) && !ranges.Any(r => s.At >= r.Start && s.At <= r.End)).Select(s => new TextRange(s.At, s.At)).Distinct();
        return ranges.Concat(cuts).OrderBy(r => r.Start);
    }

    /// <summary>Everyone who changed words of <paramref name="range"/>, or took words out of it, after a version, and the latest version in which.</summary>
    public (ImmutableArray<string> People, long Version) ChangedIn(TextRange range, long after)
    {
        var changed = new List<(string By, long Version)>();
        var at = 0;
        foreach (var span in Spans)
        {
            if (at < range.End && at + span.Length > range.Start && span.Version > after)
            {
                changed.Add((span.Author, span.Version));
            }

            at += span.Length;
        }

        changed.AddRange(Seams.Where(s => s.At >= range.Start && s.At <= range.End && s.Version > after).Select(s => (s.Author, s.Version)));
        return ([.. changed.Select(c => c.By).Distinct().Order(StringComparer.Ordinal)], changed.Select(c => c.Version).DefaultIfEmpty(after).Max());
    }

    private sealed class SpanList
    {
        private readonly ImmutableArray<BlameSpan>.Builder spans = ImmutableArray.CreateBuilder<BlameSpan>();

        public void Add(BlameSpan span)
        {
            if (span.Length == 0)
            {
                return;
            }

            if (spans.Count > 0 && spans[^1] is var last && last.IsOfOneHandWith(span))
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
