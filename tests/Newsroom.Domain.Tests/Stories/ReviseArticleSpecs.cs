using Newsroom.Domain.Kernel;

namespace Newsroom.Domain.Tests.Stories;

public sealed class ReviseArticleSpecs
{
    [Fact]
    public void A_revision_is_kept_as_edits_by_words() =>
        Given(Drafted(Plain))
            .When(
                new ReviseArticle
                {
                    Headline = "The bridge",
                    Standfirst = "At last.",
                    Body = "The bridge will not be rebuilt!",
                },
                by: Rita
            )
            .Then(
                new ArticleRevised(
                    new ArticleEdits(
                        [new TextEdit(0, "Bridge", "The bridge")],
                        [new TextEdit(0, "", "At last.")],
                        [new TextEdit(16, "", "not "), new TextEdit(26, ".", "!")]
                    ),
                    Fingerprints.Of(new Article("The bridge", "At last.", "The bridge will not be rebuilt!", "By Rita Moe", "HARBOUR")),
                    1
                )
            );

    [Fact]
    public void A_revision_is_rendered_as_a_sentence() =>
        Given(Drafted(Plain))
            .When(new ReviseArticle { Body = "The old bridge will be torn down." }, by: Rita)
            .Then("{rita} revised the article: added “old”; “rebuilt” → “torn down”");

    [Fact]
    public void A_text_that_is_not_given_stays() =>
        Given(Drafted(Plain))
            .When(new ReviseArticle { Headline = "" }, by: Rita)
            .And(s => s.Text.Article.ShouldBe(new Article("", "", Plain, "By Rita Moe", "HARBOUR")));

    [Fact]
    public void A_reviser_becomes_an_author() =>
        Given(Drafted(Plain), Assigned(Rob))
            .When(new ReviseArticle { Body = "It fell." }, by: Rob)
            .When(new ReviseArticle { Body = "It fell down." }, by: Ed)
            .And(s => s.Story.Authors.ShouldBe(["rita", "rob", "ed"]))
            .And(s => s.Story.Drafter.ShouldBe("rita"));

    [Fact]
    public void A_reporter_not_on_the_story_is_refused() =>
        Given(Drafted(Plain)).When(new ReviseArticle { Body = "It fell." }, by: Rob).ThenRefused("not-on-the-story", RefusalKind.Forbidden);

    [Fact]
    public void In_review_its_reporter_is_refused_and_an_editor_is_not() =>
        Given(Drafted(Plain), Submitted())
            .When(new ReviseArticle { Body = "It fell." }, by: Rita)
            .ThenRefused("in-review", RefusalKind.Forbidden)
            .When(new ReviseArticle { Body = "It fell." }, by: Ed)
            .Then(typeof(ArticleRevised));

    [Fact]
    public void A_live_story_is_revised_without_touching_what_readers_have() =>
        Given([.. Ready, Published()])
            .When(new ReviseArticle { Body = "It fell." }, by: Rita)
            .Then(typeof(ArticleRevised), new ApprovalLapsed("ed", 1), new ApprovalLapsed("lea", 1))
            .And(s => s.Live!.Article.Body.ShouldBe(Plain))
            .And(s => s.Story.Publication.ShouldBe(new Publication(PublicationStatus.Live, 1, s.Live!.Fingerprint)));

    [Fact]
    public void The_words_it_has_already_are_refused() =>
        Given(Drafted(Plain)).When(new ReviseArticle { Body = Plain }, by: Rita).ThenRefused("nothing-changed");

    [Fact]
    public void Nothing_given_is_refused() => Given(Drafted(Plain)).When(new ReviseArticle(), by: Rita).ThenRefused("nothing-changed");

    [Fact]
    public void A_white_space_is_a_revision_though_no_other_words() =>
        Given(Drafted(Plain), Submitted(), Approved()).When(new ReviseArticle { Body = Plain + "\n" }, by: Ed).Then(typeof(ArticleRevised));

    [Fact]
    public void To_take_all_words_out_is_refused() =>
        Given(Drafted(Plain))
            .When(
                new ReviseArticle
                {
                    Headline = " ",
                    Body = "\n",
                    Standfirst = "Still here.",
                },
                by: Rita
            )
            .ThenRefused("article-empty");

    [Fact]
    public void Raw_html_is_refused() =>
        Given(Drafted(Plain)).When(new ReviseArticle { Body = Plain + "\n\n<script>x</script>" }, by: Rita).ThenRefused("raw-html");

    [Fact]
    public void A_text_of_more_than_a_mebibyte_is_refused() =>
        Given(Drafted(Plain))
            .When(new ReviseArticle { Headline = new string('ø', (TextRules.MaxBytes / 2) + 1) }, by: Rita)
            .ThenRefused("text-too-long", RefusalKind.TooLarge);
}
