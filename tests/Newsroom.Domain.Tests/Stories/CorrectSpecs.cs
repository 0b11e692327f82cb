using Newsroom.Domain.Kernel;

namespace Newsroom.Domain.Tests.Stories;

public sealed class CorrectSpecs
{
    private const string Better = "“We will rebuild the bridge,” said the mayor. It cost 4 million.";

    private static readonly GivenCommand[] Live =
    [
        Drafted(),
        Attributed(),
        Flagged(),
        Checked("q1"),
        Checked("c1"),
        Submitted(),
        Approved(by: Ed),
        Approved(by: Lea),
        Published(),
    ];
    private static readonly GivenCommand[] Revision =
    [
        .. Live,
        Revised(Better),
        Checked("c1"),
        Submitted(),
        Approved(by: Ed),
        Approved(by: Lea),
    ];

    private static readonly GivenCommand[] Corrected = [.. Revision, Asked(new Correct(EditionKind.Correction, "It cost 4 million."), Pia)];
    private static readonly GivenCommand[] ToPress = [Submitted(), Approved(by: Ed), Approved(by: Lea)];

    [Fact]
    public void A_correction_is_the_next_edition_with_a_note_and_what_changed() =>
        Given(Revision)
            .When(new Correct(EditionKind.Correction, "It cost 4 million, not 3."), by: Pia)
            .And(s =>
                s.Happened.Single()
                    .ShouldBeOfType<StoryCorrected>()
                    .ShouldSatisfyAllConditions(
                        e => (e.Edition, e.Kind, e.Note).ShouldBe((2, EditionKind.Correction, "It cost 4 million, not 3.")),
                        e => e.Changed.Body.Single().ToString().ShouldContain("Remove = 3, Insert = 4"),
                        e => e.Replaced.Select(r => r.Passage).ShouldBe(["c1"]),
                        e => e.Gates.Select(g => g.Outcome).Distinct().ShouldBe([GateOutcome.Passed])
                    )
            )
            .And(s =>
                (s.Story.Stage, s.Story.Publication).ShouldBe(
                    (Stage.Drafting, new Publication(PublicationStatus.Live, 2, s.Story.Fingerprint))
                )
            );

    [Fact]
    public void A_correction_is_rendered_as_a_sentence() =>
        Given(Revision)
            .When(new Correct(EditionKind.Clarification, "The sum is this year's."), by: Pia)
            .Then("{pia} published edition 2 (clarification): “Bridge”");

    [Fact]
    public void Checks_of_words_that_a_correction_replaced_never_come_back() =>
        Given([.. Revision, Asked(new Correct(EditionKind.Correction, "It cost 4 million."), Pia)])
            .When(new ReviseArticle { Body = Bridge }, by: Rita)
            .And(s => s.Story.PassageOf("c1")!.StandingChecks.ShouldBeEmpty())
            .And(s => s.Story.PassageOf("q1")!.StandingChecks.ShouldHaveSingleItem());

    [Fact]
    public void Those_that_a_clarification_replaced_do() =>
        Given([.. Revision, Asked(new Correct(EditionKind.Clarification, "It is this year's sum."), Pia)])
            .When(new ReviseArticle { Body = Bridge }, by: Rita)
            .And(s => s.Story.PassageOf("c1")!.StandingChecks.ShouldHaveSingleItem());

    [Fact]
    public void Approvals_of_an_article_that_a_correction_replaced_never_come_back() =>
        Given(Corrected)
            .When(new RestoreRevision(1), by: Rita)
            .And(s => s.Happened.OfType<ApprovalReinstated>().ShouldBeEmpty())
            .And(s => s.Story.Approvals.Select(a => a.Standing).Distinct().ShouldBe([false]));

    [Fact]
    public void Those_of_one_that_a_clarification_replaced_do() =>
        Given([.. Revision, Asked(new Correct(EditionKind.Clarification, "It is this year's sum."), Pia)])
            .When(new RestoreRevision(1), by: Rita)
            .And(s => s.Happened.OfType<ApprovalReinstated>().Select(a => a.Approver).ShouldBe(["ed", "lea"]));

    [Theory]
    [InlineData(EditionKind.Update)]
    [InlineData(EditionKind.Refile)]
    public void The_article_it_replaced_is_saved_but_published_only_as_a_correction(EditionKind kind) =>
        Given([.. Corrected, Asked(new RestoreRevision(1), Rita), Checked("c1"), Submitted(), Approved(by: Ed), Approved(by: Lea)])
            .When(new Publish { Kind = kind }, by: Pia)
            .And(s => s.Refusal!.Code.ShouldBe(kind == EditionKind.Refile ? "refile-changes-meaning" : "corrected-words"))
            .When(new Correct(EditionKind.Clarification, "It was this year's sum."), by: Pia)
            .ThenRefused("corrected-words")
            .When(new Correct(EditionKind.Correction, "It did cost 3 million."), by: Pia)
            .Then(typeof(StoryCorrected))
            .When(new ReviseArticle { Body = Bridge + " It is long." }, by: Rita)
            .When(new SubmitForReview(), by: Rita)
            .When(story => new Approve(story.Fingerprint), by: Ed)
            .When(story => new Approve(story.Fingerprint), by: Lea)
            .When(new Publish(), by: Pia)
            .Then("{pia} published edition 4 (update): “Bridge”");

