using CsCheck;

namespace Newsroom.Domain.Tests.Articles;

public sealed class TextSearchSpecs
{
    private static readonly Gen<string> Few = Gen.Char['a', 'b'].Array[0, 12].Select(chars => new string(chars));

    [Fact]
    public void It_finds_what_a_search_at_every_place_finds() =>
        Gen.Select(Few, Few)
            .Sample(
                (text, words) =>
                    TextSearch
                        .All(text, words)
                        .ShouldBe(
                            Enumerable
                                .Range(0, text.Length)
                                .Where(at => words.Length > 0 && text.AsSpan(at).StartsWith(words, StringComparison.Ordinal))
                        ),
                iter: Laws.Effort.Cases
            );

    [Theory]
    [InlineData("", "a")]
    [InlineData("a", "")]
    [InlineData("a", "aa")]
    [InlineData("fell", "Fell")]
    [InlineData("e\u0301", "\u00E9")]
    public void It_finds_nothing_but_these_characters(string text, string words) => TextSearch.All(text, words).ShouldBeEmpty();
}
