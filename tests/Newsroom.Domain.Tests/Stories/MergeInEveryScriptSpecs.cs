using Newsroom.Domain.Kernel;

namespace Newsroom.Domain.Tests.Stories;

/// <summary>Two people edit one paragraph in any script: different sentences merge; in one word the second gets an overlap.</summary>
public sealed class MergeInEveryScriptSpecs
{
    private const string Chinese = "市长说他们会在冬天之前重建大桥。没有人在事故中受伤。警方正在调查事故的原因。";
    private const string Japanese = "市長は冬までに橋を再建すると述べた。事故でけが人はいなかった。警察が原因を調べている。";
    private const string Thai = "นายกเทศมนตรีกล่าวว่าจะสร้างสะพานใหม่ก่อนฤดูหนาว ไม่มีผู้ได้รับบาดเจ็บจากอุบัติเหตุ ตำรวจกำลังสอบสวนสาเหตุ";
    private const string Lao = "ເຈົ້າເມືອງກ່າວວ່າຈະສ້າງຂົວໃໝ່ກ່ອນລະດູໜາວ ບໍ່ມີໃຜໄດ້ຮັບບາດເຈັບ ຕຳຫຼວດກຳລັງສືບສວນ";
    private const string Khmer = "អភិបាលក្រុងបាននិយាយថានឹងសាងសង់ស្ពានឡើងវិញ។ គ្មាននរណារងរបួសទេ។ ប៉ូលីសកំពុងស៊ើបអង្កេត។";
    private const string Burmese = "မြို့တော်ဝန်က တံတားကို ဆောင်းရာသီမတိုင်မီ ပြန်ဆောက်မည်ဟု ပြောသည်။ ဘယ်သူမှ ဒဏ်ရာမရပါ။ ရဲက စုံစမ်းနေသည်။";
    private const string Korean = "시장은 겨울이 오기 전에 다리를 다시 짓겠다고 말했다. 다친 사람은 없었다. 경찰이 원인을 조사하고 있다.";
    private const string Arabic = "قال العمدة إنهم سيعيدون بناء الجسر قبل الشتاء. لم يصب أحد بأذى في الحادث. تحقق الشرطة في السبب الآن.";
    private const string Hindi =
        "महापौर ने कहा कि वे सर्दी से पहले पुल फिर बनाएंगे। दुर्घटना में कोई घायल नहीं हुआ। पुलिस कारण की जांच कर रही है।";

    [Theory]
    [InlineData(Chinese, "冬天", "夏天", "警方", "检方")]
    [InlineData(Chinese, "冬天", "夏天", "受伤", "死亡")]
    [InlineData(Chinese, "大桥。", "大桥，但没有说怎么做。", "没有人", "三个人")] // what ends one sentence and what begins the next
    [InlineData(Chinese, "市长", "", "调查事故的原因", "问话")]
    [InlineData(Chinese, "没有人在事故中受伤。", "", "警方", "检方")]
    [InlineData(Japanese, "再建", "修理", "警察", "検察")]
    [InlineData(Japanese, "述べた", "語った", "けが人", "死者")]
    [InlineData(Japanese, "市長", "知事", "いなかった", "三人いた")]
    [InlineData(Thai, "สะพาน", "ถนน", "ตำรวจ", "ศาล")]
    [InlineData(Thai, "ฤดูหนาว", "ฤดูร้อน", "ไม่มี", "มี")]
    [InlineData(Lao, "ຂົວ", "ທາງ", "ຕຳຫຼວດ", "ສານ")]
    [InlineData(Khmer, "ស្ពាន", "ផ្លូវ", "ប៉ូលីស", "តុលាការ")]
    [InlineData(Burmese, "တံတား", "လမ်း", "ရဲက", "တရားရုံးက")]
    [InlineData(Korean, "다리를", "길을", "경찰이", "검찰이")]
    [InlineData(Arabic, "الجسر", "الطريق", "الشرطة", "المحكمة")]
    [InlineData(Hindi, "सर्दी", "गर्मी", "पुलिस", "अदालत")]
    public void In_different_sentences_both_are_made(string text, string words, string eds, string others, string ritas)
    {
        var both = text.Replace(words, eds, StringComparison.Ordinal).Replace(others, ritas, StringComparison.Ordinal);
        Merge(text, text.Replace(words, eds, StringComparison.Ordinal), text.Replace(others, ritas, StringComparison.Ordinal))
            .ShouldBe(both);
        Merge(text, text.Replace(others, ritas, StringComparison.Ordinal), text.Replace(words, eds, StringComparison.Ordinal))
            .ShouldBe(both);
    }

    [Theory]
    [InlineData(Chinese, "冬天", "夏天", "冬天", "春天")]
    [InlineData(Chinese, "重建", "重修", "大桥", "大楼")] // the word beside it
    [InlineData(Chinese, "冬天", "冬日", "冬天", "春天")] // each another half of one word
    [InlineData(Japanese, "再建", "修理", "再建", "補強")]
    [InlineData(Thai, "ฤดูหนาว", "ฤดูฝน", "ฤดูหนาว", "ฤดูร้อน")]
    [InlineData(Thai, "สะพาน", "สะพัน", "สะพาน", "ตะพาน")] // both ends of one word
    [InlineData(Chinese, "在事故中受伤。", "", "警方", "检方")] // the rest of a sentence goes, and it goes on with the next
    [InlineData(Khmer, "ស្ពាន", "ផ្លូវ", "ស្ពាន", "ផ្ទះ")]
    [InlineData(Korean, "다리를", "길을", "다리를", "집을")]
    public void In_one_word_or_beside_it_both_sides_are_shown(string text, string words, string eds, string others, string ritas) =>
        Given(Drafted(text), Revised(text.Replace(words, eds, StringComparison.Ordinal), by: Ed))
            .When(new ReviseArticle { Body = text.Replace(others, ritas, StringComparison.Ordinal) } with { BasedOn = 1 }, by: Rita)
            .ThenRefused("overlap", RefusalKind.Overlap);

    [Fact]
    public void Of_a_sentence_in_Chinese_only_the_word_changed_is_recorded() =>
        Given(Drafted(Chinese))
            .When(new ReviseArticle { Body = Chinese.Replace("警方", "检方", StringComparison.Ordinal) }, by: Rita)
            .And(s =>
                s.Happened.ShouldHaveSingleItem()
                    .ShouldBeOfType<ArticleRevised>()
                    .Edits.Body.ShouldBe([new TextEdit(Chinese.IndexOf('警', StringComparison.Ordinal), "警", "检")])
            );

    [Fact]
    public void A_changed_Thai_word_is_one_difference() =>
        TextDiff.Between(Thai, Thai.Replace("ฤดูหนาว", "ฤดูร้อนหน้า", StringComparison.Ordinal)).ShouldHaveSingleItem();

    [Fact]
    public void A_sentence_carried_elsewhere_stays_its_authors() =>
        Given(Drafted(Chinese))
            .When(new ReviseArticle { Body = "警方正在调查事故的原因。市长说他们会在冬天之前重建大桥。没有人在事故中受伤。" }, by: Ed)
            .And(s => s.Text.BodyBlame.Spans[0].ShouldBe(new BlameSpan("警方正在调查事故的原因".Length, "rita", 1) { Movers = ["ed"] }));

    private static string Merge(string text, string eds, string ritas) =>
        Given(Drafted(text), Revised(eds, by: Ed))
            .When(new ReviseArticle { Body = ritas } with { BasedOn = 1 }, by: Rita)
            .Then(typeof(ArticleRevised))
            .Text.Article.Body;
}
