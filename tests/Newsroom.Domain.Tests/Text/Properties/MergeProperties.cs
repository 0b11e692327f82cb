using System.Collections.Immutable;
using System.Text.RegularExpressions;
using CsCheck;

namespace Newsroom.Domain.Tests.Text.Properties;

/// <summary>Two people change one text: no accepted change is lost, and none are mixed.</summary>
public sealed class MergeProperties
{
    private static readonly string[] Pieces =
    [
        "It",
        "rained.",
        "The",
        "bridge",
        "fell",
        "— ",
        "3",
        " ",
        " ",
        " ",
        " ",
        "\n",
        "\n\n",
        "\n\n",
        "\r\n\r\n",
        "\n\nA whole line.",
        "A whole line.\n\n",
        "\nA line.\n",
        "“So”",
        "e\u0301",
    ];
    private static readonly Gen<string> Text = Gen.Int[0, Pieces.Length - 1]
        .Array[0, 30]
        .Select(all => string.Concat(all.Select(p => Pieces[p])));

    /// <summary>A text and two revisions of it, each with a few edits.</summary>
    private static readonly Gen<(string Text, ImmutableArray<TextEdit> Mine, ImmutableArray<TextEdit> Theirs)> TwoSides = Gen.Select(
            Text,
            Changes(),
            Changes()
        )
        .Select((text, mine, theirs) => (text, Between(text, mine), Between(text, theirs)));

    [Fact]
    public void Composed_edits_do_what_both_do() =>
        Gen.Select(Text, Changes(), Changes())
            .Sample(
                (text, one, other) =>
                {
                    var first = Between(text, one);
                    var middle = first.Apply(text);
                    var second = Between(middle, other);
                    var composed = first.Compose(second);
                    composed.Apply(text).ShouldBe(second.Apply(middle));
                    composed.Zip(composed.Skip(1)).ShouldAllBe(pair => pair.First.End < pair.Second.At);
                    composed.ShouldAllBe(edit => edit.Remove != edit.Insert);
                },
                iter: Cases
            );

    [Fact]
    public void Edits_composed_with_their_inverse_are_empty() =>
        TwoSides.Sample(
            (_, mine, _) =>
                mine.Compose(mine.Invert()).IsEmpty
                && mine.Compose([]).SequenceEqual(mine)
                && ImmutableArray<TextEdit>.Empty.Compose(mine).SequenceEqual(mine),
            iter: Cases
        );

    [Fact]
    public void Composition_of_edits_is_associative() =>
        Gen.Select(Text, Changes().Array[3])
            .Sample(
                (text, changes) =>
                {
                    var lists = new List<ImmutableArray<TextEdit>>();
                    var now = text;
                    foreach (var change in changes)
                    {
                        lists.Add(Between(now, change));
                        now = lists[^1].Apply(now);
                    }

                    lists[0].Compose(lists[1]).Compose(lists[2]).Apply(text).ShouldBe(now);
                    lists[0].Compose(lists[1].Compose(lists[2])).Apply(text).ShouldBe(now);
                    TextEdits.Compose([.. lists]).Apply(text).ShouldBe(now);
                },
                iter: Cases
            );

    /// <summary>Per character: what neither removed is there, in order; what either inserted is there once, at its place.</summary>
    [Fact]
    public void Merged_edits_do_to_the_new_text_what_they_did_to_the_old()
    {
        var merges = 0;
        TwoSides.Sample(
            (text, mine, theirs) =>
            {
                if (!mine.TryOver(theirs, text, out var rebased, out var overlaps))
                {
                    overlaps.ShouldNotBeEmpty();
                    return;
                }

                Interlocked.Increment(ref merges);
                var merged = rebased.Apply(theirs.Apply(text));

                var own = Own(mine, theirs, text);
                var all = theirs.Concat(own).ToList();
                string Put(int at, IEnumerable<TextEdit> by) => string.Concat(by.Where(e => e.At == at).Select(e => e.Insert));
                var gone = all.SelectMany(e => Enumerable.Range(e.At, e.Remove.Length)).ToHashSet();
                var position = 0;
                for (var at = 0; at <= text.Length; at++)
                {
                    // Both insert at one point: in either order, but each whole.
                    var (one, other) = (Put(at, theirs), Put(at, own));
                    var here = merged.AsSpan(position);
                    (here.StartsWith(one + other) || here.StartsWith(other + one)).ShouldBeTrue($"«{text}» → «{merged}» at {at}");
                    position += one.Length + other.Length;
                    if (at < text.Length && !gone.Contains(at))
                    {
                        merged[position++].ShouldBe(text[at]);
                    }
                }

                position.ShouldBe(merged.Length);
            },
            iter: Cases
        );
        merges.ShouldBeGreaterThan(Cases / 4);
    }

