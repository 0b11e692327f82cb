using System.Collections.Immutable;

namespace Newsroom.Domain.Text;

/// <summary>
/// Separates the saves one person made from a version from later changes of others: their last saved text, and the others' edits from it to
/// the current text.
/// </summary>
/// <param name="Own">The person's saves, as edits of the base text.</param>
/// <param name="Others">The changes of others, as edits of the text after <paramref name="Own"/>.</param>
internal sealed record OwnSaves(ImmutableArray<TextEdit> Own, ImmutableArray<TextEdit> Others)
{
    // Each change of author processes all earlier edits again.
    private const int MaxTurns = 200;

    /// <summary>Separates the revisions of a text; null if the authors alternate too often.</summary>
    /// <param name="revisions">The revisions in order, with whether each is an own save.</param>
    /// <param name="before">The base text.</param>
    public static OwnSaves? Separate(IEnumerable<(bool IsOwn, ImmutableArray<TextEdit> Edits)> revisions, string before)
    {
        var turns = Turns(revisions);
        if (turns.Count > MaxTurns)
        {
            return null;
        }

        var (separated, text) = (new OwnSaves([], []), before);
        foreach (var (isOwn, edits) in turns)
        {
            separated = isOwn ? separated.WithOwn(edits, text) : separated with { Others = Finer(separated.Others.Compose(edits)) };
            text = edits.Apply(text);
        }

        return separated;
    }

    /// <summary>
    /// Returns whether a text continues the saves: it repeats one of their changes, contains most of an insertion, or changes the same
    /// words. Otherwise it may come from another window of the same person.
    /// </summary>
    /// <param name="edits">The edits from the base text to the text.</param>
    /// <param name="before">The base text.</param>
    public bool AreContinuedBy(ImmutableArray<TextEdit> edits, string before)
    {
        var (saved, now) = (Read(Own, before), Read(edits, before));
        return now.Leftmost(before).Intersect(saved.Leftmost(before)).Any()
            || !now.TryOver(saved, before, out _, out _)
            || RepeatInsertions(saved, now);
    }

    /// <summary>Returns whether an insertion contains most of what was inserted there before, as when a paragraph is continued.</summary>
    private static bool RepeatInsertions(ImmutableArray<TextEdit> saved, ImmutableArray<TextEdit> now)
    {
        var inserted = now.Where(edit => edit.Insert.Length > 0).ToLookup(edit => edit.At, edit => edit.Insert);
        return saved.Any(edit => edit.Insert.Length > 0 && inserted[edit.At].Any(words => IsMostlyIn(edit.Insert, words)));
    }

    private static bool IsMostlyIn(string words, string others) =>
        TextDiff.Between(words, others).Sum(edit => edit.Remove.Length) * 2 < words.Length;

    /// <summary>Rebases edits of the saved text onto the base text.</summary>
    public ImmutableArray<TextEdit> Before(ImmutableArray<TextEdit> edits) => Finer(Own.Compose(edits));

    /// <summary>Maps a range of the saved text to the base text, including words changed there.</summary>
    public TextRange Before(TextRange range)
    {
        var (start, end, moved) = (range.Start, range.End, 0);
        foreach (var edit in Own)
        {
            var at = edit.At + moved;
            moved += edit.Shift;
            start = at + edit.Insert.Length <= range.Start ? range.Start - moved : Math.Min(start, edit.At);
            if (at > range.End)
            {
                break;
            }

            end = at + edit.Insert.Length <= range.End ? range.End - moved : edit.End;
        }

        return new TextRange(Math.Min(start, end), end);
    }

    private OwnSaves WithOwn(ImmutableArray<TextEdit> edits, string text)
    {
        var back = Others.Invert();
        if (Touch(edits, back))
        {
            return this with { Others = Finer(Others.Compose(edits)) };
        }

        var carried = TextMerge.Carry(edits, back, text);
        return new OwnSaves(Finer(Own.Compose(carried)), Finer(carried.Invert().Compose(Others).Compose(edits)));
    }

    private static List<(bool IsOwn, ImmutableArray<TextEdit> Edits)> Turns(
        IEnumerable<(bool IsOwn, ImmutableArray<TextEdit> Edits)> revisions
    )
    {
        var turns = new List<(bool IsOwn, List<ImmutableArray<TextEdit>> Lists)>();
        foreach (var (isOwn, edits) in revisions.Where(revision => !revision.Edits.IsDefaultOrEmpty))
        {
            if (turns.Count == 0 || turns[^1].IsOwn != isOwn)
            {
                turns.Add((isOwn, []));
            }

            turns[^1].Lists.Add(edits);
        }

        return [.. turns.Select(turn => (turn.IsOwn, Finer(TextEdits.Compose([.. turn.Lists]))))];
    }

    private static bool Touch(ImmutableArray<TextEdit> edits, ImmutableArray<TextEdit> others)
    {
        var past = 0;
        foreach (var edit in edits)
        {
            while (past < others.Length && others[past].End <= edit.At)
            {
                past++;
            }

            // An insertion has no words: it touches others inside theirs.
            if (past < others.Length && others[past].At < edit.End)
            {
                return true;
            }
        }

        return false;
    }

    private static ImmutableArray<TextEdit> Read(ImmutableArray<TextEdit> edits, string text) =>
        [.. WhiteEdits.Split(edits).Where(edit => !WhiteEdits.IsUnread(edit, text))];

    private static ImmutableArray<TextEdit> Finer(ImmutableArray<TextEdit> edits) => [.. edits.SelectMany(edit => edit.Finer())];
}
