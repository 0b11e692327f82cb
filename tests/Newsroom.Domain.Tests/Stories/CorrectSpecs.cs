namespace Newsroom.Domain.Tests.Stories;

public sealed class CorrectSpecs
{
    private const string Better = "“We will rebuild the bridge,” said the mayor. It cost 4 million.";

    private static readonly Deed[] Live = [Drafted(), Attributed(), Flagged(), Checked("q1"), Checked("c1"), Submitted(), Approved(by: Ed), Approved(by: Lea), Published()];
    private static readonly Deed[] Revision = [.. Live, Revised(Better), Checked("c1"), Submitted(), Approved(by: Ed), Approved(by: Lea)];

    [Fact]
    public void A_correction_is_the_next_edition_with_a_note_and_what_changed() => Given(Revision)
        .When(new Correct(EditionKind.Correction, "It cost 4 million, not 3."), by: Pia)
        .And(s => s.Happened.Single().ShouldBeOfType<StoryCorrected>().ShouldSatisfyAllConditions(
            e => (e.Edition, e.Kind, e.Note).ShouldBe((2, EditionKind.Correction, "It cost 4 million, not 3.")),
            e => e.Changed.Body.Single().ToString().ShouldContain("Remove = 3, Insert = 4"),
            e => e.Replaced.Select(r => r.Passage).ShouldBe(["c1"]),
            e => e.Gates.ShouldAllBe(g => g.Outcome == GateOutcome.Passed)))
        .And(s => (s.Story.Stage, s.Story.Publication).ShouldBe((Stage.Drafting, new Publication(PublicationStatus.Live, 2, s.Story.Fingerprint))));

    [Fact]
    public void It_is_told_as_a_sentence() => Given(Revision)
        .When(new Correct(EditionKind.Clarification, "The sum is this year's."), by: Pia)
        .Then("{pia} published edition 2 (clarification): “Bridge”");

    [Fact]
    public void Checks_of_words_that_a_correction_replaced_never_come_back() => Given([.. Revision, Asked(new Correct(EditionKind.Correction, "It cost 4 million."), Pia)])
        .When(new ReviseArticle { Body = Bridge }, by: Rita)
        .And(s => s.Story.PassageOf("c1")!.StandingChecks.ShouldBeEmpty())
        .And(s => s.Story.PassageOf("q1")!.StandingChecks.ShouldHaveSingleItem());

    [Fact]
    public void Those_that_a_clarification_replaced_do() => Given([.. Revision, Asked(new Correct(EditionKind.Clarification, "It is this year's sum."), Pia)])
        .When(new ReviseArticle { Body = Bridge }, by: Rita)
        .And(s => s.Story.PassageOf("c1")!.StandingChecks.ShouldHaveSingleItem());

    [Fact]
    public void An_editors_note_changes_no_words_and_needs_no_review() => Given(Live)
        .When(new Correct(EditionKind.EditorsNote, "The mayor has since resigned."), by: Pia)
        .Then("{pia} published edition 2 (editors-note): “Bridge”")
        .And(s => s.Live!.Article.ShouldBe(s.Text.Article));

    [Fact]
    public void With_other_words_it_is_no_editors_note() => Given(Revision)
        .When(new Correct(EditionKind.EditorsNote, "The mayor has since resigned."), by: Pia)
        .ThenRefused("editors-note-changes-words");

    [Theory]
    [InlineData(EditionKind.Correction)]
    [InlineData(EditionKind.Clarification)]
    public void With_the_same_words_it_is_only_an_editors_note(EditionKind kind) => Given([.. Live, Revised(Bridge.Replace("rebuild", "*rebuild*", StringComparison.Ordinal)), Submitted()])
        .When(new Correct(kind, "We regret it."), by: Pia)
        .ThenRefused("same-words");

    [Theory]
    [InlineData(EditionKind.First)]
    [InlineData(EditionKind.Update)]
    [InlineData(EditionKind.Refile)]
    public void What_publish_makes_is_refused(EditionKind kind) => Given(Revision)
        .When(new Correct(kind, "We regret it."), by: Pia)
        .ThenRefused("kind");

    [Theory]
    [InlineData(EditionKind.Correction)]
    [InlineData(EditionKind.Clarification)]
    [InlineData(EditionKind.EditorsNote)]
    public void Publish_makes_none(EditionKind kind) => Given(Revision)
        .When(new Publish { Kind = kind }, by: Pia)
        .ThenRefused("kind");

    [Fact]
    public void Readers_are_told() => Given(Revision)
        .When(new Correct(EditionKind.Correction, " "), by: Pia)
        .ThenRefused("note-required");

    [Fact]
    public void What_nobody_has_read_is_not_corrected() => Given(Ready)
        .When(new Correct(EditionKind.Correction, "We regret it."), by: Pia)
        .ThenRefused("not-live");

    [Fact]
    public void Every_gate_holds_for_a_correction_too() => Given([.. Live, Revised(Better), Submitted()])
        .When(new Correct(EditionKind.Correction, "It cost 4 million."), by: Pia)
        .ThenRefused("gates-failed")
        .And(s => s.Refusal!.Gates.Where(g => g.Outcome == GateOutcome.Failed).Select(g => g.Gate).ShouldBe([Gate.ClaimsChecked, Gate.Approvals]));

    [Fact]
    public void A_hold_stops_a_note_too() => Given([.. Live, Held(by: Lea)])
        .When(new Correct(EditionKind.EditorsNote, "We regret it."), by: Pia)
        .ThenRefused("gates-failed");

    [Fact]
    public void Only_a_publisher_corrects() => Given(Revision)
        .When(new Correct(EditionKind.Correction, "It cost 4 million."), by: Ed)
        .ThenRefused("role-required", RefusalKind.Forbidden);
}
