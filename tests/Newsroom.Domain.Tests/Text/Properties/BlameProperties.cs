using CsCheck;

namespace Newsroom.Domain.Tests.Text.Properties;

public sealed class BlameProperties
{
    private static readonly string[] Authors = ["ada", "bo", "cy", "di"];

    [Fact]
    public void Blame_is_that_of_every_character_and_gap() =>
        Gen.Select(Gen.Int[0, 20], Gen.Select(Gen.Int[0, 100], Gen.Int[0, 6], Gen.Int[0, 4], Gen.Int[0, 3]).Array[2].Array[0, 12])
            .Sample(
                (length, revisions) =>
                {
                    var text = Text(length);
                    var (blame, naive) = (Blame.Of(text, "ada", 1), new ReferenceBlame(text, "ada"));
                    for (var i = 0; i < revisions.Length; i++)
                    {
                        var edits = Edits(text, revisions[i]);
                        var author = Authors[revisions[i][0].Item4];
                        var carried = Carried(text, [.. edits], revisions[i][1].Item1);
                        var old = naive.Copy();
                        naive.Apply([.. edits], author, carried.Select(c => (c.At, old, c.Range)));
                        blame = blame.Apply(
                            [.. edits],
                            author,
                            i + 2,
                            [.. carried.Select(c => new CarriedWords(ArticleField.Body, c.At, blame.Of(c.Range)))]
                        );
                        text = System.Collections.Immutable.ImmutableArray.Create([.. edits]).Apply(text);
                    }

                    blame.Spans.Sum(s => s.Length).ShouldBe(text.Length);
                    for (var start = 0; start <= text.Length; start++)
                    {
                        for (var end = start; end <= text.Length; end++)
                        {
                            if (end > start)
                            {
                                blame
                                    .Touched(new TextRange(start, end))
                                    .ShouldBe(naive.Touched(new TextRange(start, end)), $"{start}-{end} of {text.Length}");
                            }
                        }
                    }
                },
                iter: Cases
            );

    /// <summary>In every second insertion, one to three characters moved from elsewhere.</summary>
    private static List<(int At, TextRange Range)> Carried(
        string text,
        System.Collections.Immutable.ImmutableArray<TextEdit> edits,
        int number
    ) =>
        [
            .. edits
                .Invert()
                .Where((e, i) => e.Remove.Length > 0 && text.Length > 0 && (number + i) % 2 == 0)
                .Select(e =>
                {
                    var start = number % text.Length;
                    var length = Math.Min(Math.Min(e.Remove.Length, text.Length - start), 1 + (number % 3));
                    return (e.End - length, new TextRange(start, start + length));
                }),
        ];

    private static string Text(int length) => string.Concat(Enumerable.Range(0, length).Select(i => (char)('a' + (i % 26))));

    /// <summary>Generates up to two ordered, disjoint edits.</summary>
    private static List<TextEdit> Edits(string text, (int At, int Remove, int Insert, int Author)[] asked)
    {
        var edits = new List<TextEdit>();
        foreach (var (at, remove, insert, _) in asked.OrderBy(a => a.At % (text.Length + 1)))
        {
            var start = at % (text.Length + 1);
            var edit = new TextEdit(start, text[start..Math.Min(text.Length, start + remove)], Text(insert).ToUpperInvariant());
            if (edit.Remove.Length + edit.Insert.Length > 0 && (edits.Count == 0 || start > edits[^1].End))
            {
                edits.Add(edit);
            }
        }

        return edits;
    }
}
