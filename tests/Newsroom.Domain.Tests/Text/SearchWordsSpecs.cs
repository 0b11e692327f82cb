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
            .ShouldBe(" the bridge it s 3 5 m \n by nobody \n see the minutes हिन्दी aero ");

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
    [InlineData("Crème brûlée, naïve Ångström", "creme brulee naive angstrom")]
    [InlineData("Øresund Łódź Đakovo Þór œuvre", "oresund lodz dakovo thor oeuvre")]
    [InlineData("Müller MUELLER Straße", "muller mueller strasse")]
    [InlineData("Việt Nam", "viet nam")]
    [InlineData("οδός ὁδός", "οδοσ οδοσ")]
    [InlineData("Ёлка елка русский", "елка елка русский")]
    [InlineData("हिन्दी ไทย", "हिन्दी ไท ทย ย")]
    [InlineData("مُحَمَّد شَرْق", "محمد شرق")]
    [InlineData("שָׁלוֹם", "שלום")]
    [InlineData("가을 ガス", "가을 ガス ス")]
    public void Accents_are_left_out_where_people_leave_them_out(string text, string words) =>
        SearchWords.Of(new Article(text, "", "", "", "")).ShouldBe($" {words} \n \n ");

    [Fact]
    public void Leaving_out_accents_twice_is_the_same_as_once() =>
        Gen.String[Gen.OneOf(Gen.Char["aeßøĲéü\u0301\u0308\u0323иёй\u0306\u05D0\u05B8\u064B\u0628ガ가"]), 0, 20]
            .Sample(
                text =>
                {
                    var folded = AccentFolding.Fold(text.Normalize());
                    AccentFolding.Fold(folded).ShouldBe(folded);
                },
                iter: Cases
            );

    [Theory]
    [InlineData("pier reopen", "pier reopen*")]
    [InlineData("pier reopen ", null)]
    [InlineData("\"pier reopen\"", null)]
    [InlineData("pier re", null)]
    [InlineData("pier -reopen", null)]
    [InlineData("pier or quay", "pier | quay*")]
    [InlineData("Brûlé", "brule*")]
    [InlineData("建墙", null)]
    public void The_last_word_may_be_the_beginning_of_one(string typed, string? completed) =>
        Written(SearchQuery.Of(typed)!.Completed).ShouldBe(completed);

    [Theory]
    [InlineData("Crème -brûlée", "creme !brulee")]
    [InlineData("\"Slip Way\" pier", "slip way [ slip way ] pier")]
    [InlineData("-\"slip way\"", "!slip way [ slip way ]")]
    [InlineData("墙", "墙*")]
    [InlineData("\"市长说 yes 墙\"", "市长 长说 yes 墙* [ 市长 长说 说 yes 墙]")]
    [InlineData("\"yes 市长说\"", "yes 市长 长说 [ yes 市长 长说 ]")]
    public void Terms_have_the_words_of_the_index(string typed, string terms) =>
        Written(SearchQuery.Of(typed)!.Alternatives).ShouldBe(terms);

    [Fact]
    public void A_phrase_is_a_part_of_the_words_of_every_text_that_has_it() =>
        Gen.Select(Gen.String[Gen.OneOf(Gen.Char["ab  市长墙é"]), 0, 12], Gen.Int[0, 11], Gen.Int[1, 11])
            .Where(x => x.Item2 + x.Item3 <= x.Item1.Length)
            .Sample(
                x =>
                {
                    var (text, start, length) = x;
                    var part = text.Substring(start, length);
                    var isWhole = (start == 0 || !TextTokens.IsWord(new System.Text.Rune(text[start - 1])))
                        && (start + length == text.Length || !TextTokens.IsWord(new System.Text.Rune(text[start + length])));
                    if (isWhole && SearchQuery.Of($"\"{part}\"") is { IsEmpty: false } query)
                    {
                        SearchWords.Of(new Article(text, "", "", "", "")).ShouldContain(query.Alternatives[0][0].Phrase!);
                    }
                },
                iter: Cases
            );

    [Theory]
    [InlineData(64, false)]
    [InlineData(65, true)]
    public void A_search_has_a_maximum_of_words(int words, bool isTooLong) =>
        SearchQuery.Of(string.Join(' ', Enumerable.Range(0, words).Select(i => $"w{i}")))!.IsTooLong.ShouldBe(isTooLong);

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

    private static string? Written(IReadOnlyList<IReadOnlyList<SearchTerm>>? alternatives) =>
        alternatives is null ? null : string.Join(" | ", alternatives.Select(terms => string.Join(' ', terms.Select(Written))));

    private static string Written(SearchTerm term) =>
        (term.IsExcluded ? "!" : "")
        + string.Join(' ', term.Words.Select(word => word.IsBeginning ? $"{word.Text}*" : word.Text))
        + (term.Phrase is null ? "" : $" [{term.Phrase}]");
}
