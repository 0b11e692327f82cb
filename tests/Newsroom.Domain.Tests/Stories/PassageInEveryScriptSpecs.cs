namespace Newsroom.Domain.Tests.Stories;

/// <summary>A passage inside a run without spaces follows its words to another place.</summary>
public sealed class PassageInEveryScriptSpecs
{
    [Theory]
    [InlineData(
        "市长说“我们会在冬天之前重建大桥”并离开。没有人受伤。",
        "“我们会在冬天之前重建大桥”",
        "没有人受伤。市长说“我们会在冬天之前重建大桥”并离开。"
    )]
    [InlineData(
        "市長は「冬までに橋を再建する」と述べた。けが人はいなかった。",
        "「冬までに橋を再建する」",
        "けが人はいなかった。市長は「冬までに橋を再建する」と述べた。"
    )]
    [InlineData(
        "นายกกล่าวว่า“เราจะสร้างสะพานใหม่ก่อนฤดูหนาว”เมื่อวาน ไม่มีผู้บาดเจ็บ",
        "“เราจะสร้างสะพานใหม่ก่อนฤดูหนาว”",
        "ไม่มีผู้บาดเจ็บ นายกกล่าวว่า“เราจะสร้างสะพานใหม่ก่อนฤดูหนาว”เมื่อวาน"
    )]
    [InlineData(
        "អភិបាលថា“យើងនឹងសាងសង់ស្ពានឡើងវិញ”ម្សិលមិញ។ គ្មាននរណារងរបួសទេ។",
        "“យើងនឹងសាងសង់ស្ពានឡើងវិញ”",
        "គ្មាននរណារងរបួសទេ។ អភិបាលថា“យើងនឹងសាងសង់ស្ពានឡើងវិញ”ម្សិលមិញ។"
    )]
    public void A_quote_keeps_its_check_where_its_words_moved(string body, string quote, string moved) =>
        Given(Drafted(body), Attributed(quote), Checked())
            .When(new ReviseArticle { Body = moved }, by: Rita)
            .And(s => s.Story.PassageOf("q1")!.Range.Of(s.Text.Article.Body).ShouldBe(quote))
            .And(s => s.Story.PassageOf("q1")!.State().ShouldBe(PassageState.Verified));

    [Theory]
    [InlineData("大桥将重建。没有人受伤。", "大桥将重建。", "市长说大桥将重建")]
    [InlineData("橋は再建される。けが人はいない。", "橋は再建される。", "市長「橋は再建される」")]
    [InlineData("สะพานจะสร้างใหม่ ไม่มีผู้บาดเจ็บ", "สะพานจะสร้างใหม่ ไม่มีผู้บาดเจ็บ", "วันนี้สะพานจะสร้างใหม่ ไม่มีผู้บาดเจ็บเลย")]
    public void Words_found_wrong_block_inside_a_run_too(string body, string claim, string headline) =>
        Given(Drafted(body), Flagged(claim), Checked("c1", Verdict.Wrong))
            .When(new ReviseArticle { Headline = headline, Body = "无。" }, by: Rita)
            .And(s => s.Gates.Single(g => g.Gate == Gate.ClaimsChecked).Outcome.ShouldBe(GateOutcome.Failed));

    [Theory]
    [InlineData("市长说“我们会在冬天之前重建大桥”并离开。", "“我们会在冬天之前重建大桥”", "市长说“我们会在夏天之前重建大桥”并离开。")]
    [InlineData(
        "นายกกล่าวว่า“เราจะสร้างสะพานใหม่ก่อนฤดูหนาว”",
        "“เราจะสร้างสะพานใหม่ก่อนฤดูหนาว”",
        "นายกกล่าวว่า“เราจะสร้างสะพานใหม่ก่อนฤดูร้อน”"
    )]
    public void Other_words_lapse_it(string body, string quote, string changed) =>
        Given(Drafted(body), Attributed(quote), Checked())
            .When(new ReviseArticle { Body = changed }, by: Rita)
            .And(s => s.Story.PassageOf("q1")!.State().ShouldBe(PassageState.Lapsed));
}
