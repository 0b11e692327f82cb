using Newsroom.Domain.Kernel;

namespace Newsroom.Domain.Tests.Text;

public sealed class WordSegmentationSpecs
{
    [Theory]
    [InlineData("", "")]
    [InlineData("The bridge fell.", "The| |bridge| |fell|.")]
    [InlineData("can’t, don't", "can’t|,| |don't")]
    [InlineData("3.2 and 1,000.", "3.2| |and| |1,000|.")]
    [InlineData("a.b c.3 3.c", "a.b| |c|.|3| |3|.|c")]
    [InlineData("e\u0301te\u0301 \u0301x", "e\u0301te\u0301| \u0301|x")]
    [InlineData("one\r\n\r\ntwo\rthree", "one|\r\n|\r\n|two|\r|three")]
    [InlineData("  two\t\tspaces", "  |two|\t|\t|spaces")]
    [InlineData("snake_case x-ray", "snake_case| |x|-|ray")]
    [InlineData("ש\"ח ש'", "ש\"ח| |ש'")]
    [InlineData("ש\"אנחנו", "ש\"אנחנו")]
    [InlineData("said\"We", "said|\"|We")]
    [InlineData("👩\u200D🚒❤\uFE0F", "👩\u200D🚒|❤\uFE0F")]
    [InlineData("🇳🇴🇸🇪🇩", "🇳🇴|🇸🇪|🇩")]
    [InlineData("市长说3号。", "市|长|说|3|号|。")]
    [InlineData("ミサイルは飛ぶ", "ミサイル|は|飛|ぶ")]
    [InlineData("다리가 무너졌다", "다리가| |무너졌다")]
    [InlineData("กำแพง", "กำ|แ|พ|ง")]
    [InlineData("ນ້ຳ", "ນ້ຳ")]
    [InlineData("ខ្មែរ", "ខ្|មែ|រ")]
    [InlineData("می\u200Cخواهم", "می\u200Cخواهم")]
    public void Words_are_cut_by_the_rules_of_Unicode(string text, string cut) =>
        string.Join('|', WordSegmentation.Segments(text).Select(s => text[s.Start..s.End])).ShouldBe(cut);

    [Theory]
    [InlineData("bridge 3 カナ _a", "Word Space Word Space Word Space Word")]
    [InlineData("橋は\r\n-", "Ideograph Ideograph LineEnd Mark")]
    [InlineData("กข๑\u00A0“_", "Cluster Cluster Word Space Mark Mark")]
    public void A_segment_says_what_it_is(string text, string kinds) =>
        string.Join(' ', WordSegmentation.Segments(text).Select(s => s.Kind)).ShouldBe(kinds);

    [Fact]
    public void A_lone_surrogate_is_a_segment() => WordSegmentation.Boundaries("a\uD83Db").ShouldBe([0, 1, 2, 3]);

    [Fact]
    public void Boundaries_have_both_ends()
    {
        WordSegmentation.Boundaries("It fell").ShouldBe([0, 2, 3, 7]);
        WordSegmentation.Boundaries("").ShouldBeEmpty();
    }

    [Fact]
    public void Words_leave_out_spaces_and_marks() =>
        WordSegmentation.Words("“It fell, 橋.”").ShouldBe([new TextRange(1, 3), new TextRange(4, 8), new TextRange(10, 11)]);

    [Theory]
    [InlineData("a'\u0308")]
    [InlineData("1,")]
    [InlineData("\u200D")]
    [InlineData("🇳")]
    [InlineData("ก")]
    [InlineData(" ")]
    public void A_long_text_takes_time_in_proportion(string piece)
    {
        var text = string.Concat(Enumerable.Repeat(piece, 128 * 1024 / piece.Length));
        var watch = new ThreadClock();
        WordSegmentation.Segments(text).Sum(s => s.Length).ShouldBe(text.Length);
        watch.Elapsed.ShouldBeLessThan(TimeSpan.FromSeconds(10));
    }
}
