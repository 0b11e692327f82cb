namespace Newsroom.Domain.Tests.Text;

public sealed class SimilarNamesSpecs
{
    private static readonly string[] Names = ["Erik Hallström", "Ana Costa", "王小明", "The harbour master", "Bo"];

    [Theory]
    [InlineData("Halstrom", "Erik Hallström", "hallstrom")]
    [InlineData("halström pier", "Erik Hallström", "hallstrom pier")]
    [InlineData("erik halstrom", "Erik Hallström", "erik hallstrom")]
    [InlineData("harbor", "The harbour master", "harbour")]
    public void A_word_is_replaced_by_the_similar_word_of_a_name(string typed, string name, string words)
    {
        var similar = SimilarNames.Of(SearchQuery.Of(typed)!, Names)!;
        similar.Names.ShouldContain(name);
        similar
            .Alternatives.Select(terms => string.Join(' ', terms.SelectMany(term => term.Words).Select(word => word.Text)))
            .ShouldContain(words);
    }

    [Theory]
    [InlineData("zebra")]
    [InlineData("hallstrom")]
    [InlineData("bo")]
    [InlineData("-halstrom")]
    [InlineData("\"halstrom\"")]
    [InlineData("halstrom or pier")]
    [InlineData("王大明")]
    public void Other_searches_are_not_replaced(string typed) => SimilarNames.Of(SearchQuery.Of(typed)!, Names).ShouldBeNull();

    [Theory]
    [InlineData("halstrom", "hallstrom", 0.72)]
    [InlineData("costa", "costa", 1)]
    [InlineData("costa", "zebra", 0)]
    public void Similarity_is_the_share_of_common_trigrams(string one, string other, double similarity) =>
        SimilarNames.Similarity(one, other).ShouldBe(similarity, tolerance: 0.01);
}