    [Theory]
    [InlineData("It cost 3 million.", "It cost 4 million.", "It cost 3 million.")]
    [InlineData("It cost 3 million.", "It cost 4 million.", "All in all, it cost *3* million, people say.")]
    [InlineData("It cost 3 million, and Berg paid for it in May.", "It cost 4 million, and Berg paid for it in May.", "It cost 3 million.")]
    [InlineData("It cost 3 million, and Berg paid for it in May.", "It cost 4 million, and Berg paid for it in May.", "IT COST 3 MILLION!")]
    [InlineData("The bridge did fall in May.", "The bridge did not fall in May.", "The bridge did fall in May, and on a Monday.")]
    [InlineData("It fell.", "It rose.", "It fell.")]
    [InlineData("It cost 3 million.", "It cost 3 million, says Berg.", "It cost 3 million.")]
    [InlineData(
        "The mayor paid three million for the old bridge from his own account.",
        "Nobody has ever spent anything.",
        "The mayor paid three million for the old bridge."
    )]
    [InlineData("Berg, who was convicted of it, spoke.", "Berg spoke.", "Berg, who was convicted of it, went home.")]
    [InlineData("桥的造价是三百万元。", "桥的造价是四百万元。", "市长说，桥的造价是三百万元。")]
    [InlineData(
        "It was all done with polish remover.",
        "It was all done with Polish remover.",
        "The nails were done with polish remover, says Berg."
    )]
    [InlineData(
        "The drug was found by Polish doctors in May.",
        "The drug was found by polish doctors in May.",
        "It was found by Polish doctors."
    )]
    [InlineData(
        "The letter came from the who and not from us.",
        "The letter came from the WHO and not from us.",
        "Berg had a letter that came from the who in May."
    )]
    [InlineData(
        "Berg met the black sea fleet and the us army.",
        "Berg met the Black Sea fleet and the US Army.",
        "They met the black sea fleet."
    )]
    [InlineData("It is turkey.", "It is Turkey.", "It is turkey.")]
    [InlineData("Die Frau hat liebe genossen und ging.", "Die Frau hat Liebe Genossen und ging.", "Sie hat liebe genossen und lacht.")]
    public void Replaced_words_are_not_published_again_as_another_kind(string was, string corrected, string again) =>
        Given([
                Drafted($"{was} It rained."),
                .. ToPress,
                Published(),
                Revised($"{corrected} It rained."),
                .. ToPress,
                Asked(new Correct(EditionKind.Correction, "We were wrong."), Pia),
                Revised($"{corrected} It rained.\n\n{again}"),
                .. ToPress,
            ])
            .When(new Publish(), by: Pia)
            .ThenRefused("corrected-words")
            .And(s => s.Refusal!.Detail.ShouldContain("the body"))
            .When(new Correct(EditionKind.Correction, "We were right."), by: Pia)
            .Then(typeof(StoryCorrected));

    [Theory]
    [InlineData("It cost 3 million.", "It cost 4 million.", "The school cost 3 million.")]
    [InlineData(
        "It cost 3 million, and Berg paid for it in May.",
        "It cost 4 million, and Berg paid for it in May.",
        "Berg paid for it in May, and gladly."
    )]
    [InlineData("It fell.", "It rose.", "It fell on deaf ears.")]
    [InlineData("The bridge did fall in May.", "The bridge did not fall in May.", "The bridge did not fall in June.")]
    [InlineData(
        "The mayor paid three million for the old bridge from his own account.",
        "Nobody has ever spent anything.",
        "The mayor went home."
    )]
    [InlineData(
        "It was all done with polish remover.",
        "It was all done with Polish remover.",
        "The nails were done with Polish remover, says Berg."
    )] // as corrected
    // other words
    [InlineData("It was all done with polish remover.", "It was all done with Polish remover.", "Polish remover is what Berg sells.")]
    // a line in capitals
    [InlineData("The drug was found by Polish doctors in May.", "The drug was found by polish doctors in May.", "FOUND BY POLISH DOCTORS")]
    [InlineData(
        "The drug was found by Polish doctors in May.",
        "The drug was found by polish doctors in May.",
        "It Was Found By Polish Doctors"
    )] // a title
    [InlineData(
        "Berg said that Polish remover was sold here.",
        "Berg said that polish remover was sold here.",
        "She said so. “Polish remover” was sold here in May."
    )] // begins a sentence
    // a capital for the sentence
    [InlineData("Yesterday the bridge fell in Ellery.", "The bridge fell in Ellery yesterday.", "And the bridge fell in Ellery.")]
    [InlineData("In May the bridge fell in Ellery.", "The bridge fell in Ellery.", "Then the bridge fell in Ellery.")]
    public void Other_words_are(string was, string corrected, string other) =>
        Given([
                Drafted($"{was} It rained."),
                .. ToPress,
                Published(),
                Revised($"{corrected} It rained."),
                .. ToPress,
                Asked(new Correct(EditionKind.Correction, "We were wrong."), Pia),
                Revised($"{corrected} It rained.\n\n{other}"),
                .. ToPress,
            ])
            .When(new Publish(), by: Pia)
            .Then(typeof(StoryPublished));

