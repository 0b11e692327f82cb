using Newsroom.Domain.Kernel;

namespace Newsroom.Domain.Tests.Stories;

/// <summary>Two people edit one story: both edits apply, or the second gets the overlaps.</summary>
public sealed class MergeSpecs
{
    private const string Body = "It rained in May.\n\nThe bridge fell that night.\n\nNobody was hurt.";

    private static GivenCommand[] EdRevised(string body) => [Drafted(Body), Revised(body, by: Ed)];

    [Fact]
    public void A_revision_of_other_words_is_merged() =>
        Given(EdRevised(Body.Replace("May", "June")))
            .When(new ReviseArticle { Body = Body.Replace("fell", "collapsed") } with { BasedOn = 1 }, by: Rita)
            .Then("{rita} revised the article: “fell” → “collapsed”")
            .And(s => s.Text.Article.Body.ShouldBe("It rained in June.\n\nThe bridge collapsed that night.\n\nNobody was hurt."))
            .And(s => s.Happened.ShouldHaveSingleItem().ShouldBeOfType<ArticleRevised>().BasedOn.ShouldBe(1))
            .And(s =>
                s.Text.BodyBlame.Spans.Select(b => (b.Author, b.Version))
                    .ShouldBe([("rita", 1), ("ed", 2), ("rita", 1), ("rita", 3), ("rita", 1)])
            );

    [Fact]
    public void The_answer_says_with_what()
    {
        var spec = Given(EdRevised(Body.Replace("May", "June")));
        var accepted = spec.Decide(new ReviseArticle { Body = Body.Replace("fell", "collapsed") } with { BasedOn = 1 }, Rita)
            .ShouldBeOfType<AcceptedStoryCommand>();
        var other = accepted.MergedOver.ShouldHaveSingleItem();
        (other.Version, other.By).ShouldBe((2, "ed"));
        other.Edits.Body.ShouldBe([new TextEdit(13, "May", "June")]);
    }

    [Fact]
    public void Events_other_than_revisions_do_not_conflict() =>
        Given(Drafted(Body), Noted(), Held())
            .When(new ReviseArticle { Body = Body.Replace("fell", "collapsed") } with { BasedOn = 1 }, by: Rita)
            .And(s => s.Happened.ShouldHaveSingleItem().ShouldBeOfType<ArticleRevised>().BasedOn.ShouldBeNull());

    [Fact]
    public void The_same_word_changed_by_both_is_shown_to_the_second_from_both_sides()
    {
        var refusal = Refused(EdRevised(Body.Replace("fell", "collapsed")), Body.Replace("fell", "broke"));
        (refusal.Kind, refusal.Code, refusal.CurrentVersion).ShouldBe((RefusalKind.Overlap, "overlap", 2));
        var conflict = refusal.Conflicts.ShouldHaveSingleItem();
        Told(conflict).ShouldBe("body: “bridge fell that” (v1) became “bridge collapsed that” by ed (v2), and “bridge broke that” by rita");
        conflict.Base.Range.Of(Body).ShouldBe(conflict.Base.Words);
        conflict.Theirs.Range.Of(Body.Replace("fell", "collapsed")).ShouldBe(conflict.Theirs.Words);
    }

    [Fact]
    public void A_move_changes_its_target() =>
        Refused(
            EdRevised("The bridge fell that night.\n\nNobody was hurt. It rained in May."),
            Body.Replace("hurt.", "hurt. So they say.", StringComparison.Ordinal)
        )
            .Conflicts.ShouldHaveSingleItem()
            .Theirs.By.ShouldBe(["ed"]);

    [Fact]
    public void All_who_changed_the_words_are_named_and_the_last_of_their_versions() =>
        Told(
                Refused(
                    [
                        .. EdRevised(Body.Replace("fell", "collapsed", StringComparison.Ordinal)),
                        Revised("Now.\n\n" + Body.Replace("fell", "just collapsed", StringComparison.Ordinal), by: Eve),
                        Noted(),
                    ],
                    Body.Replace("fell", "broke", StringComparison.Ordinal)
                )
                    .Conflicts.ShouldHaveSingleItem()
            )
            .ShouldBe("body: “bridge fell that” (v1) became “bridge just collapsed that” by ed eve (v3), and “bridge broke that” by rita");

