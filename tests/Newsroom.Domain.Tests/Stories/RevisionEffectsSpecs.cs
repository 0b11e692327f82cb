namespace Newsroom.Domain.Tests.Stories;

/// <summary>
/// A check is bound to the exact words that were checked. Changing those words lapses it; changing anything else does not.
/// </summary>
public sealed class RevisionEffectsSpecs
{
    private const string Quote = "“We will rebuild the bridge,”";
    private const string Shown = Quote + " [said the mayor]";

    private static readonly GivenCommand[] QuoteVerified =
    [
        Drafted(Bridge),
        Attributed(Quote, attribution: "said the mayor"),
        Checked("q1"),
    ];
    private static readonly GivenCommand[] ClaimVerified = [Drafted(Bridge), Flagged(), Checked("c1")];

    [Fact]
    public void A_changed_word_lapses_the_check() =>
        Given(QuoteVerified)
            .When(new ReviseArticle { Body = Bridge.Replace("will", "may", StringComparison.Ordinal) }, by: Rita)
            .Then(
                "{rita} revised the article: “will” → “may”",
                "The words of q1 changed: “will” → “may”",
                new CheckLapsed("q1", "femi", Verdict.Verified, Shown, Shown.Replace("will", "may", StringComparison.Ordinal), 1)
            )
            .And(s => s.Story.PassageOf("q1")!.State().ShouldBe(PassageState.Lapsed));

    [Fact]
    public void A_check_is_reinstated_when_the_words_return() =>
        Given([.. QuoteVerified, Revised(Bridge.Replace("will", "may", StringComparison.Ordinal))])
            .When(new ReviseArticle { Body = Bridge }, by: Rita)
            .Then(
                typeof(ArticleRevised),
                typeof(PassageReworded),
                "The check of q1 by {femi} (verified) is valid again: the checked words were restored"
            );

    [Theory]
    [InlineData("rebuild", "Rebuild")]
    [InlineData("bridge,”", "bridge.”")]
    [InlineData("We will", "We … will")]
    [InlineData("the bridge,", "the [old] bridge,")]
    [InlineData("the bridge,", "the [old bridge,")]
    [InlineData("the bridge,", "the bridges,")]
    [InlineData("the bridge,", "the bridge 2,")]
    [InlineData("We will", "Wewill")]
    [InlineData("said the", "says the")]
    [InlineData("the mayor", "the former mayor")]
    [InlineData("rebuild", "re&shy;build!")]
    public void Case_punctuation_digits_ellipses_brackets_and_attribution_count(string was, string now) =>
        Given(QuoteVerified)
            .When(new ReviseArticle { Body = Bridge.Replace(was, now, StringComparison.Ordinal) }, by: Rita)
            .Then(typeof(ArticleRevised), typeof(PassageReworded), typeof(CheckLapsed));

    [Theory]
    [InlineData("rebuild", "*rebuild*")]
    [InlineData("rebuild", "[rebuild](https://example.no)")]
    [InlineData("rebuild", "re\u00ADbuild")]
    [InlineData("will rebuild", "will\u00A0 rebuild")]
    [InlineData("will rebuild", "will\nrebuild")]
    [InlineData("rebuild", "re&shy;build")]
    [InlineData("rebuild", "&#114;ebuild")]
    [InlineData("“We will rebuild the bridge,”", "\"We will rebuild the bridge,\"")]
    [InlineData("“We will rebuild the bridge,”", "«We will rebuild the bridge,»")]
    [InlineData("“We", "“**We**")]
    public void An_invisible_change_lapses_nothing_and_is_recorded(string was, string now) =>
        Given(QuoteVerified)
            .When(new ReviseArticle { Body = Bridge.Replace(was, now, StringComparison.Ordinal) }, by: Rita)
            .Then(typeof(ArticleRevised), typeof(PassageRestyled))
            .And(s => s.Story.PassageOf("q1")!.State().ShouldBe(PassageState.Verified));

