using System.Collections.Immutable;

namespace Newsroom.Domain.Text;

/// <summary>
/// Merges two edit lists that change the same words, and resolves what is not a conflict. Invisible changes (<see cref="WhiteEdits"/>)
/// yield to visible ones; identical words are inserted once; a save that contains the person's previous saves replaces them. The rest are
/// overlaps.
/// </summary>
internal static class ThreeWayMerge
{
    // The maximum number of overlaps; the last one covers the rest.
    private const int MaxOverlaps = 100;

    // The maximum number of edits of both sides; above it every clash is an overlap.
    private const int MaxSettledEdits = 100_000;

    // The maximum number of rounds: a resolution can bring other edits together.
    private const int MaxRounds = 3;

    /// <summary>Returns the edits of the text after <paramref name="theirs"/> that apply <paramref name="mine"/>.</summary>
    /// <param name="mine">Edits of <paramref name="text"/>.</param>
    /// <param name="theirs">Other edits of <paramref name="text"/>, committed earlier.</param>
    /// <param name="text">The common base text.</param>
    /// <param name="isOwn">Returns whether a range was changed only by the author of <paramref name="mine"/>.</param>
    /// <param name="overlaps">The overlaps, in order.</param>
    public static ImmutableArray<TextEdit> Over(
        ImmutableArray<TextEdit> mine,
        ImmutableArray<TextEdit> theirs,
        string text,
        Func<TextRange, bool> isOwn,
        out ImmutableArray<Overlap> overlaps
    )
    {
        if (LineMerge.TryMerge(text, mine.Apply(text), theirs.Apply(text)) is { } byLines)
        {
            overlaps = [];
            return byLines;
        }

        if (mine.TryOver(theirs, text, out var rebased, out overlaps))
        {
            return rebased;
        }

        if (mine.Length + theirs.Length > MaxSettledEdits)
        {
            overlaps = Shown(overlaps, mine, theirs);
            return [];
        }

        var (read, white) = Parted(mine, text);
        var (theirRead, theirWhite) = Parted(theirs, text);
        for (var round = 0; !read.TryOver(theirRead, text, out _, out overlaps); round++)
        {
            var isSettled = round < MaxRounds;
            foreach (var overlap in overlaps)
            {
                isSettled &= TrySettle(overlap, text, isOwn, ref read, ref theirRead);
            }

            if (!isSettled)
            {
                read.TryOver(theirRead, text, out _, out overlaps);
                overlaps = Shown(overlaps, mine, theirs);
                return [];
            }
        }

        theirWhite = Outside(theirWhite, read);
        var kept = Sorted(theirRead, theirWhite);
        var wanted = Sorted(read, Outside(white, kept));
        var carried = TextMerge.Carry(wanted, kept, text);
        return kept.SequenceEqual(Sorted([.. WhiteEdits.Split(theirs)], []))
            ? carried
            : Finer(theirs.Invert().Compose(kept).Compose(carried));
    }

    /// <summary>
    /// Returns the edits from a person's saved text to a new save that contains it; otherwise null. It contains the text if it has all
    /// saved words in order and none of the removed ones.
    /// </summary>
    /// <param name="saved">The changes of the previous saves, as edits of the base text.</param>
    /// <param name="text">The text after them.</param>
    /// <param name="now">The text being saved.</param>
    public static ImmutableArray<TextEdit>? OverOwn(ImmutableArray<TextEdit> saved, string text, string now)
    {
        if (!IsContained(text, now))
        {
            return null;
        }

        var edits = TextDiff.Between(text, now);
        return Finer(saved.Compose(edits)).Sum(edit => edit.Remove.Length) >= saved.Sum(edit => edit.Remove.Length) ? edits : null;
    }

    private static bool IsContained(string saved, string now)
    {
        var found = 0;
        foreach (var c in now)
        {
            found += found < saved.Length && c == saved[found] ? 1 : 0;
        }

        return found == saved.Length;
    }

    private static (ImmutableArray<TextEdit> Read, ImmutableArray<TextEdit> White) Parted(ImmutableArray<TextEdit> edits, string text)
    {
        var parted = WhiteEdits.Split(edits).ToLookup(edit => WhiteEdits.IsUnread(edit, text));
        return ([.. parted[false]], [.. parted[true]]);
    }

