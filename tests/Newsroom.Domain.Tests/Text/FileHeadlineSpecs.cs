namespace Newsroom.Domain.Tests.Text;

public sealed class FileHeadlineSpecs
{
    [Theory]
    [InlineData("---\ntitle: The bridge falls\n---\nBody", "The bridge falls")]
    [InlineData(
        "---\nlayout: post\ntitle:   \"The \\\"bridge\\\": falls \\u2014 again\"  # so far\nauthor: x\n---\n# Other\n",
        "The \"bridge\": falls — again"
    )]
    [InlineData("---\ntitle: 'It''s the bridge'\n---\n", "It's the bridge")]
    [InlineData("---\r\ntitle: The bridge # falls\r\n---\r\nBody", "The bridge")]
    [InlineData("---\ntitle: C# falls\n---\n", "C# falls")]
    [InlineData("---\ntitle: >\n  The bridge\n  falls\nauthor: x\n---\n", "The bridge falls")]
    [InlineData("+++\ntitle = \"The bridge\"\n+++\nBody", "The bridge")]
    [InlineData("+++\npath = \"x\"\ntitle = 'The bridge'\n+++\nBody", "The bridge")]
    [InlineData("\uFEFF---\nTitle: The bridge\n---\n", "The bridge")]
    [InlineData("---\nlayout: post\n---\n\n## The *bridge* ##\n\nfalls", "The *bridge*")]
    [InlineData("# The bridge\nfalls", "The bridge")]
    [InlineData("\uFEFF# The bridge\nfalls", "The bridge")]
    [InlineData("<html><title>A &amp; B</title><h1>The bridge</h1>", "A & B")]
    [InlineData("<p>So</p><h1 class=\"x\">The <em>bridge</em>\nfalls</h1>", "The bridge falls")]
    [InlineData("---\ntitle: The fence never ends\n", "")]
    [InlineData("---\ntitle:\n---\nBody", "")]
    [InlineData("Title: The bridge\nDate: 2014-03-12\n\nIt fell.\n", "The bridge")]
    [InlineData("title: The bridge\nlayout: post\n---\n# Other\n", "The bridge")]
    [InlineData("\uFEFFDate: 2014-03-12\r\nTitle: The bridge:\r\n  it falls\r\n\r\nWords", "The bridge: it falls")]
    [InlineData("Note: this is no metadata.\nTitle: it goes on\nlike prose.\n", "")]
    [InlineData("Note: a colon\n\n# The bridge\n", "The bridge")]
    [InlineData("<!--\n.. title: The bridge\n.. slug: b\n-->\nWords", "The bridge")]
    [InlineData("{\n  \"date\": {\"title\": \"no\"},\n  \"title\": \"The \\u201cbridge\\u201d\"\n}\n# Other\n", "The “bridge”")]
    [InlineData("{% include x %}\n# The bridge\n", "The bridge")]
    [InlineData("{ \"title\": \"never ends\n\n# The bridge\n", "The bridge")]
    [InlineData("+++\n[author]\ntitle = \"Dr.\"\n+++\n# The bridge\n", "The bridge")]
    [InlineData("+++\ntitle = \"\"\"\nThe bridge\nfalls\"\"\"\n[extra]\ntitle = \"no\"\n+++\n", "The bridge falls")]
    [InlineData("---\ntitle: The bridge\n  falls # again\n  down\nauthor: x\n---\n", "The bridge falls # again down")]
    [InlineData("---\ntitle: \"The bridge\n  falls\"\n...\nBody", "The bridge falls")]
    [InlineData("---\ntitle:\n  en: The bridge\n---\n# Heading\n", "Heading")]
    [InlineData("```sh\n# no heading\n```\n\nThe bridge\n==========\n", "The bridge")]
    [InlineData("~~~\n# no\n```\n# no\n~~~\n# The bridge #", "The bridge")]
    [InlineData("\uFEFF# The bridge\n", "The bridge")]
    [InlineData("---\ntitle: \"Storm: the night after\"\n---\n", "Storm: the night after")]
    [InlineData("---\ntitle: 'Storm: the night after'\n---\n", "Storm: the night after")]
    [InlineData("---\ntitle: Storm: the night after\n---\n", "Storm: the night after")]
    [InlineData("---\ntitle: >-\n  Storm in\n  the north\n\n  again\ndate: 2014-03-12\n---\n", "Storm in the north again")]
    [InlineData("---\r\ntitle: |-\r\n  Storm in\r\n  the north\r\nlayout: post\r\n---\r\n", "Storm in the north")]
    [InlineData("---\ntitle: >2-\n    Storm\n---\n", "Storm")]
    [InlineData("+++\ndate = 2014-03-12T10:00:00Z\ntitle = \"Storm\"\n+++\n", "Storm")]
    [InlineData("+++\r\ntitle = \"Storm\" # so far\r\ndate = 2014-03-12\r\n+++\r\nWords", "Storm")]
    [InlineData(
        "\uFEFF{\r\n  \"author\": { \"name\": \"Ann\", \"title\": \"Dr.\" },\r\n  \"tags\": [\"a\"],\r\n  \"title\": "
            + "\"Storm\"\r\n}\r\n\r\nWords",
        "Storm"
    )]
    [InlineData("{\"Title\": \"Storm\"}\nWords", "Storm")]
    [InlineData("\uFEFFStorm in the north\r\n==================\r\n\r\nWords", "Storm in the north")]
    [InlineData("Storm in the north\n---\n\nWords", "Storm in the north")]
    [InlineData("---\nlayout: post\nmeta:\n  title: no\n---\nStorm\n=====\n", "Storm")]
    [InlineData("---\n\"title\": Storm\n---\n", "Storm")]
    [InlineData("---\ntitle : Storm\n---\n", "Storm")]
    [InlineData("---\ntitle: !!str Storm\n---\n", "Storm")]
    [InlineData("---\ntitle: ''\n---\n# Storm\n", "Storm")]
    [InlineData("---\ntitle: ~\n---\n# Storm\n", "Storm")]
    [InlineData("---\ntitle: null\n---\n# Storm\n", "Storm")]
    [InlineData("---\n# title: no\ntitle: Storm\n---\n", "Storm")]
    [InlineData(":title: Storm\n:date: 2014-03-12\n\nWords", "Storm")]
    [InlineData("TITLE: Storm\nSLUG: storm\n\nWords", "Storm")]
    [InlineData("---\nTitle: Storm\nDate: 2014-03-12\n\nWords\n", "")]
    [InlineData("\n---\ntitle: Storm\n---\nWords", "Storm")]
    [InlineData("--- \ntitle: Storm\n---   \nWords", "Storm")]
    [InlineData("Just words.", "")]
    [InlineData("", "")]
    public void A_file_is_called_by_its_title_or_its_first_heading(string file, string headline) =>
        FileHeadline.Of(file).ShouldBe(headline);

    [Theory]
    [InlineData("# ", " ", "x")]
    [InlineData("", "<h1>", "")]
    [InlineData("<h1>", "<", "</h1>")]
    [InlineData("---\ntitle: a", " ", "b\n---\n")]
    [InlineData("---\ntitle:\n", "  \n", "x\n---\n")]
    [InlineData("---\ntitle: \"", "\\", "\n---\n")]
    [InlineData("", "a: b\n", "x")]
    [InlineData("", "{\"a\":", "")]
    [InlineData("", "---\n", "")]
    [InlineData("+++\ntitle = \"", "'\"", "\n+++\n")]
    [InlineData("", "```\n", "")]
    public void The_longest_file_is_read_quickly(string start, string piece, string end)
    {
        var file = start + string.Concat(Enumerable.Repeat(piece, (TextRules.MaxBytes - start.Length - end.Length) / piece.Length)) + end;
        var watch = new ThreadClock();
        FileHeadline.Of(file).Length.ShouldBeLessThanOrEqualTo(file.Length);
        watch.Elapsed.ShouldBeLessThan(TimeSpan.FromSeconds(20));
    }
}