    [Fact]
    public void Words_carried_to_the_headline_are_words_it_replaced() =>
        Given([.. Corrected, Revised(headline: "Bridge: it cost 3 million"), Submitted(), Approved(by: Ed), Approved(by: Lea)])
            .When(new Publish(), by: Pia)
            .ThenRefused("corrected-words")
            .And(s => s.Refusal!.Detail.ShouldContain("the headline"));

    /// <summary>Corrections stored before the replaced words were kept; these follow from the changes.</summary>
    [Fact]
    public void The_replaced_words_of_an_older_correction_are_derived_from_its_changes()
    {
        var spec = Given(Corrected);
        var old = spec
            .Recorded.Select(r => (Happened: r.Happened is StoryCorrected e ? e with { ReplacedWords = null } : r.Happened, r.Metadata))
            .Aggregate((Story?)null, (at, r) => Story.Evolve(at, spec.Story.Id, r.Happened, r.Metadata))!;
        old.Corrected!.Words.ShouldBe(spec.Story.Corrected!.Words);
        old.Corrected.Articles.ShouldBe(spec.Story.Corrected.Articles);
    }

    [Fact]
    public void The_state_keeps_a_bounded_part_of_what_was_replaced()
    {
        var (before, after) = (new Article("Bridge", "", Long("a"), "", ""), new Article("Bridge", "", Long("b"), "", ""));
        CorrectedContent.Between(before, after).Sum(w => w.Words.Length).ShouldBeLessThanOrEqualTo(CorrectedContent.MaxCharacters);

        static string Long(string word) => string.Concat(Enumerable.Range(0, 40_000).Select(i => $"The {word}{i} came. "));
    }

    [Fact]
    public void An_editors_note_changes_no_words_and_needs_no_review() =>
        Given(Live)
            .When(new Correct(EditionKind.EditorsNote, "The mayor has since resigned."), by: Pia)
            .Then("{pia} published edition 2 (editors-note): “Bridge”")
            .And(s => s.Live!.Article.ShouldBe(s.Text.Article));

    [Fact]
    public void With_other_words_it_is_no_editors_note() =>
        Given(Revision)
            .When(new Correct(EditionKind.EditorsNote, "The mayor has since resigned."), by: Pia)
            .ThenRefused("editors-note-changes-words");

    [Theory]
    [InlineData(EditionKind.Correction)]
    [InlineData(EditionKind.Clarification)]
    public void With_the_same_words_it_is_only_an_editors_note(EditionKind kind) =>
        Given([.. Live, Revised(Bridge.Replace("rebuild", "*rebuild*", StringComparison.Ordinal)), Submitted()])
            .When(new Correct(kind, "We regret it."), by: Pia)
            .ThenRefused("same-words");

    [Theory]
    [InlineData(EditionKind.First)]
    [InlineData(EditionKind.Update)]
    [InlineData(EditionKind.Refile)]
    public void Kinds_of_publish_are_refused(EditionKind kind) =>
        Given(Revision).When(new Correct(kind, "We regret it."), by: Pia).ThenRefused("kind");

    [Theory]
    [InlineData(EditionKind.Correction)]
    [InlineData(EditionKind.Clarification)]
    [InlineData(EditionKind.EditorsNote)]
    public void Publish_makes_none(EditionKind kind) => Given(Revision).When(new Publish { Kind = kind }, by: Pia).ThenRefused("kind");

    [Fact]
    public void A_correction_requires_a_note() =>
        Given(Revision).When(new Correct(EditionKind.Correction, " "), by: Pia).ThenRefused("note-required");

    [Fact]
    public void An_unpublished_story_is_not_corrected() =>
        Given(Ready).When(new Correct(EditionKind.Correction, "We regret it."), by: Pia).ThenRefused("not-live");

    [Fact]
    public void Every_gate_holds_for_a_correction_too() =>
        Given([.. Live, Revised(Better), Submitted()])
            .When(new Correct(EditionKind.Correction, "It cost 4 million."), by: Pia)
            .ThenRefused("gates-failed")
            .And(s =>
                s.Refusal!.Gates.Where(g => g.Outcome == GateOutcome.Failed)
                    .Select(g => g.Gate)
                    .ShouldBe([Gate.ClaimsChecked, Gate.Approvals])
            );

    [Fact]
    public void A_hold_stops_a_note_too() =>
        Given([.. Live, Held(by: Lea)]).When(new Correct(EditionKind.EditorsNote, "We regret it."), by: Pia).ThenRefused("gates-failed");

    [Fact]
    public void Only_a_publisher_corrects() =>
        Given(Revision)
            .When(new Correct(EditionKind.Correction, "It cost 4 million."), by: Ed)
            .ThenRefused("role-required", RefusalKind.Forbidden);
}