    private static bool TrySettle(
        Overlap overlap,
        string text,
        Func<TextRange, bool> isOwn,
        ref ImmutableArray<TextEdit> mine,
        ref ImmutableArray<TextEdit> theirs
    )
    {
        var (yours, others) = (Within(overlap.Mine, overlap.Range, text), Within(overlap.Theirs, overlap.Range, text));
        if (yours == others)
        {
            mine = Without(mine, overlap.Mine);
            return true;
        }

        if (isOwn(overlap.Range) && Contains(overlap, text, yours, others))
        {
            theirs = Without(theirs, overlap.Theirs);
            return true;
        }

        return false;
    }

    /// <summary>Returns whether the new save keeps every removal and all saved words, in order.</summary>
    private static bool Contains(Overlap overlap, string text, string now, string saved)
    {
        var gone = overlap.Mine.Leftmost(text).SelectMany(edit => Enumerable.Range(edit.At, edit.Remove.Length)).ToHashSet();
        return IsContained(saved, now)
            && overlap.Theirs.Leftmost(text).SelectMany(edit => Enumerable.Range(edit.At, edit.Remove.Length)).All(gone.Contains);
    }

    private static string Within(ImmutableArray<TextEdit> edits, TextRange range, string text) =>
        edits.Select(edit => edit with { At = edit.At - range.Start }).ToImmutableArray().Apply(range.Of(text));

    private static ImmutableArray<TextEdit> Without(ImmutableArray<TextEdit> edits, ImmutableArray<TextEdit> settled)
    {
        var gone = settled.Select(edit => edit.At).ToHashSet();
        return [.. edits.Where(edit => !gone.Contains(edit.At))];
    }

    private static ImmutableArray<TextEdit> Sorted(ImmutableArray<TextEdit> one, ImmutableArray<TextEdit> other) =>
        [.. one.Concat(other).OrderBy(edit => edit.At).ThenBy(edit => edit.End)];

    private static ImmutableArray<TextEdit> Outside(ImmutableArray<TextEdit> white, ImmutableArray<TextEdit> others)
    {
        var outside = ImmutableArray.CreateBuilder<TextEdit>(white.Length);
        var past = 0;
        foreach (var edit in white)
        {
            while (past < others.Length && others[past].End < edit.At)
            {
                past++;
            }

            var meets = false;
            for (var i = past; i < others.Length && others[i].At <= edit.End && !meets; i++)
            {
                meets = Meet(edit, others[i]);
            }

            if (!meets)
            {
                outside.Add(edit);
            }
        }

        return outside.DrainToImmutable();
    }

    private static bool Meet(TextEdit one, TextEdit other) =>
        (one.At < other.End && other.At < one.End) || (one.At == other.At && one.End == other.End);

    /// <summary>Extends overlaps by all changes in them, invisible ones included.</summary>
    private static ImmutableArray<Overlap> Shown(
        ImmutableArray<Overlap> overlaps,
        ImmutableArray<TextEdit> mine,
        ImmutableArray<TextEdit> theirs
    )
    {
        var shown = ImmutableArray.CreateBuilder<Overlap>();
        var (m, t) = (0, 0);
        for (var i = 0; i < overlaps.Length && shown.Count < MaxOverlaps; i++)
        {
            var range = shown.Count == MaxOverlaps - 1 ? overlaps[i].Range with { End = overlaps[^1].Range.End } : overlaps[i].Range;
            if (shown.Count > 0 && range.Start < shown[^1].Range.End)
            {
                continue;
            }

            var hull = range;
            m = Skip(mine, m, range.Start);
            t = Skip(theirs, t, range.Start);
            var (mineFrom, theirsFrom) = (m, t);
            while (true)
            {
                if (m < mine.Length && mine[m].At <= hull.End)
                {
                    hull = Hull(hull, mine[m++]);
                }
                else if (t < theirs.Length && theirs[t].At <= hull.End)
                {
                    hull = Hull(hull, theirs[t++]);
                }
                else
                {
                    break;
                }
            }

            shown.Add(new Overlap(hull, mine[mineFrom..m], theirs[theirsFrom..t]));
        }

        return shown.DrainToImmutable();
    }

    private static int Skip(ImmutableArray<TextEdit> edits, int from, int start)
    {
        while (from < edits.Length && edits[from].End < start)
        {
            from++;
        }

        return from;
    }

    private static TextRange Hull(TextRange range, TextEdit edit) => new(Math.Min(range.Start, edit.At), Math.Max(range.End, edit.End));

    private static ImmutableArray<TextEdit> Finer(ImmutableArray<TextEdit> edits) => [.. edits.SelectMany(edit => edit.Finer())];
}
