using CsCheck;

namespace Newsroom.Domain.Tests.Text;

public sealed class TextSearchSpecs
{
    private static readonly Gen<string> Few = Gen.Char['a', 'b'].Array[0, 12].Select(chars => new string(chars));

    [Fact]
    public void The_search_finds_what_a_naive_search_finds() =>
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
                iter: Iterations.Cases
            );

    [Theory]
    [InlineData("", "a")]
    [InlineData("a", "")]
    [InlineData("a", "aa")]
    [InlineData("fell", "Fell")]
    [InlineData("e\u0301", "\u00E9")]
    public void Nothing_but_the_exact_characters_is_found(string text, string words) => TextSearch.All(text, words).ShouldBeEmpty();
}
