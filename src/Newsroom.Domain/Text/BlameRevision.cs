using System.Runtime.InteropServices;

namespace Newsroom.Domain.Text;

/// <summary>Applies one revision to a blame, edit by edit, from the beginning of the text to its end.</summary>
/// <param name="before">The blame of the text before the revision.</param>
/// <param name="edits">The number of edits.</param>
/// <param name="authors">The authors of each part of the revision.</param>
/// <param name="version">The version that the revision creates.</param>
/// <param name="carried">Moved or restored words among the insertions, in order.</param>
internal ref struct BlameRevision(Blame before, int edits, ChangeAuthors authors, long version, ReadOnlySpan<CarriedWords> carried)
{
    private readonly BlameSpanList spans = new();
    private readonly List<Seam> seams = new(before.Seams.Length + edits);
    private readonly ReadOnlySpan<CarriedWords> carried = carried;

    // How far the text before is read: the offset, its span, and the offset in that span.
    private int at;
    private int span;
    private int used;

    // The first seam of the text before that is not copied, and the first carried words that are not inserted.
    private int seam;
    private int piece;

    // The length that the edits so far added.
    private int moved;

    /// <summary>Applies the next edit.</summary>
    public void Add(TextEdit edit)
    {
        Copy(edit.At);
        CopySeamsBefore(edit.At);
        var (start, first) = (edit.At + moved, seams.Count);
        var end = start + edit.Insert.Length;
        MoveSeams(edit, start, end);
        Skip(edit.End);
        Insert(start, end);
        foreach (var author in authors.Removed(edit.At, edit.End))
        {
            seams.Add(new Seam(start, author, version));
            seams.Add(new Seam(end, author, version));
        }

        Seams.SortByPlace(CollectionsMarshal.AsSpan(seams)[first..]);
        moved += edit.Shift;
    }

    /// <summary>Returns the blame of the text after the last edit.</summary>
    public Blame ToBlame()
    {
        Copy(before.Length);
        CopySeamsBefore(int.MaxValue);
        return new Blame(spans.ToImmutable(), Seams.LatestOfEach(seams));
    }

    /// <summary>Copies the spans up to an offset.</summary>
    private void Copy(int until)
    {
        while (at < until)
        {
            if (used == 0 && spans.AddWhole(before.Spans.AsSpan()[span..], until - at) is { Count: > 0 } whole)
            {
                span += whole.Count;
                at += whole.Length;
                continue;
            }

            var length = LengthUntil(until);
            spans.Add(before.Spans[span] with { Length = length });
            Advance(length);
        }
    }

    /// <summary>Leaves out the spans up to an offset.</summary>
    private void Skip(int until)
    {
        while (at < until)
        {
            Advance(LengthUntil(until));
        }
    }

    private readonly int LengthUntil(int until) => Math.Min(until - at, before.Spans[span].Length - used);

    private void Advance(int length)
    {
        used += length;
        at += length;
        if (used == before.Spans[span].Length)
        {
            (span, used) = (span + 1, 0);
        }
    }

    private void CopySeamsBefore(int until)
    {
        for (; seam < before.Seams.Length && before.Seams[seam].At < until; seam++)
        {
            seams.Add(before.Seams[seam] with { At = before.Seams[seam].At + moved });
        }
    }

    /// <summary>Moves the seams at an edit to the start or the end of its insertion.</summary>
    private void MoveSeams(TextEdit edit, int start, int end)
    {
        for (; seam < before.Seams.Length && before.Seams[seam].At <= edit.End; seam++)
        {
            // Insertions at a seam must not hide who removed words there from the words on either side.
            if (edit.Remove.Length == 0 || before.Seams[seam].At < edit.End)
            {
                seams.Add(before.Seams[seam] with { At = start });
            }

            if (before.Seams[seam].At == edit.End)
            {
                seams.Add(before.Seams[seam] with { At = end });
            }
        }
    }

    /// <summary>Adds the insertion between two offsets of the text after: new words, and carried words with their authors.</summary>
    private void Insert(int start, int end)
    {
        for (; piece < carried.Length && carried[piece].At < end; piece++)
        {
            spans.AddInserted(authors, start, carried[piece].At, version);
            start = InsertCarried(carried[piece].At, carried[piece].Blame);
        }

        spans.AddInserted(authors, start, end, version);
    }

    /// <summary>Adds carried words, and the people who carried them as movers.</summary>
    /// <returns>The offset after them.</returns>
    private readonly int InsertCarried(int start, Blame blame)
    {
        var end = start;
        foreach (var words in blame.Spans)
        {
            foreach (var (length, by) in authors.Inserted(end, end + words.Length))
            {
                spans.Add(by.Aggregate(words with { Length = length }, (carried, mover) => carried.CarriedBy(mover)));
            }

            end += words.Length;
        }

        seams.AddRange(blame.Seams.Select(s => s with { At = s.At + start }));
        return end;
    }
}
