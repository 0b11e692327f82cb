using System.Collections.Immutable;

namespace Newsroom.Domain.Text;

/// <summary>Describes a stretch of a text that both sides changed differently.</summary>
/// <param name="Range">The range in the common base text: all changed words and their neighbours.</param>
/// <param name="Mine">The caller's edits of the base text.</param>
/// <param name="Theirs">The edits committed meanwhile, of the base text.</param>
public sealed record Overlap(TextRange Range, ImmutableArray<TextEdit> Mine, ImmutableArray<TextEdit> Theirs);

/// <summary>
/// Rebases edits over concurrent ones. Edits overlap if their changed words, with one word on either side in the same line, meet. Inserted
/// or removed paragraphs and list lines need no context and keep commit order at one place. An edit already made to the same effect is not
/// repeated.
/// </summary>
public static class TextMerge
{
    /// <summary>Rebases <paramref name="mine"/> over <paramref name="theirs"/>; false if some edits overlap.</summary>
    /// <param name="mine">Edits of <paramref name="text"/>.</param>
    /// <param name="theirs">Other edits of <paramref name="text"/>, committed earlier.</param>
    /// <param name="text">The common base text.</param>
    /// <param name="rebased">
    /// The edits of <paramref name="mine"/> in the text after <paramref name="theirs"/>, if there is no overlap.
    /// </param>
    /// <param name="overlaps">The overlaps, in order.</param>
    public static bool TryOver(
        this ImmutableArray<TextEdit> mine,
        ImmutableArray<TextEdit> theirs,
        string text,
        out ImmutableArray<TextEdit> rebased,
        out ImmutableArray<Overlap> overlaps
    )
    {
        var sides = new Sides(mine, theirs, text);
        overlaps = sides.Overlaps();
        rebased = overlaps.IsEmpty ? sides.Carry() : [];
        return overlaps.IsEmpty;
    }

    /// <summary>Rebases <paramref name="mine"/> over <paramref name="theirs"/>; no edits of both may remove the same words.</summary>
    internal static ImmutableArray<TextEdit> Carry(ImmutableArray<TextEdit> mine, ImmutableArray<TextEdit> theirs, string text) =>
        new Sides(mine, theirs, text).Carry();

    private sealed class Sides
    {
        private readonly string text;
        private readonly List<EditFootprint> mine;
        private readonly List<EditFootprint> theirs;
        private readonly HashSet<EditFootprint> both = new(ReferenceEqualityComparer.Instance);

        public Sides(ImmutableArray<TextEdit> mine, ImmutableArray<TextEdit> theirs, string text)
        {
            this.text = text;
            this.mine = [.. mine.Select(edit => EditFootprint.Of(edit, text))];
            this.theirs = [.. theirs.Select(edit => EditFootprint.Of(edit, text))];
            var done = new Dictionary<TextEdit, int>();
            foreach (var (index, edit) in theirs.Leftmost(text).Index())
            {
                done.TryAdd(edit, index);
            }

            foreach (var (index, edit) in mine.Leftmost(text).Index())
            {
                if (done.TryGetValue(edit, out var same))
                {
                    both.Add(this.mine[index]);
                    both.Add(this.theirs[same]);
                }
            }
        }

        public ImmutableArray<TextEdit> Carry()
        {
            var placed = new List<TextEdit>(mine.Count);
            var (past, moved) = (0, 0);
            foreach (var edit in mine.Where(edit => !both.Contains(edit)))
            {
                for (; past < theirs.Count && theirs[past].Edit.End <= edit.Edit.At && IsBefore(theirs[past], edit); past++)
                {
                    moved += theirs[past].Edit.Shift;
                }

                Place(placed, edit.Edit with { At = edit.Edit.At + moved });
            }

            return [.. placed];
        }

        private bool IsBefore(EditFootprint other, EditFootprint edit) =>
            !edit.IsAtOnePointWith(other) || edit.StandsBehind(other, text) == true;

        /// <summary>Groups edits whose reaches meet; returns the groups in which one of mine clashes.</summary>
        public ImmutableArray<Overlap> Overlaps()
        {
            var clashing = Clashing();
            var overlaps = ImmutableArray.CreateBuilder<Overlap>();
            var (m, t) = (0, 0);
            while (clashing.Count > 0 && m < mine.Count)
            {
                var (mineFrom, theirsFrom) = (m, t);
                var range = t < theirs.Count && theirs[t].Reach.Start < mine[m].Reach.Start ? theirs[t].Reach : mine[m].Reach;
                while (true)
                {
                    if (m < mine.Count && mine[m].Reach.Start <= range.End)
                    {
                        range = Hull(range, mine[m++].Reach);
                    }
                    else if (t < theirs.Count && theirs[t].Reach.Start <= range.End)
                    {
                        range = Hull(range, theirs[t++].Reach);
                    }
                    else
                    {
                        break;
                    }
                }

                var run = mine[mineFrom..m];
                if (run.Any(clashing.Contains))
                {
                    overlaps.Add(new Overlap(range, [.. run.Select(e => e.Edit)], [.. theirs[theirsFrom..t].Select(e => e.Edit)]));
                }
            }

            return overlaps.DrainToImmutable();
        }

        private HashSet<EditFootprint> Clashing()
        {
            var clashing = new HashSet<EditFootprint>(ReferenceEqualityComparer.Instance);
            var others = theirs.Where(edit => !both.Contains(edit)).ToList();
            var past = 0;
            foreach (var edit in mine.Where(edit => !both.Contains(edit)))
            {
                // What is before the reach of this edit is before that of every later one.
                while (
                    past < others.Count && others[past] is var left && left.Edit.End < edit.Edit.At && left.Reach.End <= edit.Reach.Start
                )
                {
                    past++;
                }

                for (
                    var i = past;
                    i < others.Count && others[i] is var other && (other.Edit.At <= edit.Edit.End || other.Reach.Start < edit.Reach.End);
                    i++
                )
                {
                    if (edit.Clashes(other, text))
                    {
                        clashing.Add(edit);
                        break;
                    }
                }
            }

            return clashing;
        }
    }

    /// <summary>Joins adjacent edits.</summary>
    private static void Place(List<TextEdit> placed, TextEdit edit)
    {
        if (placed.Count > 0 && placed[^1] is var last && last.End == edit.At)
        {
            placed[^1] = new TextEdit(last.At, last.Remove + edit.Remove, last.Insert + edit.Insert);
        }
        else
        {
            placed.Add(edit);
        }
    }

    private static TextRange Hull(TextRange one, TextRange other) => new(Math.Min(one.Start, other.Start), Math.Max(one.End, other.End));
}
