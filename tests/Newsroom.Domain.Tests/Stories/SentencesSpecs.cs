namespace Newsroom.Domain.Tests.Stories;

public sealed class SentencesSpecs
{
    [Fact]
    public void A_revision_is_rendered_with_its_first_three_edits() =>
        Sentences
            .Of(
                new ArticleRevised(
                    new ArticleEdits(
                        [new TextEdit(0, "a", "")],
                        [new TextEdit(0, "", "b")],
                        [new TextEdit(0, "c", "d"), new TextEdit(3, "e", "f"), new TextEdit(6, "g", "h")]
                    ),
                    default,
                    1
                ),
                "rita"
            )
            .ShouldBe("{rita} revised the article: removed “a”; added “b”; “c” → “d”; and 2 more");

    [Fact]
    public void Long_words_are_cut_and_never_inside_a_character() =>
        Sentences
            .Of(new NoteAdded("n1", new string('a', 159) + "🌉🌉", false, null), "ed")
            .ShouldBe($"{{ed}} added note n1: “{new string('a', 159)}…”");

    [Fact]
    public void White_space_is_rendered_as_one_space() =>
        Sentences
            .Of(new ClaimFlagged("c1", ArticleField.Body, default, "It\r\n\tfell.", default, 1), "ed")
            .ShouldBe("{ed} flagged c1 as a claim: “It fell.”");

    [Theory]
    [InlineData("“So.”")]
    [InlineData("„So.“")]
    [InlineData("«So.»")]
    [InlineData("\"So.\"")]
    public void Words_in_quotation_marks_get_no_further_marks(string words) =>
        Sentences.Of(new QuoteWithdrawn("q1", words, "Cut."), "ed").ShouldBe($"{{ed}} withdrew q1 {words}");

    [Fact]
    public void A_story_without_a_headline_is_rendered_with_its_body() =>
        Sentences
            .Of(new StoryDrafted("city", "en", "s", new Article("", "", "It fell.", "", ""), default, 1), "rita")
            .ShouldBe("{rita} drafted “It fell.” for the city desk");

    [Fact]
    public void A_verdict_without_evidence_is_rendered_without() =>
        Sentences
            .Of(new FactChecked("c1", default, "It fell.", Verdict.Unverifiable, null, [], "Nobody saw it."), "femi")
            .ShouldBe("{femi} found c1 “It fell.” unverifiable");

    [Fact]
    public void The_reason_is_rendered_where_one_was_given() =>
        (
            Sentences.Why(new FactChecked("c1", default, "a", Verdict.Wrong, null, [], "Seen.")),
            Sentences.Why(new QuoteWithdrawn("q1", "a", "Cut.")),
            Sentences.Why(new StorySubmitted())
        ).ShouldBe(("Seen.", "Cut.", null));
}
