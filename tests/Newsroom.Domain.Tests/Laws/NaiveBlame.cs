using System.Collections.Immutable;

namespace Newsroom.Domain.Tests.Laws;

/// <summary>
/// Who touched which words, the slow way: an author for each character, and for each gap between two, before the first and behind the last,
/// everyone who took words out there. Words put into a gap leave it on both their sides.
/// </summary>
internal sealed class NaiveBlame
{
    private readonly List<string> authors = [];
    private readonly List<ImmutableHashSet<string>> gaps = [[]];

    public NaiveBlame(string text, string author) => Insert(0, text.Length, author);

    public void Apply(ImmutableArray<TextEdit> edits, string author)
    {
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
            authors.RemoveRange(edit.At, edit.Remove.Length);
            gaps.RemoveRange(edit.At + 1, edit.Remove.Length);
            gaps[edit.At] = [];
            Insert(edit.At, edit.Insert.Length, author);
            gaps[edit.At] = gaps[edit.At].Union(before);
            gaps[edit.At + edit.Insert.Length] = gaps[edit.At + edit.Insert.Length].Union(behind);
        }
    }

    public ImmutableSortedSet<string> Touched(TextRange range) =>
        [.. authors[range.Start..range.End], .. gaps[range.Start..(range.End + 1)].SelectMany(g => g)];

    private void Insert(int at, int length, string author)
    {
        authors.InsertRange(at, Enumerable.Repeat(author, length));
        if (length > 0)
        {
            gaps.InsertRange(at + 1, Enumerable.Repeat(ImmutableHashSet<string>.Empty, length - 1).Append(gaps[at]));
        }
    }
}
