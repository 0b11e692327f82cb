using CsCheck;

namespace Newsroom.Domain.Tests.Stories;

public sealed class SlugSpecs
{
    [Theory]
    [InlineData("Bridge to be rebuilt", "bridge-to-be-rebuilt")]
    [InlineData("  “No,” says mayor — twice!  ", "no-says-mayor-twice")]
    [InlineData("Mayor's plan; the mayor’s plan", "mayors-plan-the-mayors-plan")]
    [InlineData("3,5 million in 2027", "3-5-million-in-2027")]
    [InlineData("Lesestuen på Tollbodbrygga", "lesestuen-pa-tollbodbrygga")]
    [InlineData("Café Ålesund", "cafe-alesund")]
    [InlineData("Cafe\u0301", "cafe")]
    [InlineData("Ærlig Ørsted, Łódź, đại", "aerlig-orsted-lodz-dai")]
    [InlineData("Größe STRASSE", "grosse-strasse")]
    [InlineData("Ｆｕｌｌ", "full")]
    [InlineData("Мэр", "mer")]
    [InlineData("Мэр 2024", "mer-2024")]
    [InlineData("ŒUVRE d’Œdipe", "oeuvre-doedipe")]
    [InlineData("Þór í Reykjavík, Ðakota", "thor-i-reykjavik-dakota")]
    [InlineData("ﬁle of the ﬂood", "file-of-the-flood")]
    [InlineData("Işık, İzmir, ğ", "isik-izmir-g")]
    [InlineData("Ελληνικός δρόμος", "ellinikos-dromos")]
    [InlineData("市长：建墙", "shi-zhang-jian-qiang")]
    [InlineData("हिन्दी में", "hindi-mem")]
    [InlineData("한국 뉴스", "hangug-nyuseu")]
    [InlineData("Ħal Qormi ŋ ʻOkina", "hal-qormi-ng-okina")]
    [InlineData("x² + ½", "x2-1-2")]
    [InlineData("soft\u00ADhyphen, zero\u200Bwidth", "softhyphen-zerowidth")]
    [InlineData("\uD800 lone \uFFFE", "lone")]
    [InlineData("🌉", "story")]
    [InlineData("", "story")]
    public void A_slug_reads_like_the_words(string words, string slug) => Slug.From(words).ShouldBe(slug);

    [Fact]
    public void A_long_one_is_cut_between_words() =>
        Slug.From(string.Join(' ', Enumerable.Repeat("bridges", 20))).ShouldBe(string.Join('-', Enumerable.Repeat("bridges", 12)));

    [Fact]
    public void A_single_long_word_is_cut() => Slug.From(new string('a', 300)).ShouldBe(new string('a', Slug.MaxLength));

    [Fact]
    public void Without_a_headline_it_is_made_from_the_first_words_of_the_body() =>
        Slug.Of(new DraftArticle("city") { Headline = " ", Body = "One two\nthree four five six seven eight nine ten." })
            .ShouldBe("one-two-three-four-five-six-seven-eight");

    [Theory]
    [InlineData("bridge", true)]
    [InlineData("bridge-2", true)]
    [InlineData("", false)]
    [InlineData("-bridge", false)]
    [InlineData("bridge-", false)]
    [InlineData("old--bridge", false)]
    [InlineData("Bridge", false)]
    [InlineData("brücke", false)]
    [InlineData("bridge/2", false)]
    public void A_slug_is_lower_case_words_joined_by_hyphens(string slug, bool valid) => Slug.IsValid(slug).ShouldBe(valid);

    [Fact]
    public void Whatever_the_words_their_slug_is_one() =>
        Gen.String[Gen.OneOf(Gen.Char['a', 'z'], Gen.Char[" -'Æé\u0301…9市แ\uA66E"], Gen.Char), 0, 150]
            .Sample(words => Slug.IsValid(Slug.From(words)), iter: Cases);
}
