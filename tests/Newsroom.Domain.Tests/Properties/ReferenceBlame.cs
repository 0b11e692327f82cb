using System.Collections.Immutable;
using Newsroom.Domain.Kernel;
using Newsroom.Domain.Text;

namespace Newsroom.Domain.Tests.Properties;

/// <summary>
/// Who touched which words, the slow way: everyone who wrote or carried each character, and for each gap between two, before the first and
/// behind the last, everyone who took words out there. Words put into a gap leave it on both their sides.
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

    /// <summary>A revision, some of whose words stood elsewhere before: at an offset after it, a range of a text as it was.</summary>
    public void Apply(ImmutableArray<TextEdit> edits, string author, params IEnumerable<(int At, ReferenceBlame From, TextRange Range)> carried)
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

            // What was taken out between words that go now themselves is kept where they began.
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

    /// <summary>Whether each character that is read, and each cut, is not of one of these people at least.</summary>
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
