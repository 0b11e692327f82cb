using System.Collections.Immutable;
using System.Runtime.InteropServices;
using System.Text.Json.Serialization;
using Newsroom.Domain.Kernel;

namespace Newsroom.Domain.Text;

/// <summary>Marks a place where words were removed.</summary>
/// <param name="At">The offset in the current text.</param>
/// <param name="Author">The person who removed them.</param>
/// <param name="Version">The version that removed them.</param>
public readonly record struct Seam(int At, string Author, long Version);

/// <summary>
/// Attributes the current text to authors. Folded revision by revision; its size depends on the text, not on its history.
/// </summary>
/// <param name="Spans">The authors of the text, from its beginning to its end.</param>
/// <param name="Seams">The places where words were removed, in order.</param>
public sealed record Blame(ImmutableArray<BlameSpan> Spans, ImmutableArray<Seam> Seams)
{
    // The maximum number of seams at one place, or of one edit, that are compared pairwise.
    private const int FewSeams = 8;

    /// <summary>Creates the blame of a text written by one person in one version.</summary>
    public static Blame Of(string text, string author, long version) => Of(text, new ChangeAuthors(author), version);

    /// <summary>Creates the blame of a text written by several people in one version.</summary>
    public static Blame Of(string text, ChangeAuthors authors, long version)
    {
        var spans = new SpanList();
        foreach (var (length, by) in authors.Inserted(0, text.Length))
        {
            spans.Add(Written(length, by, version));
        }

        return new Blame(spans.ToImmutable(), []);
    }

    /// <summary>Gets the length of the text in UTF-16 code units.</summary>
    [JsonIgnore]
    public int Length => Spans.Sum(s => s.Length);

    /// <summary>Returns the blame of a range.</summary>
    public Blame Of(TextRange range)
    {
        var spans = new SpanList();
        foreach (var (place, span) in SpansIn(range))
        {
            spans.Add(span with { Length = place.Length });
        }

        return new Blame(spans.ToImmutable(), [.. SeamsIn(range).Select(s => s with { At = s.At - range.Start })]);
    }

    /// <summary>Applies a revision by one author.</summary>
    /// <param name="carried">
    /// Moved or restored words among the insertions, in order. They keep their authors; <paramref name="author"/> becomes a mover.
    /// </param>
    public Blame Apply(ImmutableArray<TextEdit> edits, string author, long version, params ReadOnlySpan<CarriedWords> carried) =>
        Apply(edits, new ChangeAuthors(author), version, carried);

    /// <summary>Applies a revision by several authors.</summary>
    /// <param name="authors">The authors of each part of the revision.</param>
    public Blame Apply(ImmutableArray<TextEdit> edits, ChangeAuthors authors, long version, params ReadOnlySpan<CarriedWords> carried)
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
                if (keep && used == 0 && spans.AddWhole(Spans.AsSpan()[span..], until - at) is { Count: > 0 } whole)
                {
                    span += whole.Count;
                    at += whole.Length;
                    continue;
                }

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

        void Write(int from, int until)
        {
            foreach (var (length, by) in authors.Inserted(from, until))
            {
                spans.Add(Written(length, by, version));
            }
        }

        foreach (var edit in edits)
        {
            Copy(edit.At, keep: true);
            for (; seam < Seams.Length && Seams[seam].At < edit.At; seam++)
            {
                seams.Add(Seams[seam] with { At = Seams[seam].At + moved });
            }

            var (start, first) = (edit.At + moved, seams.Count);
            var end = start + edit.Insert.Length;
            for (; seam < Seams.Length && Seams[seam].At <= edit.End; seam++)
            {
                // Insertions at a seam must not hide who removed words there from the words on either side.
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
                Write(written, from);
                written = from;
                foreach (var carriedSpan in blame.Spans)
                {
                    foreach (var (length, by) in authors.Inserted(written, written + carriedSpan.Length))
                    {
                        spans.Add(by.Aggregate(carriedSpan with { Length = length }, (span, mover) => span.CarriedBy(mover)));
                    }

                    written += carriedSpan.Length;
                }

                seams.AddRange(blame.Seams.Select(s => s with { At = s.At + from }));
            }

            Write(written, end);
            foreach (var author in authors.Removed(edit.At, edit.End))
            {
                seams.Add(new Seam(start, author, version));
                seams.Add(new Seam(end, author, version));
            }

            SortByPlace(CollectionsMarshal.AsSpan(seams)[first..]);
            moved += edit.Shift;
        }

        Copy(Length, keep: true);
        for (; seam < Seams.Length; seam++)
        {
            seams.Add(Seams[seam] with { At = Seams[seam].At + moved });
        }

