using CsCheck;
using Newsroom.Domain.Kernel;

namespace Newsroom.Domain.Tests.Text;

public sealed class WordSearchSpecs
{
    [Theory]
    [InlineData("It fell. “It fell,” he said.", "It fell", new[] { 0, 10 })]
    [InlineData("It fell. It\u00A0 *fell*.", "It fell", new[] { 0 })]
    [InlineData("It fellows. Bit fell.", "It fell", new int[0])]
    [InlineData("\"So\", he said.", "“So”", new[] { 0 })]
    [InlineData("It fell.", "", new int[0])]
    [InlineData("没有人受伤。市长说他们会重建大桥。", "他们会重建大桥", new[] { 9 })]
    [InlineData("市長は冬までに橋を再建すると述べた。", "橋を再建する", new[] { 7 })]
    [InlineData("新しいミサイルは飛んだ。", "サイル", new int[0])] // inside a word of Katakana
    [InlineData("新しいミサイルは飛んだ。", "ミサイル", new[] { 3 })]
    [InlineData("นายกเทศมนตรีกล่าวว่าจะสร้างสะพานใหม่", "จะสร้างสะพาน", new[] { 20 })]
    [InlineData("สะพานใหม่", "สะพ", new[] { 0 })]
    [InlineData("กำแพง", "ก", new int[0])] // the cluster is กำ
    [InlineData("អភិបាលក្រុងបាននិយាយថានឹងសាងសង់ស្ពានឡើងវិញ។", "សាងសង់ស្ពាន", new[] { 24 })]
    [InlineData("ស្ពាន", "ស", new int[0])] // the cluster is ស្
    [InlineData("မြို့တော်ဝန်က တံတားကို", "ဝန်က", new[] { 9 })]
    [InlineData("iPhone版が出た。", "iPhone", new[] { 0 })]
    [InlineData("시장은 다리를 짓겠다고", "다리", new int[0])] // Korean writes spaces
    public void Words_are_found_whole_in_any_typography(string text, string words, int[] at) =>
        new WordSearch(text).Find(words).Select(r => r.Start).ShouldBe(at);

    [Fact]
    public void Search_finds_what_a_reader_finds_in_every_script() =>
        Gen.Select(Unspaced(0, 14), Unspaced(1, 4), Unspaced(0, 14), Gen.Int[0, 2])
            .Sample(
                (before, words, behind, times) =>
                {
                    var reader = VisibleText.Of(ArticleField.Headline, before + string.Concat(Enumerable.Repeat(words, times)) + behind);
                    var wanted = Normaliser.Normalise(words);
                    var found = wanted.Length == 0 ? [] : reader.Find(words).Take(2).ToList();
                    (found is [var only] ? only : (TextRange?)null).ShouldBe(
                        wanted.Length == 0 ? null : Properties.ReferenceSearch.Once(reader, wanted)
                    );
                },
                iter: Iterations.Cases
            );

    [Fact]
    public void Long_words_are_found_wherever_they_are() =>
        Gen.Select(Words(0, 200), Words(30, 40), Words(0, 200), Gen.Int[0, 3])
            .Sample(
                (before, words, behind, times) =>
                {
                    var text = string.Join(' ', [before, .. Enumerable.Repeat(words, times), behind]);
                    var padded = $" {text} ";
                    var expected = Enumerable
                        .Range(0, padded.Length)
                        .Where(i => string.CompareOrdinal(padded, i, $" {words} ", 0, words.Length + 2) == 0)
                        .Select(i => i);
                    new WordSearch(text).Find(words).Select(r => r.Start).ShouldBe(expected);
                },
                iter: Iterations.Cases
            );

    /// <summary>Restarting at every place would take minutes.</summary>
    [Fact]
    public void Words_that_repeat_themselves_take_time_in_proportion()
    {
        var half = string.Concat(Enumerable.Repeat("a ", 120_000));
        var search = new WordSearch(string.Concat(Enumerable.Repeat("a ", 500_000)));
        var watch = new ThreadClock();
        search.Find($"{half}b {half}a").ShouldBeEmpty();
        watch.Elapsed.ShouldBeLessThan(TimeSpan.FromSeconds(10));
    }

    private static Gen<string> Unspaced(int min, int max) =>
        Gen.Int[0, Pieces.Length - 1].Select(i => Pieces[i]).Array[min, max].Select(string.Concat);

    private static string[] Pieces { get; } =
    [
        "市",
        "長",
        "橋",
        "は",
        "が",
        "カ",
        "ナ",
        "カ\u3099",
        "ส",
        "ะ",
        "พ",
        "า",
        "แ",
        "กำ",
        "ន",
        "ស្",
        "មា",
        "မ",
        "မြ",
        "ဆို",
        "나",
        "a",
        "b",
        "1",
        " ",
        "。",
        "“",
        "\u200B",
        "é",
        "e\u0301",
    ];

    private static Gen<string> Words(int min, int max) =>
        Gen.Int[0, 1].Select(i => "ab"[i].ToString()).Array[min, max].Select(words => string.Join(' ', words));
}
