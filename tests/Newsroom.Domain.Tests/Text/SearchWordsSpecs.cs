using CsCheck;

namespace Newsroom.Domain.Tests.Text;

public sealed class SearchWordsSpecs
{
    [Fact]
    public void An_article_is_searched_by_what_a_reader_reads() =>
        SearchWords
            .Of(
                new Article(
                    "The *Bridge*",
                    "It’s 3.5 m",
                    "See [the **minutes**](https://example.org/secret).\r\n\r\nहिन्दी — ÆRØ",
                    "By nobody",
                    ""
                )
            )
            .ShouldBe("the bridge it s 3 5 m see the minutes हिन्दी ærø");

    [Theory]
    [InlineData("Cafe\u0301 Caf\u00e9", "caf\u00e9 caf\u00e9")]
    [InlineData("ＦＵＬＬ ｗｉｄｔｈ ﾊﾝｶｸ", "full width ハン ンカ カク ク")]
    [InlineData("the ﬁle, the ﬂood", "the file the flood")]
    [InlineData("ΟΔΟΣ οδός ὁδός", "οδοσ οδόσ ὁδόσ")]
    [InlineData("STRASSE Straße STRAẞE", "strasse strasse strasse")]
    [InlineData("İstanbul ISTANBUL ıstanbul", "istanbul istanbul istanbul")]
    [InlineData("break\u00ADwater break\u200Bwater", "breakwater breakwater")]
    [InlineData("wall\uFFFEworks \uFDD0 x", "wall works x")]
    [InlineData("\uD800lone", "lone")]
    public void One_word_has_one_spelling(string text, string words) => SearchWords.Of(text).ShouldBe(words);

    [Theory]
    [InlineData("市长说，建墙。", "市长 长说 说 建墙 墙")]
    [InlineData("新しいiPhone", "新し しい い iphone")]
    [InlineData("時々", "時々 々")]
    [InlineData("ก\u0E33แพง", "ก\u0E4D\u0E32 \u0E32แ แพ พง ง")]
    [InlineData("တံတား", "တံတား တား")]
    [InlineData("𠀋𠀌x", "𠀋𠀌 𠀌 x")]
    [InlineData("한국어 단어", "한국어 단어")]
    public void A_script_without_spaces_is_searched_by_pairs_of_characters(string text, string words) =>
        SearchWords.Of(text).ShouldBe(words);

    [Theory]
    [InlineData("Harbour -ferry \"slip way\"", "('harbour') & !('ferry') & ('slip' <-> 'way')")]
    [InlineData("long-slip & o’Connor", "('long' & 'slip') & ('o' & 'connor')")]
    [InlineData("pier or quay", "('pier') | ('quay')")]
    [InlineData("or", "('or')")]
    [InlineData("-\"slip way\" pier", "!('slip' <-> 'way') & ('pier')")]
    [InlineData("\"never closed", "('never' <-> 'closed')")]
    [InlineData("市长说", "('市长' & '长说')")]
    [InlineData("墙", "('墙':*)")]
    [InlineData("\"市长说 yes 墙\"", "('市长' <-> '长说' <2> 'yes' <-> '墙':*)")]
    [InlineData("a'b \\ 'c", "('a' & 'b') & ('c')")]
    public void A_query_is_cut_in_the_same_way(string typed, string query) => SearchQuery.Of(typed)!.ToTsQuery().ShouldBe(query);

    [Theory]
    [InlineData("\"slip way\" pier", "('slip' & 'way') & ('pier')")]
    [InlineData("\"slip way\" -pier", "('slip' <-> 'way') & !('pier')")]
    public void A_wider_query_reads_phrases_as_words_unless_it_excludes_some(string typed, string query) =>
        SearchQuery.Of(typed)!.ToWiderTsQuery().ShouldBe(query);

    [Theory]
    [InlineData("!! ")]
    [InlineData("\"\" - ---")]
    [InlineData("’…")]
    public void A_query_without_words_is_empty_and_not_the_same_as_none(string typed) => SearchQuery.Of(typed)!.IsEmpty.ShouldBeTrue();

    [Theory]
    [InlineData("")]
    [InlineData(" \t")]
    [InlineData(null)]
    public void Nothing_typed_is_no_query(string? typed) => SearchQuery.Of(typed).ShouldBeNull();

    [Fact]
    public void Whatever_is_typed_the_query_has_balanced_parts() =>
        Gen.String[Gen.OneOf(Gen.Char['a', 'c'], Gen.Char["\"- 市长墙é\u0301'&|!():*\\<>"]), 0, 40]
            .Sample(
                typed =>
                {
                    var query = SearchQuery.Of(typed)?.ToTsQuery() ?? "";
                    (
                        query.Count(c => c == '(') == query.Count(c => c == ')')
                        && query.Count(c => c == '\'') % 2 == 0
                        && !query.Contains('\\')
                    ).ShouldBeTrue(query);
                },
                iter: Cases
            );
}
