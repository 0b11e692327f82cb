using System.Collections.Immutable;

namespace Newsroom.Domain.Text;

/// <summary>
/// Separates the saves that one person made from one version from the changes of others since: the text as that
/// person last saved it, and the
/// edits of others that lead from it to the text as it is.
/// </summary>
/// <param name="Own">The person's saves, as edits of the text they began with.</param>
/// <param name="Others">The changes of others, as edits of the text after <paramref name="Own"/>.</param>
internal sealed record OwnSaves(ImmutableArray<TextEdit> Own, ImmutableArray<TextEdit> Others)
{
    // Each time the author changes, all edits so far are gone through.
    private const int MostTurns = 200;

    /// <summary>Separates the revisions of a text; null where their authors alternate too often.</summary>
    /// <param name="revisions">The revisions in order, and whether each is such a save.</param>
    /// <param name="before">The text before them.</param>
    public static OwnSaves? Separate(IEnumerable<(bool IsOwn, ImmutableArray<TextEdit> Edits)> revisions, string before)
    {
        var turns = Turns(revisions);
        if (turns.Count > MostTurns)
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
    /// Whether a text goes on from the saves: it has one of their changes, puts in most of the same words, or changes
    /// the same ones. A text that does
    /// none of this can be of another window of the same person.
    /// </summary>
    /// <param name="edits">The edits that lead to the text, of the text before the saves.</param>
    /// <param name="before">The text before the saves.</param>
    public bool AreContinuedBy(ImmutableArray<TextEdit> edits, string before)
    {
        var (saved, now) = (Read(Own, before), Read(edits, before));
        return now.Leftmost(before).Intersect(saved.Leftmost(before)).Any()
            || !now.TryOver(saved, before, out _, out _)
            || RepeatInsertions(saved, now);
    }

    /// <summary>Whether some insertion has most of what was put in at its place before, as a paragraph does that is written on.</summary>
    private static bool RepeatInsertions(ImmutableArray<TextEdit> saved, ImmutableArray<TextEdit> now)
    {
        var inserted = now.Where(edit => edit.Insert.Length > 0).ToLookup(edit => edit.At, edit => edit.Insert);
        return saved.Any(edit => edit.Insert.Length > 0 && inserted[edit.At].Any(words => IsMostlyIn(edit.Insert, words)));
    }

    private static bool IsMostlyIn(string words, string others) =>
        TextDiff.Between(words, others).Sum(edit => edit.Remove.Length) * 2 < words.Length;

    /// <summary>Gets the edits from the text before the saves to the one that <paramref name="edits"/> make of the saved text.</summary>
    public ImmutableArray<TextEdit> Before(ImmutableArray<TextEdit> edits) => Finer(Own.Compose(edits));

    /// <summary>Gets the range of the text before the saves whose words are in a range of the saved text, or were changed there.</summary>
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
