using Newsroom.Domain.Kernel;

namespace Newsroom.Domain.Tests.Text;

public sealed class InvisibleCharactersSpecs
{
    [Theory]
    [InlineData("")]
    [InlineData(" \t\r\n\u00A0\u3000\u2028")]
    [InlineData("\u200B\u200C\u200D\u200E\uFEFF\u00AD\u2060")]
    [InlineData("\u3164\uFFA0\u115F\u1160\u2800")]
    [InlineData("\uFE0F\u034F\u180B\U000E0020\U000E01EF")]
    [InlineData("\u0001\u0085")]
    public void Invisible_characters_are_recognised(string text) => InvisibleCharacters.AreAllOf(text).ShouldBeTrue();

    [Theory]
    [InlineData("a")]
    [InlineData("\u200Bа\u200B")]
    [InlineData("語")]
    [InlineData("🎈")]
    [InlineData(".")]
    [InlineData("\u0301")]
    public void Visible_texts_are_not_recognised_as_invisible(string text) => InvisibleCharacters.AreAllOf(text).ShouldBeFalse();

    [Fact]
    public void A_headline_of_them_alone_is_refused_and_an_empty_one_is_not()
    {
        Given().When(new DraftArticle("city") { Headline = "\u200B\u3164", Body = "Words." }, by: Rita).ThenRefused("headline-invisible");
        Given().When(new DraftArticle("city") { Headline = "", Body = "Words." }, by: Rita).Then(typeof(StoryDrafted));
        Given(Drafted(Plain)).When(new ReviseArticle { Headline = "\u2800" }, by: Rita).ThenRefused("headline-invisible");
    }

    [Theory]
    [InlineData("\u200B", "&#8203;")]
    [InlineData("", "&nbsp;\n\n&shy;")]
    [InlineData(" ", "[](https://example.org)")]
    public void An_article_that_shows_nothing_is_empty(string headline, string body) =>
        Given().When(new DraftArticle("city") { Headline = headline, Body = body }, by: Rita).ThenRefused("article-empty");
}