        return new Blame(spans.ToImmutable(), LatestOfEach(seams));
    }

    /// <summary>Lists who wrote or moved words of a range, or removed words in it or at its ends.</summary>
    public ImmutableSortedSet<string> Touched(TextRange range)
    {
        var people = ImmutableSortedSet.CreateBuilder<string>(StringComparer.Ordinal);
        foreach (var (_, span) in SpansIn(range))
        {
            people.UnionWith(span.People);
        }

        people.UnionWith(SeamsIn(range).Select(s => s.Author));
        return people.ToImmutable();
    }

    /// <summary>
    /// Returns the ranges for which none of the people is responsible, as author, mover or remover. A place where words were removed by
    /// others is an empty range.
    /// </summary>
    public IEnumerable<TextRange> NotCoveredBy(IReadOnlyCollection<string> people)
    {
        var ranges = new List<TextRange>();
        foreach (var (range, _) in SpansIn(new TextRange(0, Length)).Where(s => people.All(s.Span.IsOf)))
        {
            if (ranges.Count > 0 && ranges[^1].End == range.Start)
            {
                ranges[^1] = ranges[^1] with { End = range.End };
            }
            else
            {
                ranges.Add(range);
            }
        }

        return ranges.Concat(CutsOutside(ranges, people)).OrderBy(r => r.Start);
    }

    /// <summary>Returns the seams at which all of the people removed words and that adjoin no returned range.</summary>
    private IEnumerable<TextRange> CutsOutside(List<TextRange> ranges, IReadOnlyCollection<string> people)
    {
        var (range, last) = (0, -1);
        foreach (var seam in Seams.Where(s => s.At > last && people.All(p => p == s.Author)))
        {
            while (range < ranges.Count && ranges[range].End < seam.At)
            {
                range++;
            }

            last = seam.At;
            if (range == ranges.Count || ranges[range].Start > seam.At)
            {
                yield return new TextRange(seam.At, seam.At);
            }
        }
    }

    /// <summary>Sorts the seams of one edit; those at one place keep their order.</summary>
    private static void SortByPlace(Span<Seam> seams)
    {
        if (seams.Length > FewSeams)
        {
            seams.ToArray().OrderBy(s => s.At).ToArray().CopyTo(seams);
            return;
        }

        for (var i = 1; i < seams.Length; i++)
        {
            var seam = seams[i];
            var to = i;
            for (; to > 0 && seams[to - 1].At > seam.At; to--)
            {
                seams[to] = seams[to - 1];
            }

            seams[to] = seam;
        }
    }

    /// <summary>Returns the seams, keeping only the latest per person and place.</summary>
    private static ImmutableArray<Seam> LatestOfEach(List<Seam> seams)
    {
        var latest = ImmutableArray.CreateBuilder<Seam>(seams.Count);
        for (var (start, end) = (0, 0); start < seams.Count; start = end)
        {
            while (end < seams.Count && seams[end].At == seams[start].At)
            {
                end++;
            }

            AddLatest(latest, CollectionsMarshal.AsSpan(seams)[start..end]);
        }

        return latest.DrainToImmutable();
    }

    private static void AddLatest(ImmutableArray<Seam>.Builder latest, ReadOnlySpan<Seam> atOnePlace)
    {
        if (atOnePlace.Length > FewSeams)
        {
            latest.AddRange(atOnePlace.ToArray().GroupBy(s => s.Author, (_, same) => same.MaxBy(s => s.Version)));
            return;
        }

        var first = latest.Count;
        foreach (var seam in atOnePlace)
        {
            var same = first;
            while (same < latest.Count && latest[same].Author != seam.Author)
            {
                same++;
            }

            if (same == latest.Count)
            {
                latest.Add(seam);
            }
            else if (latest[same].Version < seam.Version)
            {
                latest[same] = seam;
            }
        }
    }

    private static BlameSpan Written(int length, ImmutableArray<string> by, long version) =>
        new(length, by[0], version) { CoAuthors = by.Length > 1 ? by[1..] : null };

    private IEnumerable<(TextRange Place, BlameSpan Span)> SpansIn(TextRange range)
    {
        var at = 0;
        foreach (var span in Spans)
        {
            if (at >= range.End)
            {
                yield break;
            }

            var place = new TextRange(Math.Max(range.Start, at), Math.Min(range.End, at + span.Length));
            if (!place.IsEmpty)
            {
                yield return (place, span);
            }

            at += span.Length;
        }
    }

    private IEnumerable<Seam> SeamsIn(TextRange range) => Seams.Where(s => s.At >= range.Start && s.At <= range.End);

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

        /// <summary>Adds the leading spans that lie within a length, up to a limit. Their neighbours have other authors.</summary>
        public (int Count, int Length) AddWhole(ReadOnlySpan<BlameSpan> list, int max)
        {
            var (count, length) = (0, 0);
            while (count < list.Length && list[count].Length <= max - length)
            {
                length += list[count++].Length;
            }

            if (count > 0)
            {
                Add(list[0]);
                spans.AddRange(list[1..count]);
            }

            return (count, length);
        }

        public ImmutableArray<BlameSpan> ToImmutable() => spans.ToImmutable();
    }
}
