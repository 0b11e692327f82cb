using System.Text;
using Newsroom.Domain.Kernel;

namespace Newsroom.Domain.Tests.Text;

/// <summary>Comparing, merging and blaming the largest texts takes bounded time and memory.</summary>
public sealed class TextCostSpecs
{
    private const int Size = 1 << 17;

    // An eighth of the largest text, which takes a quarter of a second; quadratic work would take minutes.
    private static readonly TimeSpan MaxTime = TimeSpan.FromSeconds(5);

    [Theory]
    [InlineData("one word", "a", "a ")]
    [InlineData("backticks", "`", "x`")]
    [InlineData("marks in another order", "a`b`c`", "c`a`b`")]
    [InlineData("few words in another order", "a b c ", "c b a ")]
    [InlineData("line ends", "line\n", "line\r\n")]
    [InlineData("blank lines", "\n", "\n \n")]
    [InlineData("combining marks", "a\u0301", "a\u0302")]
    [InlineData("ideographs", "桥塌了。", "桥倒了，")]
    [InlineData("clusters", "กำแพง ", "กำแพ")]
    [InlineData("items", "- a\n", "- a\n- b\n")]
    public void Texts_that_repeat_themselves(string shape, string before, string after) => Cheap(shape, Repeated(before), Repeated(after));

    [Theory]
    [InlineData("b{0} ", "c{0} ")] // all others
    [InlineData("w{0} x ", "w{0} y ")] // every other
    [InlineData("w{0}\n", "w{0}\r\n")]
    [InlineData("w{0} a b c d e f g h\n", "w{0} h g f e d c b a\n")]
    [InlineData("k{1} p k{0} ", "k{1} q k{0} ")] // each word is an anchor as soon as the next is one
    [InlineData("w{0}a`b`c`d`", "w{0}d`c`b`a`")]
    public void Texts_whose_words_never_repeat(string before, string after) => Cheap(before, Numbered(before), Numbered(after));

    [Fact]
    public void Words_at_random()
    {
        string Words(int seed) =>
            string.Concat(new Random(seed).GetItems(Enumerable.Range(0, 50).Select(i => $"w{i} ").ToArray(), Size / 3))[..Size];
        Cheap("random", Words(1), Words(2));
    }

    [Fact]
    public void Half_of_a_text_moved()
    {
        var text = Numbered("w{0} ");
        Cheap("moved", text, text[(text.Length / 2)..] + text[..(text.Length / 2)]);
    }

    [Fact]
    public void Texts_changed_everywhere_give_at_most_a_hundred_conflicts()
    {
        var text = Numbered("w{0} a b c d e f\n");
        var (mine, theirs) = (
            text.Replace(" c ", " mine ", StringComparison.Ordinal),
            text.Replace(" c ", " theirs ", StringComparison.Ordinal)
        );
        var now = new StoryText(
            Guid.Empty,
            2,
            new Article("", "", theirs, "", ""),
            Blame.Of("", "", 1),
            Blame.Of("", "", 1),
            Blame.Of(theirs, "ed", 2)
        );
        var conflicts = new ConcurrentRevisions(
            1,
            2,
            [new OtherRevision(2, "ed", new ArticleEdits([], [], TextDiff.Between(text, theirs)))]
        )
            .Merge(now, field => field == ArticleField.Body ? mine : null, "rita", out _)!
            .Conflicts;
        conflicts.Length.ShouldBe(100);
        conflicts[^1].Base.Range.End.ShouldBeGreaterThan(text.Length - 100);
        conflicts[^1].Yours.Words.ShouldNotContain(" c ");
        conflicts[^1].Theirs.Words.ShouldEndWith(" theirs d");
    }

    [Fact]
    public void A_comparison_stops_when_it_is_cancelled() =>
        Should.Throw<OperationCanceledException>(() =>
            TextComparison.Compare(
                new Article("", "", Numbered("b{0} "), "", ""),
                new Article("", "", Numbered("c{0} "), "", ""),
                new CancellationToken(canceled: true)
            )
        );

    private static void Cheap(string shape, string before, string after)
    {
        var allocated = GC.GetAllocatedBytesForCurrentThread();
        var watch = new ThreadClock();
        var edits = new ArticleEdits([], [], TextDiff.Between(before, after));
        edits.Body.Apply(before).ShouldBe(after);
        var blame = Blame.Of(before, "ann", 1);
        var index = MoveDetector.In(edits).Select(move => new CarriedWords(move.To, move.At, blame.Of(move.Range))).ToArray();
        var both = blame.Apply(edits.Body, "bob", 2, index);
        both.Length.ShouldBe(after.Length);
        both.NotCoveredBy(["bob"]).Sum(range => range.Length).ShouldBeLessThanOrEqualTo(after.Length);
        edits.Body.Compose(edits.Body.Invert()).ShouldBeEmpty();
        edits.Body.TryOver(edits.Body, before, out var rebased, out _).ShouldBeTrue(shape);
        rebased.ShouldBeEmpty();
        edits.Body.TryOver(TextDiff.Between(before, $"Ed. {after}"), before, out _, out _);
        string.Concat(
                TextComparison
                    .Between(new Article("", "", before, "", ""), new Article("", "", after, "", ""))[0]
                    .Stretches.Where(s => s.Change is not (StretchChange.Removed or StretchChange.MovedAway))
                    .Select(s => s.Words)
            )
            .ShouldBe(after);
        watch.Elapsed.ShouldBeLessThan(MaxTime, shape);
        (GC.GetAllocatedBytesForCurrentThread() - allocated).ShouldBeLessThan(1L << 28, shape);
    }

    private static string Repeated(string piece) => string.Concat(Enumerable.Repeat(piece, Size / Encoding.UTF8.GetByteCount(piece)));

    private static string Numbered(string line)
    {
        var format = CompositeFormat.Parse(line);
        var text = new StringBuilder(Size + 100);
        for (var i = 0; text.Length < Size; i++)
        {
            text.AppendFormat(null, format, i, i + 1);
        }

        return text.ToString(0, Size);
    }
}
