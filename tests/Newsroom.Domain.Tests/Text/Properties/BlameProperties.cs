using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Nodes;
using CsCheck;

namespace Newsroom.Domain.Tests.Text.Properties;

public sealed class BlameProperties
{
    private static readonly string[] Authors = ["ada", "bo", "cy", "di"];

    private static readonly Gen<ImmutableArray<string>> Some = Gen.OneOf([.. Authors.Select(Gen.Const)])
        .Array[0, 2]
        .Select(people => people.Distinct().ToImmutableArray());

    /// <summary>Spans with movers and co-authors, and seams in order.</summary>
    private static readonly Gen<Blame> Blames = Gen.Select(
        Gen.Select(Gen.Int[1, 4], Gen.OneOf([.. Authors.Select(Gen.Const)]), Gen.Long[1, 3], Some, Some).Array[0, 8],
        Gen.Select(Gen.Int[0, 20], Gen.OneOf([.. Authors.Select(Gen.Const)]), Gen.Long[1, 3]).Array[0, 5],
        (spans, seams) =>
            new Blame(
                [
                    .. spans.Select(s => new BlameSpan(s.Item1, s.Item2, s.Item3)
                    {
                        Movers = s.Item4,
                        CoAuthors = s.Item5.IsEmpty ? null : s.Item5,
                    }),
                ],
                [.. seams.Select(s => new Seam(Math.Min(s.Item1, spans.Sum(span => span.Item1)), s.Item2, s.Item3)).OrderBy(s => s.At)]
            )
    );

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
                        text = ImmutableArray.Create([.. edits]).Apply(text);
                    }

                    blame.Spans.Sum(s => s.Length).ShouldBe(text.Length);
                    blame.Seams.Select(s => s.At).ShouldBeInOrder();
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

    [Fact]
    public void A_lookup_finds_the_people_that_blame_names() =>
        Blames.Sample(
            blame =>
            {
                var lookup = new BlameLookup(blame);
                for (var start = 0; start <= blame.Length; start++)
                {
                    for (var end = start; end <= blame.Length; end++)
                    {
                        lookup.Touched(new TextRange(start, end)).ShouldBe(blame.Touched(new TextRange(start, end)), $"{start}-{end}");
                    }
                }
            },
            iter: Cases
        );

    [Fact]
    public void Stored_blame_is_read_again_whether_compact_or_as_earlier_builds_stored_it() =>
        Blames.Sample(
            blame =>
            {
                var compact = JsonSerializer.SerializeToNode(
                    new StoryText(Guid.Empty, 1, new Article("", "", "", "", ""), blame, blame, blame),
                    StorySpec.Storage
                )!;
                compact["bodyBlame"] = JsonSerializer.SerializeToNode(blame, StorySpec.Storage);
                var read = compact.Deserialize<StoryText>(StorySpec.Storage)!;
                foreach (var field in Enum.GetValues<ArticleField>())
                {
                    read.BlameOf(field).Spans.ShouldBe(blame.Spans);
                    read.BlameOf(field).Seams.ShouldBe(blame.Seams);
                }
            },
            iter: Cases
        );

    [Fact]
    public void Carried_words_are_read_again_whether_few_or_many() =>
        Gen.Select(Gen.Select(Gen.Int[0, 2], Gen.Int[0, 9], Blames).Array[0, 6], Gen.Bool)
            .Sample(
                (places, isMany) =>
                {
                    var carried = places
                        .OrderBy(p => p.Item1)
                        .Select(p => new CarriedWords((ArticleField)p.Item1, p.Item2, p.Item3))
                        .SelectMany(c => Enumerable.Repeat(c, isMany ? CarriedWordsConverter.MaxObjects : 1))
                        .ToImmutableArray();
                    var revised = new StoryEvent.ArticleRevised(new ArticleEdits([], [], []), new Fingerprint(new string('0', 64)), 1)
                    {
                        Carried = carried,
                    };
                    var stored = JsonSerializer.SerializeToNode(revised, StorySpec.Storage)!;
                    var isCompact = carried.Sum(c => c.Blame.Spans.Length + c.Blame.Seams.Length) > CarriedWordsConverter.MaxObjects;
                    (stored["carried"] is JsonObject).ShouldBe(isCompact);
                    var read = stored.Deserialize<StoryEvent.ArticleRevised>(StorySpec.Storage)!.Carried!.Value;
                    read.Select(c => (c.Field, c.At)).ShouldBe(carried.Select(c => (c.Field, c.At)));
                    read.SelectMany(c => c.Blame.Spans).ShouldBe(carried.SelectMany(c => c.Blame.Spans));
                    read.SelectMany(c => c.Blame.Seams).ShouldBe(carried.SelectMany(c => c.Blame.Seams));
                    read.Select(c => c.Blame.Spans.Length).ShouldBe(carried.Select(c => c.Blame.Spans.Length));
                },
                iter: Cases / 10
            );

    /// <summary>In every second insertion, one to three characters moved from elsewhere.</summary>
    private static List<(int At, TextRange Range)> Carried(string text, ImmutableArray<TextEdit> edits, int number) =>
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
