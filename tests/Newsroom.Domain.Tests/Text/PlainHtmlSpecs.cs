namespace Newsroom.Domain.Tests.Text;

public sealed class PlainHtmlSpecs
{
    private const string Imported = "Old <!-- comment -->";

    [Theory]
    [InlineData("Before <!-- not --> after", "Before  after\n\n")]
    [InlineData("We wi<!-- x -->ll build", "We will build\n\n")]
    [InlineData("One\n\n<!-- a\n\n b -- c -->\n\nTwo", "One\n\n\n\nTwo\n\n")]
    [InlineData("<!-- a --> seen", " seen\n\n")]
    [InlineData("H<sub>2</sub>O and E=mc<SUP>2</SUP>", "H2O and E=mc2\n\n")]
    [InlineData("<small>\nless\n</small>\n", "\nless\n\n\n")]
    [InlineData("one<br>two<br/>three<br />four", "one\ntwo\nthree\nfour\n\n")]
    [InlineData("Press <kbd>Ctrl</kbd>", "Press Ctrl\n\n")]
    [InlineData("The <abbr title=\"World Health Organization\">WHO</abbr> said", "The World Health Organization\nWHO said\n\n")]
    [InlineData("The <abbr title = 'a'>WHO</abbr>", "The a\nWHO\n\n")]
    public void Comments_are_not_read_and_plain_tags_are_marks(string markdown, string read)
    {
        VisibleText.OfMarkdown(markdown).Text.ShouldBe(read);
        TextRules.Refuse(ArticleField.Body, markdown, Imported).ShouldBeNull();
        foreach (var before in new[] { null, "", "No HTML, `<!-- code -->`." })
        {
            TextRules.Refuse(ArticleField.Body, markdown, before).ShouldNotBeNull().Code.ShouldBe("raw-html");
        }
    }

    [Theory]
    [InlineData("a <b>x</b>")]
    [InlineData("a <sup onclick=\"x()\">2</sup>")]
    [InlineData("a <small style=\"display:none\">x</small>")]
    [InlineData("a <abbr title=\"x\" onmouseover=\"y()\">z</abbr>")]
    [InlineData("a <abbr title=\"&#8220;We lie&#8221;\">z</abbr>")]
    [InlineData("a <brx>")]
    [InlineData("<small>\n&quot;We lie&quot;\n</small>")]
    [InlineData("<small>\n<script>x</script>\n</small>")]
    [InlineData("<!-- never closed")]
    [InlineData("<!--> seen -->")]
    [InlineData("<!---> seen -->")]
    [InlineData("<!-- a --!> seen -->")]
    [InlineData("<!-- a <!-- b --> seen -->\n")]
    [InlineData("<!-- a --><div>x</div>")]
    [InlineData("<!DOCTYPE html>")]
    [InlineData("<?php x ?>")]
    [InlineData("<svg><small></svg>")]
    public void HTML_that_could_hide_load_or_run_something_is_refused(string markdown) =>
        TextRules.Refuse(ArticleField.Body, markdown, markdown).ShouldNotBeNull().Code.ShouldBe("raw-html");

    [Fact]
    public void Bidirectional_controls_are_refused_in_comments_too() =>
        TextRules.Refuse(ArticleField.Body, "a <!-- \u202E --> b", Imported).ShouldNotBeNull().Code.ShouldBe("bidi-control");

    [Theory]
    [InlineData("Before <!-- the mayor lies --> after", "Before <!-- --> after")]
    [InlineData("<!-- a\n\n b -->\n\nTwo <!--c-->", "<!-- -->\n\nTwo <!-- -->")]
    [InlineData("`<!-- code -->` and <scr<!-- x -->ipt>", "`<!-- code -->` and <scr<!-- -->ipt>")]
    [InlineData("No comment", "No comment")]
    public void Readers_do_not_get_the_words_of_comments_and_everything_else_reads_as_before(string markdown, string published)
    {
        VisibleText.WithoutComments(markdown).ShouldBe(published);
        VisibleText.OfMarkdown(published).Text.ShouldBe(VisibleText.OfMarkdown(markdown).Text);
    }

    [Fact]
    public void A_comment_hides_no_words_from_a_check()
    {
        var read = VisibleText.OfMarkdown("“We <!-- never -->will build.”");
        read.Find("“We will build.”").ShouldHaveSingleItem();
        read.HasWords(new TextRange(4, 18)).ShouldBeFalse();
    }

    [Fact]
    public void An_approval_from_when_comments_counted_as_words_is_still_of_its_article()
    {
        var article = new Article("", "", "One <!-- two --> three", "", "");
        var then = Fingerprint.Of("article", "", "", "One <!-- two --> three\n\n", "", "");
        then.ShouldNotBe(Fingerprints.Of(article));
        (
            Fingerprints.Holds(then, article),
            Fingerprints.Holds(Fingerprints.Of(article), article),
            Fingerprints.Holds(then, article with { Body = "One two three" })
        ).ShouldBe((true, true, false));
    }
}