    [Theory]
    [InlineData("It cost 3", "It cost 4")]
    [InlineData("mayor.", "mayor, smiling.")]
    [InlineData("“We", "Now: “We")]
    public void A_change_outside_the_passage_lapses_nothing(string was, string now) =>
        Given(QuoteVerified)
            .When(new ReviseArticle { Body = Bridge.Replace(was, now, StringComparison.Ordinal) }, by: Rita)
            .Then(typeof(ArticleRevised))
            .And(s => s.Story.PassageOf("q1")!.State().ShouldBe(PassageState.Verified));

    [Fact]
    public void A_letter_written_as_two_code_points_is_the_same_letter() =>
        Given(Drafted("Caf\u00E9 Bru closed."), Flagged("Caf\u00E9 Bru closed."), Checked("c1"))
            .When(new ReviseArticle { Body = "Cafe\u0301 Bru closed." }, by: Rita)
            .Then(typeof(ArticleRevised), typeof(PassageRestyled));

    [Theory]
    [InlineData("So: ", "")]
    [InlineData("“So it is said,” she said. ", "")]
    [InlineData("“We will rebuild the school,” said Bo. ", "")]
    [InlineData("“We will rebuild the bridge soon,” said Bo. ", "")]
    [InlineData("", " “We will rebuild the school,” said the mayor. It cost 4 million.")]
    [InlineData("We will see. ", " The mayor said the bridge will be rebuilt.")]
    public void Words_put_before_and_behind_are_outside_though_they_begin_alike(string before, string behind) =>
        Given([.. QuoteVerified, Flagged(), Checked("c1")])
            .When(new ReviseArticle { Body = before + Bridge + behind }, by: Rita)
            .And(s => s.Story.PassageOf("q1")!.Range.Of(s.Text.Article.Body).ShouldBe(Quote))
            .And(s => s.Story.Passages.Select(p => p.State()).Distinct().ShouldBe([PassageState.Verified]));

    [Fact]
    public void Words_put_between_a_quote_and_its_attribution_are_outside_both() =>
        Given(QuoteVerified)
            .When(new ReviseArticle { Body = Bridge.Replace("” said", "” loudly said", StringComparison.Ordinal) }, by: Rita)
            .Then(typeof(ArticleRevised));

    [Fact]
    public void The_latest_verdict_of_each_checker_is_reinstated_when_the_words_return() =>
        Given([
                .. ClaimVerified,
                Checked("c1", Verdict.Wrong, by: Femi),
                Checked("c1", by: Fay),
                Revised(Bridge.Replace("3", "4", StringComparison.Ordinal)),
                Checked("c1", Verdict.Disputed, by: Fay),
            ])
            .When(new ReviseArticle { Body = Bridge }, by: Rita)
            .Then(
                typeof(ArticleRevised),
                typeof(PassageReworded),
                new CheckLapsed("c1", "fay", Verdict.Disputed, "It cost 4 million.", "It cost 3 million.", 1),
                new CheckReinstated("c1", "femi", Verdict.Wrong, "It cost 3 million.", 1),
                new CheckReinstated("c1", "fay", Verdict.Verified, "It cost 3 million.", 1)
            );

    [Fact]
    public void Words_taken_out_lose_their_place_and_their_checks() =>
        Given(QuoteVerified)
            .When(new ReviseArticle { Body = "It cost 3 million." }, by: Rita)
            .Then(
                typeof(ArticleRevised),
                "q1 was orphaned: “We will rebuild the bridge,” is no longer in the text",
                "The check of q1 by {femi} (verified) lapsed: the words were removed"
            )
            .And(s => s.Story.PassageOf("q1")!.State().ShouldBe(PassageState.Orphaned))
            .When(new ReviseArticle { Body = "It cost 4 million." }, by: Rita)
            .Then(typeof(ArticleRevised));

    [Fact]
    public void A_passage_that_lost_its_place_finds_it_when_its_words_return() =>
        Given([.. ClaimVerified, Revised("Silence.")])
            .When(new ReviseArticle { Body = "Well. It cost 3 million. So." }, by: Rita)
            .Then(
                typeof(ArticleRevised),
                new PassageMoved("c1", new TextRange(6, 24), null, [], 1),
                new CheckReinstated("c1", "femi", Verdict.Verified, "It cost 3 million.", 1)
            );