    [Theory]
    [InlineData("The bridge fell that", "The old bridge fell that", "The bridge never fell that")]
    [InlineData("bridge fell that", "bridge, fell that", "bridge fell down that")]
    [InlineData("that night.", "that day.", "that night, too.")]
    [InlineData("fell that night.", "", "fell that dark night.")]
    [InlineData("Nobody was hurt.", "Nobody was hurt. Ed", "Nobody was hurt. Rita")]
    public void The_word_beside_a_changed_word_is_an_overlap(string words, string eds, string ritas) =>
        Refused(EdRevised(Body.Replace(words, eds)), Body.Replace(words, ritas)).Conflicts.ShouldHaveSingleItem();

    [Theory]
    [InlineData("bridge", "bridges", "night", "day")]
    [InlineData("May.", "May. It poured.", "The", "Then the")]
    [InlineData("Nobody was hurt.", "Nobody was hurt.\n\nEd.", "hurt", "harmed")]
    [InlineData("The bridge fell that night.\n\n", "", "Nobody", "Nobody at all")]
    [InlineData("\n\nNobody was hurt.", "", "night", "day")]
    [InlineData("The bridge", "Ed.\n\nThe bridge", "The", "A")]
    [InlineData("The bridge", "Ed.\n\nThe bridge", "May.", "May. It poured.")]
    [InlineData("The bridge", "Ed.\n\nThe bridge", "The bridge fell that night.\n\n", "")]
    public void Two_words_away_or_in_another_paragraph_nothing_is_in_the_way(string words, string eds, string others, string ritas)
    {
        Merged(EdRevised(Body.Replace(words, eds)), Body.Replace(others, ritas)).ShouldBe(Body.Replace(words, eds).Replace(others, ritas));
        Merged(EdRevised(Body.Replace(others, ritas)), Body.Replace(words, eds)).ShouldBe(Body.Replace(words, eds).Replace(others, ritas));
    }

    [Theory]
    [InlineData("The bridge", "Ed.\n\nThe bridge", "Rita.\n\nThe bridge", "Ed.\n\nRita.\n\nThe bridge")]
    [InlineData("hurt.", "hurt.\n\nEd.", "hurt.\n\nRita.", "hurt.\n\nEd.\n\nRita.")]
    [InlineData("hurt.", "hurt.\n\nEd.", "hurt. Rita.", "hurt. Rita.\n\nEd.")]
    [InlineData("hurt.", "hurt. Ed.", "hurt.\n\nRita.", "hurt. Ed.\n\nRita.")]
    public void Paragraphs_put_in_at_one_place_keep_the_order_they_were_committed_in(string words, string eds, string ritas, string both) =>
        Merged(EdRevised(Body.Replace(words, eds)), Body.Replace(words, ritas)).ShouldBe(Body.Replace(words, both));

    [Fact]
    public void Two_who_begin_an_empty_text_see_each_other() =>
        Given(Drafted(""), Revised("Ed wrote this.", by: Ed))
            .When(new ReviseArticle { Body = "Rita wrote this." } with { BasedOn = 1 }, by: Rita)
            .ThenRefused("overlap", RefusalKind.Overlap);

    [Fact]
    public void The_same_change_made_by_both_is_made_once() =>
        Given(EdRevised(Body.Replace("fell", "collapsed")))
            .When(new ReviseArticle { Body = Body.Replace("fell", "collapsed").Replace("Nobody", "No one") } with { BasedOn = 1 }, by: Rita)
            .Then("{rita} revised the article: “Nobody” → “No one”")
            .When(new ReviseArticle { Body = Body.Replace("fell", "collapsed") } with { BasedOn = 1 }, by: Rita)
            .Then()
            .And(s =>
                s.Decide(new ReviseArticle { Body = Body.Replace("fell", "collapsed") } with { BasedOn = 1 }, Rita)
                    .ShouldBeOfType<AcceptedStoryCommand>()
                    .MergedOver.Select(r => r.Version)
                    .ShouldBe([2, 3])
            );

    [Fact]
    public void Words_that_the_caller_read_change_nothing() =>
        Given(EdRevised(Body.Replace("fell", "collapsed")))
            .When(new ReviseArticle { Body = Body.Replace("fell", "collapsed") }, by: Rita)
            .ThenRefused("nothing-changed");

