using System.Collections.Immutable;
using Newsroom.Domain.Kernel;
using Newsroom.Domain.Text;

namespace Newsroom.Domain.Tests.Text.Properties;

/// <summary>
/// Reference implementation of blame: the authors and movers of each character, and for each gap between two characters and at the ends,
/// who removed words there. Insertions into a gap keep it on both sides.
/// </summary>
internal sealed class ReferenceBlame
{
    private List<ImmutableHashSet<string>> characters = [];
    private List<ImmutableHashSet<string>> gaps =
    [
        [],
    ];

    public ReferenceBlame(string text, string author) => Insert(0, text.Length, author);

    private ReferenceBlame() { }

    public ReferenceBlame Copy() => new() { characters = [.. characters], gaps = [.. gaps] };

    /// <summary>Applies a revision with moved words: at an offset after it, a range of an earlier text.</summary>
    public void Apply(
        ImmutableArray<TextEdit> edits,
        string author,
        params IEnumerable<(int At, ReferenceBlame From, TextRange Range)> carried
    )
    {
        var pieces = carried
            .Select(c =>
                (
                    c.At,
                    Characters: c.From.characters.GetRange(c.Range.Start, c.Range.Length),
                    Gaps: c.From.gaps.GetRange(c.Range.Start, c.Range.Length + 1)
                )
            )
            .ToList();
        foreach (var edit in edits.Reverse())
        {
            if (edit.Remove.Length == 0)
            {
                Insert(edit.At, edit.Insert.Length, author);
                continue;
            }

            // Removals between words that are now removed themselves are kept where those began.
            var before = gaps.GetRange(edit.At, edit.Remove.Length).Aggregate((all, gap) => all.Union(gap)).Add(author);
            var behind = gaps[edit.End].Add(author);
            characters.RemoveRange(edit.At, edit.Remove.Length);
            gaps.RemoveRange(edit.At + 1, edit.Remove.Length);
            gaps[edit.At] = [];
            Insert(edit.At, edit.Insert.Length, author);
            gaps[edit.At] = gaps[edit.At].Union(before);
            gaps[edit.At + edit.Insert.Length] = gaps[edit.At + edit.Insert.Length].Union(behind);
        }

        foreach (var piece in pieces)
        {
            for (var i = 0; i < piece.Characters.Count; i++)
            {
                characters[piece.At + i] = piece.Characters[i].Add(author);
            }

            for (var i = 0; i < piece.Gaps.Count; i++)
            {
                gaps[piece.At + i] = gaps[piece.At + i].Union(piece.Gaps[i]);
            }
        }
    }

    public ImmutableSortedSet<string> Touched(TextRange range) =>
        [.. characters[range.Start..range.End].SelectMany(c => c), .. gaps[range.Start..(range.End + 1)].SelectMany(g => g)];

    /// <summary>Returns whether each visible character and each cut has an author other than these people.</summary>
    public bool IsCoveredBy(IReadOnlyCollection<string> people, string text) =>
        characters.Where((_, i) => !char.IsWhiteSpace(text[i])).All(c => people.Any(p => !c.Contains(p)))
        && gaps.SelectMany(g => g).Distinct().All(cutter => people.Any(p => p != cutter));

    private void Insert(int at, int length, string author)
    {
        characters.InsertRange(at, Enumerable.Repeat(ImmutableHashSet.Create(author), length));
        if (length > 0)
        {
            gaps.InsertRange(at + 1, Enumerable.Repeat(ImmutableHashSet<string>.Empty, length - 1).Append(gaps[at]));
        }
    }
}