    [Fact]
    public void A_quote_taken_out_with_its_attribution_and_put_back_is_the_quote_it_was() =>
        Given([.. QuoteVerified, Revised("Silence.")])
            .When(new ReviseArticle { Body = Bridge }, by: Rita)
            .Then(
                typeof(ArticleRevised),
                new PassageMoved("q1", new TextRange(0, 29), new TextRange(30, 44), [], 1),
                new CheckReinstated("q1", "femi", Verdict.Verified, Shown, 1)
            );

    [Fact]
    public void An_attribution_taken_out_lapses_the_check_and_its_return_reinstates_it() =>
        Given(QuoteVerified)
            .When(new ReviseArticle { Body = "“We will rebuild the bridge,” and that was all. It cost 3 million." }, by: Rita)
            .And(s => s.Story.PassageOf("q1")!.State().ShouldBe(PassageState.Lapsed))
            .When(new ReviseArticle { Body = Bridge }, by: Rita)
            .And(s => s.Story.PassageOf("q1")!.State().ShouldBe(PassageState.Verified));

    [Fact]
    public void Words_taken_out_behind_an_attribution_are_outside_it_though_they_end_alike() =>
        Given(
                Drafted("Then: “We will rebuild the bridge,” Berg said. So it is said. Rain."),
                Attributed(Quote, attribution: "Berg said"),
                Checked("q1")
            )
            .When(new ReviseArticle { Body = "Now: “We will rebuild the bridge,” Berg said. Rain." }, by: Rita)
            .And(s => s.Story.PassageOf("q1")!.State().ShouldBe(PassageState.Verified));

    [Fact]
    public void An_attribution_changed_taken_out_and_put_back_is_the_changed_one() =>
        Given([
                .. QuoteVerified,
                Revised(Bridge.Replace("the mayor", "the old mayor", StringComparison.Ordinal)),
                Checked("q1"),
                Revised("Silence."),
            ])
            .When(new ReviseArticle { Body = Bridge.Replace("the mayor", "the old mayor", StringComparison.Ordinal) }, by: Rita)
            .And(s => s.Story.PassageOf("q1")!.State().ShouldBe(PassageState.Verified));

    [Fact]
    public void A_moved_paragraph_takes_its_passages_along() =>
        Given(
                Drafted(
                    "One.\n\n"
                        + Bridge
                        + "\n\nThe last paragraph is the longest of all, and the words of it stay where they are, as they are.\n\nOr not."
                ),
                Attributed(Quote, attribution: "said the mayor"),
                Checked("q1")
            )
            .When(
                new ReviseArticle
                {
                    Body =
                        "One.\n\nThe last paragraph is the longest of all, and the words of it stay where they are, as they "
                        + "are.\n\nOr not.\n\n"
                        + Bridge,
                },
                by: Rita
            )
            .Then(typeof(ArticleRevised), typeof(PassageMoved))
            .And(s => s.Story.PassageOf("q1")!.Range.Of(s.Text.Article.Body).ShouldBe(Quote))
            .And(s => s.Story.PassageOf("q1")!.State().ShouldBe(PassageState.Verified));

    [Fact]
    public void Words_that_occur_twice_elsewhere_have_not_moved() =>
        Given(Drafted("It fell twice. Then rain.\n\nSun.\n"), Flagged("It fell twice."))
            .When(new ReviseArticle { Body = "Then rain.\n\nSun.\n\nIt fell twice.\n\nIt fell twice.\n" }, by: Rita)
            .Then(typeof(ArticleRevised), new PassageOrphaned("c1", "It fell twice.", null, ["rita"], 1));

