namespace Newsroom.Domain.Tests.Articles;

public sealed class SearchWordsSpecs
{
    [Fact]
    public void An_article_is_searched_by_what_a_reader_reads() =>
        SearchWords.Of(new Article("The *Bridge*", "It’s 3.5 m", "See [the **minutes**](https://example.org/secret).\r\n\r\nहिन्दी — ÆRØ", "By nobody", ""))
            .ShouldBe("the bridge it s 3 5 m see the minutes हिन्दी ærø");

    [Theory]
    [InlineData("Harbour -ferry \"slip way\"", "harbour -ferry \"slip way\"")]
    [InlineData("long-slip & o’Connor", "long slip o connor")]
    [InlineData("!! ", "")]
    public void A_query_is_cut_in_the_same_way(string typed, string words) => SearchWords.OfQuery(typed).ShouldBe(words);
}
