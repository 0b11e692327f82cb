using Newsroom.Domain.Kernel;

namespace Newsroom.Domain.Tests.Stories;

/// <summary>Saves by one person from one version: the later replaces the earlier, and keeps what others changed.</summary>
public sealed class SavesFromOneVersionSpecs
{
    private const string Body = "It rained in May.\n\nThe bridge fell that night.\n\nNobody was hurt.\n";

    [Theory]
    [InlineData("hurt.", "hurt. the wrd here", "hurt. The word here and more.")] // a word put right
    [InlineData("fell", "fell do", "fell down in the")] // more of the same
    [InlineData("fell that night", "fell hard", "fell softly")] // another word
    [InlineData("fell that night", "that night", "fell that dark night")] // a word taken out before
    [InlineData("hurt.\n", "hurt.\n\nA new paragaph.\n", "hurt.\n\nA new paragraph.\n\nAnd one more.\n")]
    [InlineData("It rained in May.\n\n", "", "It poured in May.\n\n")]
    [InlineData("bridge", "桥昨晚塌了", "桥昨天晚上塌下来了")]
    [InlineData("bridge", "สะพานถลม", "สะพานถล่มเมื่อคืนนี้")]
    public void The_later_replaces_the_earlier(string words, string first, string second) =>
        Given(Drafted(Body), Saved(Body.Replace(words, first)))
            .When(Save(Body.Replace(words, second)), by: Rita)
            .Then(typeof(ArticleRevised))
            .And(s => s.Text.Article.Body.ShouldBe(Body.Replace(words, second)));

    [Fact]
    public void The_later_save_replaces_all_of_the_earlier() =>
        Given(Drafted(Body), Saved(Body.Replace("May", "June").Replace("hurt", "harmd")))
            .When(Save(Body.Replace("hurt", "harmed")), by: Rita)
            .And(s => s.Text.Article.Body.ShouldBe(Body.Replace("hurt", "harmed")));

    [Fact]
    public void All_of_it_is_undone_by_the_text_they_began_with() =>
        Given(Drafted(Body), Saved(Body.Replace("May", "June")))
            .When(Save(Body), by: Rita)
            .Then("{rita} revised the article: “June” → “May”");

    [Fact]
    public void A_colleagues_change_in_between_is_kept() =>
        Given(
                Drafted(Body),
                Saved(Body.Replace("fell", "fel down")),
                Revised(Body.Replace("fell", "fel down").Replace("May", "June"), by: Ed)
            )
            .When(Save(Body.Replace("fell", "fell down hard")), by: Rita)
            .Then(typeof(ArticleRevised))
            .And(s => s.Text.Article.Body.ShouldBe(Body.Replace("fell", "fell down hard").Replace("May", "June")))
            .When(Save(Body.Replace("fell", "fell down")), by: Rita)
            .And(s => s.Text.Article.Body.ShouldBe(Body.Replace("fell", "fell down").Replace("May", "June")));

    [Fact]
    public void A_colleagues_change_in_the_saved_words_is_kept()
    {
        var first = Body + "\nA new paragraph of some words, wich goes on and on for a while.\n";
        Given(Drafted(Body), Saved(first), Revised(first.Replace("wich", "which"), by: Ed))
            .When(Save(first.Replace("A new", "A whole new") + "\nAnd more.\n"), by: Rita)
            .And(s => s.Text.Article.Body.ShouldBe(first.Replace("wich", "which").Replace("A new", "A whole new") + "\nAnd more.\n"));
    }

    [Fact]
    public void A_colleague_who_changed_the_same_words_is_shown()
    {
        var first = Body.Replace("hurt.", "hurt. the wrd here");
        Given(Drafted(Body), Saved(first), Revised(first.Replace("wrd", "weird"), by: Ed))
            .When(Save(first.Replace("wrd", "word")), by: Rita)
            .ThenRefused("overlap", RefusalKind.Overlap)
            .And(s => s.Refusal!.Conflicts.ShouldHaveSingleItem().Theirs.By.ShouldContain("ed"));
    }

    [Fact]
    public void Words_far_apart_can_be_of_two_windows_and_both_stay() =>
        Given(Drafted(Body), Saved(Body.Replace("May", "June")))
            .When(Save(Body.Replace("hurt", "harmed")), by: Rita)
            .And(s => s.Text.Article.Body.ShouldBe(Body.Replace("May", "June").Replace("hurt", "harmed")));

    [Fact]
    public void Both_texts_of_a_form_are_of_one_save() =>
        Given(Drafted(Body), Asked(new ReviseArticle { Headline = "Old bridge", Body = Body.Replace("fell", "fel down") }, Rita))
            .When(
                new ReviseArticle
                {
                    Headline = "Bridge",
                    Body = Body.Replace("fell", "fell down"),
                    BasedOn = 1,
                },
                by: Rita
            )
            .And(s => (s.Text.Article.Headline, s.Text.Article.Body).ShouldBe(("Bridge", Body.Replace("fell", "fell down"))));

    [Fact]
    public void Restored_words_are_no_save_of_their_restorer() =>
        Given(
                Drafted(Body), // 1
                Revised(Body.Replace("hurt.", "hurt. Ed says so."), by: Ed), // 2
                Revised(Body, by: Ed), // 3
                Asked(new RestoreRevision(2), Ed)
            ) // 4
            .When(new ReviseArticle { Body = Body.Replace("hurt.", "hurt. Ed sees it.") } with { BasedOn = 3 }, by: Ed)
            .ThenRefused("overlap", RefusalKind.Overlap);

    [Fact]
    public void Words_saved_after_reading_those_of_others_are_not_an_earlier_save()
    {
        var eds = Body.Replace("hurt.", "hurt. Ed says so.");
        Given(Drafted(Body), Revised(eds, by: Ed), Revised(eds.Replace(" Ed says so.", "").Replace("May.", "May. Ed says so."), by: Rita))
            .When(Save(Body.Replace("May.", "May. It poured.")), by: Rita)
            .ThenRefused("overlap", RefusalKind.Overlap);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Imported_words_are_not_an_earlier_save(bool isImported)
    {
        var first = Body.Replace("hurt.", "hurt. the wrd here");
        var origin = isImported ? new Origin("rita", Start, "abc", "Import") : null;
        var revised = new ArticleRevised(
            new ArticleEdits([], [], TextDiff.Between(Body, first)),
            Fingerprints.Of(new Article("", "", first, "", "")),
            1
        );
        var meanwhile = ConcurrentRevisions.Since(1, [(revised, new EventMetadata(2, Start, "rita", Role.Reporter) { Origin = origin })]);
        var text = new StoryText(
            Guid.Empty,
            2,
            new Article("", "", first, "", ""),
            Blame.Of("", "", 1),
            Blame.Of("", "", 1),
            Blame.Of(first, "rita", 2)
        );
        var refusal = meanwhile.Merge(
            text,
            field => field == ArticleField.Body ? Body.Replace("hurt.", "hurt. The word here.") : null,
            "rita",
            out _
        );
        (refusal is not null).ShouldBe(isImported);
    }

    private static GivenCommand Saved(string body) => Asked(Save(body), Rita);

    private static ReviseArticle Save(string body) => new() { Body = body, BasedOn = 1 };
}
