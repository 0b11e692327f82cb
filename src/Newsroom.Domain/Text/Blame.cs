using System.Collections.Immutable;
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
    /// <summary>Creates the blame of a text written by one person in one version.</summary>
    public static Blame Of(string text, string author, long version) => Of(text, new ChangeAuthors(author), version);

    /// <summary>Creates the blame of a text written by several people in one version.</summary>
    public static Blame Of(string text, ChangeAuthors authors, long version)
    {
        var spans = new BlameSpanList();
        spans.AddInserted(authors, 0, text.Length, version);
        return new Blame(spans.ToImmutable(), []);
    }

    /// <summary>Gets the length of the text in UTF-16 code units.</summary>
    [JsonIgnore]
    public int Length => Spans.Sum(s => s.Length);

    /// <summary>Returns the blame of a range.</summary>
    public Blame Of(TextRange range)
    {
        var spans = new BlameSpanList();
        foreach (var (place, span) in SpansIn(range))
        {
            spans.Add(span with { Length = place.Length });
        }

        return new Blame(spans.ToImmutable(), [.. SeamsIn(range).Select(s => s with { At = s.At - range.Start })]);
    }

    /// <summary>Applies a revision by one author.</summary>
    /// <param name="edits">The edits, in the order of the text before them.</param>
    /// <param name="author">The identity of the author, <c>subject@issuer</c>.</param>
    /// <param name="version">The version of the story that the revision creates.</param>
    /// <param name="carried">
    /// Moved or restored words among the insertions, in order. They keep their authors; <paramref name="author"/> becomes a mover.
    /// </param>
    public Blame Apply(ImmutableArray<TextEdit> edits, string author, long version, params ReadOnlySpan<CarriedWords> carried) =>
        Apply(edits, new ChangeAuthors(author), version, carried);

    /// <summary>Applies a revision by several authors.</summary>
    /// <param name="edits">The edits, in the order of the text before them.</param>
    /// <param name="authors">The authors of each part of the revision.</param>
    /// <param name="version">The version of the story that the revision creates.</param>
    /// <param name="carried">Moved or restored words among the insertions, in order. They keep their authors.</param>
    public Blame Apply(ImmutableArray<TextEdit> edits, ChangeAuthors authors, long version, params ReadOnlySpan<CarriedWords> carried)
    {
        if (edits.IsDefaultOrEmpty)
        {
            return this;
        }

        var revision = new BlameRevision(this, edits.Length, authors, version, carried);
        foreach (var edit in edits)
        {
            revision.Add(edit);
        }

        return revision.ToBlame();
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
}
