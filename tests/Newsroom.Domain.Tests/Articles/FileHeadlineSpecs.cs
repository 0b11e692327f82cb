namespace Newsroom.Domain.Tests.Articles;

public sealed class FileHeadlineSpecs
{
    [Theory]
    [InlineData("---\ntitle: The bridge falls\n---\nBody", "The bridge falls")]
    [InlineData("---\nlayout: post\ntitle:   \"The \\\"bridge\\\": falls \\u2014 again\"  # so far\nauthor: x\n---\n# Other\n", "The \"bridge\": falls — again")]
    [InlineData("---\ntitle: 'It''s the bridge'\n---\n", "It's the bridge")]
    [InlineData("---\r\ntitle: The bridge # falls\r\n---\r\nBody", "The bridge")]
    [InlineData("---\ntitle: C# falls\n---\n", "C# falls")]
    [InlineData("---\ntitle: >\n  The bridge\n  falls\nauthor: x\n---\n", "The bridge falls")]
    [InlineData("+++\ntitle = \"The bridge\"\n+++\nBody", "The bridge")]
    [InlineData("+++\npath = \"x\"\ntitle = 'The bridge'\n+++\nBody", "The bridge")]
    [InlineData("\uFEFF---\nTitle: The bridge\n---\n", "The bridge")]
    [InlineData("---\nlayout: post\n---\n\n## The *bridge* ##\n\nfalls", "The *bridge*")]
    [InlineData("# The bridge\nfalls", "The bridge")]
    [InlineData("<html><title>A &amp; B</title><h1>The bridge</h1>", "A & B")]
    [InlineData("<p>So</p><h1 class=\"x\">The <em>bridge</em>\nfalls</h1>", "The bridge falls")]
    [InlineData("---\ntitle: The fence never ends\n", "")]
    [InlineData("---\ntitle:\n---\nBody", "")]
    [InlineData("Just words.", "")]
    [InlineData("", "")]
    public void A_file_is_called_by_its_title_or_its_first_heading(string file, string headline) => FileHeadline.Of(file).ShouldBe(headline);
}