    [Fact]
    public void A_change_that_was_undone_does_not_conflict() =>
        Given([.. EdRevised(Body.Replace("fell", "collapsed")), Revised(Body, by: Ed)])
            .When(new ReviseArticle { Body = Body.Replace("fell", "broke") } with { BasedOn = 1 }, by: Rita)
            .Then("{rita} revised the article: “fell” → “broke”");

    [Fact]
    public void Each_text_is_merged_by_itself() =>
        Given(Drafted(Body), Revised(headline: "Old bridge", by: Ed))
            .When(new ReviseArticle { Headline = "Bridge", Body = Body.Replace("fell", "broke") } with { BasedOn = 1 }, by: Rita)
            .And(s => (s.Text.Article.Headline, s.Text.Article.Body).ShouldBe(("Old bridge", Body.Replace("fell", "broke"))));

    [Fact]
    public void Marks_follow_the_words_they_were_put_on() =>
        Given(EdRevised("Ed.\n\n" + Body))
            .When(new FlagClaim("The bridge fell that night.") { BasedOn = 1 }, by: Rita)
            .Then("{rita} flagged c1 as a claim: “The bridge fell that night.”")
            .And(s => s.Story.PassageOf("c1")!.Range.Start.ShouldBe(24));

    [Fact]
    public void Quotes_follow_their_words_with_their_attributions() =>
        Given(Drafted(), Revised("Now this. " + Bridge, by: Ed))
            .When(
                new AttributeQuote("“We will rebuild the bridge,”", "ada")
                {
                    Attribution = "said the mayor",
                    Start = 0,
                    BasedOn = 1,
                },
                by: Rita
            )
            .Then("{rita} attributed q1 “We will rebuild the bridge,” to ada by the words “said the mayor”");

    [Theory]
    [InlineData("will", "may")]
    [InlineData("said", "cried")]
    public void A_mark_on_changed_words_is_refused_with_the_current_words(string word, string other)
    {
        var spec = Given(Drafted(), Revised(Bridge.Replace(word, other), by: Ed));
        spec.When(new AttributeQuote("“We will rebuild the bridge,”", "ada") { Attribution = "said the mayor", BasedOn = 1 }, by: Rita)
            .ThenRefused("overlap", RefusalKind.Overlap);
        var conflict = (
            (Decision<StoryEvent>.Refused)
                spec.Decide(
                    new AttributeQuote("“We will rebuild the bridge,”", "ada") { Attribution = "said the mayor", BasedOn = 1 },
                    Rita
                )
        ).Refusal.Conflicts.ShouldHaveSingleItem();
        conflict.Yours.Words.ShouldContain(word);
        conflict.Theirs.Words.ShouldBe(conflict.Base.Words.Replace(word, other));
        conflict.Theirs.By.ShouldBe(["ed"]);
    }

    [Fact]
    public void A_quote_that_was_reattributed_meanwhile_is_not_overwritten() =>
        Given(Drafted(), Attributed(), Asked(new AttributeQuote("“We will rebuild the bridge,”", "bo") { Quote = "q1" }, Ed))
            .When(
                new AttributeQuote("“We will rebuild the bridge,”", "ada")
                {
                    Quote = "q1",
                    Attribution = "said the mayor",
                    BasedOn = 2,
                },
                by: Rita
            )
            .ThenRefused("stale-version", RefusalKind.Stale);

    private static string Merged(GivenCommand[] before, string body) =>
        Given(before).When(new ReviseArticle { Body = body } with { BasedOn = 1 }, by: Rita).Then(typeof(ArticleRevised)).Text.Article.Body;

    private static Refusal Refused(GivenCommand[] before, string body) =>
        Given(before)
            .Decide(new ReviseArticle { Body = body } with { BasedOn = 1 }, Rita)
            .ShouldBeOfType<Decision<StoryEvent>.Refused>()
            .Refusal;

    private static string Told(Conflict c) =>
        $"{c.Field.ToKebabCase()}: “{c.Base.Words}” (v{c.Base.Version}) became “{c.Theirs.Words}” "
        + $"by {string.Join(' ', c.Theirs.By)} (v{c.Theirs.Version}), and “{c.Yours.Words}” by {string.Join(' ', c.Yours.By)}";
}
