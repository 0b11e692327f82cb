using CsCheck;
using Newsroom.Domain.Kernel;

namespace Newsroom.Domain.Tests.Text;

public sealed class WordSequenceSpecs
{
    [Theory]
    [InlineData("It cost 3 million.", "it cost 3 million")]
    [InlineData("“We won’t rebuild,” he said", "we wont rebuild he said")]
    [InlineData("co-operate — and re\u00ADbuild\u200B", "co operate and rebuild")]
    [InlineData("$3 is 3%", "$ 3 is 3 %")]
    [InlineData("−3 degrees, 5-3", "-3 degrees 5 3")]
    [InlineData("ﬁne ３ Cafe\u0301", "fine 3 café")]
    [InlineData("桥是3米", "桥 是 3 米")]
    [InlineData("a\u0301b \u0301", "áb \u0301")]
    [InlineData("", "")]
    public void Words_are_read_without_case_and_marks(string text, string words) =>
        string.Join(' ', WordSequence.Of(text).Words).ShouldBe(words);

    [Fact]
    public void Each_has_its_place()
    {
        var sequence = WordSequence.Of("“It fell,” said 桥梁.");
        Enumerable
            .Range(0, sequence.Words.Count)
            .Select(i => sequence.RangeOf(i, 1).Of("“It fell,” said 桥梁."))
            .ShouldBe(["It", "fell", "said", "桥", "梁"]);
        sequence.Count.ShouldBe(4);
        (sequence.IndexAt(0), sequence.IndexAt(3), sequence.IndexFrom(3), sequence.IndexAt(99)).ShouldBe((0, 1, 1, 5));
        Enumerable.Range(0, 6).Select(sequence.IsSeparatedBefore).ShouldBe([true, false, true, false, false, true]);
    }

    [Fact]
    public void A_matcher_finds_what_looking_at_every_place_finds() =>
        Gen.Select(Words(0, 30), Words(1, 4).Array[1, 6])
            .Sample(
                (text, patterns) =>
                {
                    var sequence = WordSequence.Of(string.Join(' ', text));
                    var distinct = patterns.DistinctBy(p => string.Join(' ', p)).ToList();
                    new WordMatcher(distinct)
                        .In(sequence)
                        .Order()
                        .ShouldBe(
                            from pattern in Enumerable.Range(0, distinct.Count)
                            from at in Enumerable.Range(0, text.Length + 1)
                            where text.Skip(at).Take(distinct[pattern].Length).SequenceEqual(distinct[pattern])
                            select (pattern, at)
                        );
                },
                iter: Iterations.Cases
            );

    private static Gen<string[]> Words(int min, int max) => Gen.Int[0, 2].Select(i => "abc"[i].ToString()).Array[min, max];
}
