using System.Collections.Immutable;

namespace Newsroom.Domain.Text;

/// <summary>Collects the spans of a text in order. Neighbouring spans of the same authors and version become one.</summary>
internal sealed class BlameSpanList
{
    private readonly ImmutableArray<BlameSpan>.Builder spans = ImmutableArray.CreateBuilder<BlameSpan>();

    /// <summary>Adds a span, or extends the last one where both have the same authors and version.</summary>
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

    /// <summary>Adds the spans of words that a version inserted.</summary>
    public void AddInserted(ChangeAuthors authors, int from, int until, long version)
    {
        foreach (var (length, by) in authors.Inserted(from, until))
        {
            Add(new BlameSpan(length, by[0], version) { CoAuthors = by.Length > 1 ? by[1..] : null });
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