    [Fact]
    public void The_order_of_two_changes_decides_only_the_order_of_whole_paragraphs() =>
        TwoSides.Sample(
            (text, mine, theirs) =>
            {
                var merged = mine.TryOver(theirs, text, out var over, out _);
                theirs.TryOver(mine, text, out var otherOver, out _).ShouldBe(merged);
                if (merged && !mine.Any(m => theirs.Any(t => m.At == t.At && m.Remove.Length + t.Remove.Length == 0)))
                {
                    // The order within one run of white space is not visible.
                    Sorted(over.Apply(theirs.Apply(text))).ShouldBe(Sorted(otherOver.Apply(mine.Apply(text))));
                }
            },
            iter: Cases
        );

    /// <summary>Returns the edits that the other side did not make: equal ones may be anywhere in a run of equal characters.</summary>
    private static List<TextEdit> Own(ImmutableArray<TextEdit> mine, ImmutableArray<TextEdit> theirs, string text)
    {
        var done = theirs.Leftmost(text).ToHashSet();
        return [.. mine.Zip(mine.Leftmost(text)).Where(e => !done.Contains(e.Second)).Select(e => e.First)];
    }

    private static string Sorted(string text) => Regex.Replace(text, @"\s+", run => string.Concat(run.Value.Order()));

    [Fact]
    public void An_overlap_shows_every_word_that_both_changed() =>
        TwoSides.Sample(
            (text, mine, theirs) =>
            {
                if (!mine.TryOver(theirs, text, out _, out var overlaps))
                {
                    overlaps.ShouldAllBe(o => o.Range.FitsIn(text) && o.Mine.Length > 0 && o.Theirs.Length > 0);
                    overlaps
                        .SelectMany(o => o.Mine.Concat(o.Theirs).Select(e => (o.Range, e)))
                        .ShouldAllBe(x => x.e.At >= x.Range.Start && x.e.End <= x.Range.End);
                    Own(mine, theirs, text)
                        .Where(m => theirs.Any(t => m.At < t.End && t.At < m.End))
                        .ShouldBeSubsetOf(overlaps.SelectMany(o => o.Mine));
                }
            },
            iter: Cases
        );

    [Fact]
    public void The_same_edits_made_by_both_are_made_once() =>
        TwoSides.Sample((text, mine, theirs) => mine.TryOver(mine, text, out var rebased, out _) && rebased.IsEmpty, iter: Cases);

    [Fact]
    public void Changes_in_different_paragraphs_merge() =>
        Gen.Select(Gen.Int[0, 7].Array[1, 5], Gen.Int[0, 7].Array[1, 5], Gen.String[Gen.Char["ab \n"], 0, 6])
            .Sample(
                (mine, theirs, words) =>
                {
                    string Paragraphs(Func<int, string> behind) =>
                        string.Join("\n\n", Enumerable.Range(0, 8).Select(i => $"One{i} two three{behind(i)}"));
                    var text = Paragraphs(_ => "");
                    var (even, odd) = (mine.Select(i => i / 2 * 2).ToHashSet(), theirs.Select(i => (i / 2 * 2) + 1).ToHashSet());
                    var said = $" x{words.Trim().Replace("\n", "", StringComparison.Ordinal)}";
                    var mineNow = Paragraphs(i => even.Contains(i) ? said : "");
                    var theirsNow = Paragraphs(i => odd.Contains(i) ? said : "");
                    TextDiff.Between(text, mineNow).TryOver(TextDiff.Between(text, theirsNow), text, out var rebased, out _).ShouldBeTrue();
                    rebased.Apply(theirsNow).ShouldBe(Paragraphs(i => even.Contains(i) || odd.Contains(i) ? said : ""));
                },
                iter: Cases
            );

    private static Gen<(int At, int Remove, string Insert)[]> Changes() =>
        Gen.Select(
            Gen.Int[0, 60],
            Gen.OneOf(Gen.Const(0), Gen.Int[0, 3], Gen.Int[0, 20]),
            Gen.OneOf(Gen.Const(""), Text, Gen.Int[0, Pieces.Length - 1].Select(p => Pieces[p]))
        ).Array[0, 3];

    private static ImmutableArray<TextEdit> Between(string text, (int At, int Remove, string Insert)[] changes)
    {
        var now = text;
        foreach (var (at, remove, insert) in changes)
        {
            var start = Math.Min(at, now.Length);
            now = now[..start] + insert + now[Math.Min(now.Length, start + remove)..];
        }

        return TextDiff.Between(text, now);
    }
}