    [Fact]
    public void Words_inside_longer_words_are_not_the_words_that_went() =>
        Given(Drafted("Storm.\n\nIt cost 3\n\nThen came rain.\n"), Flagged("It cost 3"), Checked("c1"))
            .When(new ReviseArticle { Body = "Storm.\n\nThen came rain.\n\nIt cost 3000 in the end, and we paid.\n" }, by: Rita)
            .And(s => s.Story.PassageOf("c1")!.StandingChecks.ShouldBeEmpty());

    [Fact]
    public void Two_passages_of_the_same_words_do_not_move_to_one_place() =>
        Given(
                Drafted("“No,” he said.\n\nRain.\n\n“No,” he said.\n"),
                Attributed("“No,”", start: 0),
                Attributed("“No,”", speaker: "bo", start: 23),
                Revised("Rain.\n")
            )
            .When(new ReviseArticle { Body = "Rain.\n\n“No,” he said.\n" }, by: Rita)
            .And(s => s.Story.Passages.Count(p => !p.IsOrphaned).ShouldBe(1));

    [Fact]
    public void A_passage_left_with_only_a_line_end_has_lost_its_place() =>
        Given(Drafted("Rain fell\nhard today\n"), Attributed("fell\nhard"))
            .When(new ReviseArticle { Body = "Rain\ntoday\n" }, by: Rita)
            .Then(typeof(ArticleRevised), new PassageOrphaned("q1", "fell\nhard", null, ["rita"], 1));

    [Fact]
    public void A_passage_whose_words_become_a_link_target_has_lost_its_place() =>
        Given(Drafted("See example.no today, and more of it."), Attributed("example.no"))
            .When(new ReviseArticle { Body = "See [it](example.no) today, and more of it." }, by: Rita)
            .And(s => s.Story.PassageOf("q1")!.IsOrphaned.ShouldBeTrue());

    [Fact]
    public void Passages_that_change_places_keep_their_checks() =>
        Given(
                Drafted("“One bridge fell” and “two bridges stand”."),
                Attributed("“One bridge fell”"),
                Attributed("“two bridges stand”", speaker: "bo"),
                Checked("q1"),
                Checked("q2")
            )
            .When(new ReviseArticle { Body = "“two bridges stand” and “One bridge fell”." }, by: Rita)
            .And(s => s.Story.Passages.Select(p => p.Range.Of(s.Text.Article.Body)).ShouldBe(["“One bridge fell”", "“two bridges stand”"]))
            .And(s => s.Story.Passages.Select(p => p.State()).Distinct().ShouldBe([PassageState.Verified]));

    [Fact]
    public void An_attribution_that_moves_is_followed() =>
        Given(
                Drafted("“We will rebuild,” said the mayor on Monday in the town hall."),
                Attributed("“We will rebuild,”", attribution: "said the mayor"),
                Checked("q1")
            )
            .When(new ReviseArticle { Body = "On Monday in the town hall said the mayor: “We will rebuild,”." }, by: Rita)
            .And(s => s.Story.PassageOf("q1")!.State().ShouldBe(PassageState.Verified));

    [Fact]
    public void Words_that_read_differently_out_of_their_place_find_it_again() =>
        Given(
                Drafted("See [the report on it](https://x.no/a).\n\nIt fell."),
                Attributed("report on it](https://x.no/a).\n\nIt fell"),
                Checked("q1")
            )
            .When(new ReviseArticle { Body = "Gone." }, by: Rita)
            .And(s => s.Story.PassageOf("q1")!.IsOrphaned.ShouldBeTrue())
            .When(new ReviseArticle { Body = "See [the report on it](https://x.no/a).\n\nIt fell." }, by: Rita)
            .And(s => s.Story.PassageOf("q1")!.State().ShouldBe(PassageState.Verified));

