using CsCheck;

namespace Newsroom.Domain.Tests.Articles;

public sealed class WordSearchSpecs
{
    [Theory]
    [InlineData("It fell. “It fell,” he said.", "It fell", new[] { 0, 10 })]
    [InlineData("It fell. It\u00A0 *fell*.", "It fell", new[] { 0 })]
    [InlineData("It fellows. Bit fell.", "It fell", new int[0])]
    [InlineData("\"So\", he said.", "“So”", new[] { 0 })]
    [InlineData("It fell.", "", new int[0])]
    public void Words_are_found_whole_in_any_typography(string text, string words, int[] at) => new WordSearch(text).Find(words).Select(r => r.Start).ShouldBe(at);

    [Fact]
    public void Long_words_are_found_wherever_they_are() => Gen.Select(Words(0, 200), Words(30, 40), Words(0, 200), Gen.Int[0, 3]).Sample(
        (before, words, behind, times) =>
        {
            var text = string.Join(' ', [before, .. Enumerable.Repeat(words, times), behind]);
            var padded = $" {text} ";
            var expected = Enumerable.Range(0, padded.Length).Where(i => string.CompareOrdinal(padded, i, $" {words} ", 0, words.Length + 2) == 0).Select(i => i);
            new WordSearch(text).Find(words).Select(r => r.Start).ShouldBe(expected);
        },
        iter: Laws.Effort.Cases);

    /// <summary>Compared from every place anew, these would take minutes.</summary>
    [Fact]
    public void Words_that_repeat_themselves_take_time_in_proportion()
    {
        var half = string.Concat(Enumerable.Repeat("a ", 120_000));
        var search = new WordSearch(string.Concat(Enumerable.Repeat("a ", 500_000)));
        var watch = System.Diagnostics.Stopwatch.StartNew();
        search.Find($"{half}b {half}a").ShouldBeEmpty();
        watch.Elapsed.ShouldBeLessThan(TimeSpan.FromSeconds(10));
    }

    private static Gen<string> Words(int fewest, int most) => Gen.Int[0, 1].Select(i => "ab"[i].ToString()).Array[fewest, most].Select(words => string.Join(' ', words));
}