    [Fact]
    public void Words_put_into_its_sentence_are_words_of_a_claim() =>
        Given(Drafted("It rained. Berg paid 3 million. It poured."), Flagged("Berg paid 3 million."), Checked("c1"))
            .When(new ReviseArticle { Body = "It rained. Nobody says Berg paid 3 million. It poured." }, by: Rita)
            .Then(
                typeof(ArticleRevised),
                new PassageReworded(
                    "c1",
                    "Berg paid 3 million.",
                    "Nobody says Berg paid 3 million.",
                    Fingerprint.Of("claim", "Nobody says Berg paid 3 million."),
                    1
                )
                {
                    Range = new TextRange(11, 43),
                },
                typeof(CheckLapsed)
            )
            .When(new ReviseArticle { Body = "It rained. Berg paid 3 million. It poured." }, by: Rita)
            .Then(typeof(ArticleRevised), typeof(PassageReworded), typeof(CheckReinstated));

    [Fact]
    public void A_sentence_put_before_it_is_another() =>
        Given(Drafted("Berg paid 3 million. It poured."), Flagged("Berg paid 3 million."), Checked("c1"))
            .When(new ReviseArticle { Body = "It rained. Berg paid 3 million. It poured." }, by: Rita)
            .Then(typeof(ArticleRevised));

    [Fact]
    public void Claims_whose_sentences_become_one_share_it() =>
        Given(
                Drafted("Berg paid 3 million. It poured."),
                Flagged("Berg paid 3 million."),
                Flagged("It poured."),
                Checked("c1"),
                Checked("c2")
            )
            .When(new ReviseArticle { Body = "Berg paid 3 million and it poured." }, by: Rita)
            .And(s => s.Story.Passages.Select(p => p.Range.Of(s.Text.Article.Body)).ShouldBe(["Berg paid 3 million", "and it poured."]))
            .And(s => s.Story.Passages.Select(p => p.State()).Distinct().ShouldBe([PassageState.Lapsed]));

    [Fact]
    public void Words_moved_and_set_in_another_type_have_moved() =>
        Given(
                Drafted("“We won't rebuild,” said Berg.\n\nThe last paragraph is the longest of all, and the words of it stay."),
                Attributed("“We won't rebuild,”", attribution: "said Berg"),
                Checked("q1")
            )
            .When(
                new ReviseArticle
                {
                    Body = "The last paragraph is the longest of all, and the words of it stay.\n\n\"We *won’t* rebuild,\" said Berg.",
                },
                by: Rita
            )
            .Then(typeof(ArticleRevised), new PassageMoved("q1", new TextRange(69, 90), new TextRange(91, 100), ["rita"], 1));

    [Fact]
    public void Text_between_two_link_definitions_is_read_like_any_other() =>
        Given(Drafted("See [a][1] and [b][2].\n\n[1]: /a\n\nIt cost 3 million.\n\n[2]: /b\n"), Flagged(), Checked("c1"))
            .When(new ReviseArticle { Body = "See [a][1] and [b][2].\n\n[1]: /a\n\nIt cost 4 million.\n\n[2]: /b\n" }, by: Rita)
            .Then(typeof(ArticleRevised), typeof(PassageReworded), typeof(CheckLapsed));

    [Fact]
    public void Quotes_in_headline_and_standfirst_are_bound_to_their_words_too() =>
        Given(
                Drafted(Plain, headline: "“We will rebuild”, says mayor"),
                Revised(standfirst: "“We will not wait”, says Berg."),
                Attributed("“We will rebuild”", field: ArticleField.Headline),
                Attributed("“We will not wait”", field: ArticleField.Standfirst),
                Checked("q1"),
                Checked("q2")
            )
            .When(
                new ReviseArticle { Headline = "“We may rebuild”, says mayor", Standfirst = "“We will not wait”, *says* Berg." },
                by: Rita
            )
            .Then(typeof(ArticleRevised), typeof(PassageReworded), typeof(CheckLapsed));

    [Fact]
    public void In_plain_text_an_asterisk_is_a_word_a_reader_reads() =>
        Given(Drafted(Plain, headline: "It cost 3 million"), Flagged("It cost 3 million", ArticleField.Headline), Checked("c1"))
            .When(new ReviseArticle { Headline = "It cost *3* million" }, by: Rita)
            .Then(typeof(ArticleRevised), typeof(PassageReworded), typeof(CheckLapsed));
}
