using Newsroom.Domain.Kernel;

namespace Newsroom.Domain.Tests.Stories;

public sealed class ConfidentialStorySpecs
{
    private static readonly GivenCommand Marked = Asked(new MarkConfidential("The source is at risk."), Rita);

    [Fact]
    public void An_author_makes_a_story_confidential() =>
        Given(Drafted(), Noted(by: Femi))
            .When(new MarkConfidential("The source is at risk.") { Readers = ["pia"] }, by: Rita)
            .Then(new StoryMarkedConfidential(Role.Reporter, "The source is at risk.", ["pia"], ["rita", "femi"]));

    [Fact]
    public void Confidentiality_is_rendered_as_a_sentence() =>
        Given(Drafted())
            .When(new MarkConfidential("Risk."), by: Ed)
            .Then("{ed} marked the story confidential as editor")
            .When(new MarkConfidential("Risk.") { Readers = ["pia", "femi"] }, by: Ed)
            .Then("{ed} marked the story confidential as editor, and admitted {pia}, {femi}")
            .When(new LiftConfidentiality("It is over."), by: Chi)
            .Then("{chi} lifted the confidentiality of the story")
            .And(_ => Sentences.Why(new StoryMarkedConfidential(Role.Editor, "Risk.", [], [])).ShouldBe("Risk."))
            .And(_ => Sentences.Why(new ConfidentialityLifted("It is over.")).ShouldBe("It is over."));

    [Fact]
    public void Everyone_reads_a_story_that_is_not_confidential() =>
        Given(Drafted()).And(s => Staff().ShouldAllBe(person => StoryReaders.MayRead(s.Story, person)));

    [Fact]
    public void A_confidential_story_is_read_by_its_people_and_by_editors_legal_and_chief_editors() =>
        Given(Drafted(), Noted(by: Femi), Asked(new Assign { Assignee = "rob" }, Ed))
            .When(new MarkConfidential("Risk.") { Readers = ["pia"] }, by: Rita)
            .And(s => Readers(s.Story).ShouldBe(["rita", "rob", "ed", "eve", "femi", "lea", "pia", "chi"]));

    [Fact]
    public void Roles_that_configure_or_audit_read_it_only_if_they_are_admitted() =>
        Given(Drafted(), Marked)
            .And(s => StoryReaders.MayRead(s.Story, Uma).ShouldBeFalse())
            .When(new MarkConfidential("An audit.") { Readers = ["uma"] }, by: Ed)
            .And(s => StoryReaders.MayRead(s.Story, Uma).ShouldBeTrue());

    [Fact]
    public void A_person_who_acts_on_it_remains_one_of_its_people() =>
        Given(Drafted(), Asked(new MarkConfidential("Risk.") { Readers = ["femi"] }, Rita), Noted(by: Femi))
            .When(new MarkConfidential("Risk."), by: Rita)
            .And(s => StoryReaders.MayRead(s.Story, Femi).ShouldBeTrue());

    [Fact]
    public void An_assignee_who_did_not_act_loses_it_with_the_assignment() =>
        Given(Drafted(), Asked(new Assign { Assignee = "rob" }, Ed), Marked)
            .And(s => StoryReaders.MayRead(s.Story, Rob).ShouldBeTrue())
            .When(new Assign(), by: Ed)
            .And(s => StoryReaders.MayRead(s.Story, Rob).ShouldBeFalse());

    [Fact]
    public void A_command_of_a_person_who_may_not_read_it_is_refused_as_for_an_unknown_story() =>
        Given(Drafted(), Marked)
            .When(new AddNote("Who?"), by: Femi)
            .ThenRefused("unknown-story", RefusalKind.NotFound)
            .When(new ReviseArticle { Body = "It rains." }, by: Rob)
            .ThenRefused("unknown-story", RefusalKind.NotFound)
            .When(new Publish(), by: Pia)
            .ThenRefused("unknown-story", RefusalKind.NotFound);

    [Fact]
    public void A_person_who_reads_it_by_one_role_does_not_act_on_it_in_another() =>
        Given(Drafted(), Marked)
            .When(new FlagClaim("It rains.") { As = Role.FactChecker }, by: Actor.Of("max", Role.Editor, Role.FactChecker))
            .ThenRefused("not-admitted", RefusalKind.Forbidden);

    [Fact]
    public void Only_legal_changes_or_lifts_a_mark_of_legal() =>
        Given(Drafted(), Asked(new MarkConfidential("A court order."), Lea))
            .When(new MarkConfidential("Pia publishes.") { Readers = ["pia"] }, by: Ed)
            .ThenRefused("confidential-by-legal", RefusalKind.Forbidden)
            .When(new LiftConfidentiality("It is over."), by: Chi)
            .ThenRefused("confidential-by-legal", RefusalKind.Forbidden)
            .When(new LiftConfidentiality("It is over."), by: Lea)
            .Then(new ConfidentialityLifted("It is over."))
            .And(s => StoryReaders.MayRead(s.Story, Uma).ShouldBeTrue());

    [Fact]
    public void Legal_takes_over_the_confidentiality_of_others() =>
        Given(Drafted(), Marked)
            .When(new MarkConfidential("A court order."), by: Lea)
            .Then(typeof(StoryMarkedConfidential))
            .When(new LiftConfidentiality("It is over."), by: Ed)
            .ThenRefused("confidential-by-legal", RefusalKind.Forbidden);

    [Fact]
    public void A_reporter_marks_only_stories_they_are_on_and_lifts_none() =>
        Given(Drafted())
            .When(new MarkConfidential("Risk."), by: Rob)
            .ThenRefused("not-on-the-story", RefusalKind.Forbidden)
            .When(new MarkConfidential("Risk."), by: Rita)
            .Then(typeof(StoryMarkedConfidential))
            .When(new LiftConfidentiality("It is over."), by: Rita)
            .ThenRefused("role-required", RefusalKind.Forbidden);

    [Fact]
    public void Both_commands_need_a_reason() =>
        Given(Drafted())
            .When(new MarkConfidential(" "), by: Rita)
            .ThenRefused("reason-required")
            .When(new MarkConfidential("Risk."), by: Rita)
            .Then(typeof(StoryMarkedConfidential))
            .When(new LiftConfidentiality(""), by: Ed)
            .ThenRefused("reason-required");

    [Fact]
    public void A_command_that_changes_nothing_is_refused() =>
        Given(Drafted())
            .When(new LiftConfidentiality("It is over."), by: Ed)
            .ThenRefused("not-confidential")
            .When(new MarkConfidential("Risk.") { Readers = ["pia", "femi"] }, by: Rita)
            .Then(typeof(StoryMarkedConfidential))
            .When(new MarkConfidential("Risk.") { Readers = ["femi", "pia"] }, by: Rita)
            .ThenRefused("nothing-changed");

    [Fact]
    public void People_who_are_unknown_here_are_not_admitted() =>
        Given(Drafted())
            .When(new MarkConfidential("Risk.") { Readers = ["pia", "stranger"] }, by: Rita)
            .ThenRefused("unknown-reader")
            .When(new MarkConfidential("Risk.") { Readers = ["jane@example.org@git"] }, by: Rita)
            .ThenRefused("unknown-reader");

    [Fact]
    public void A_story_is_drafted_confidential_and_its_slug_has_none_of_its_words() =>
        Given(
                Asked(
                    new DraftArticle("city")
                    {
                        Headline = "The mayor resigns",
                        Body = "It rains.",
                        Confidential = true,
                    },
                    Rita
                )
            )
            .And(s => s.Recorded.Select(e => e.Happened.GetType()).ShouldBe([typeof(StoryDrafted), typeof(StoryMarkedConfidential)]))
            .And(s => s.Story.Slug.ShouldBe("story"))
            .And(s => Readers(s.Story).ShouldBe(["rita", "ed", "eve", "lea", "chi"]));

    [Fact]
    public void A_spiked_story_is_made_confidential_and_readable_again() =>
        Given(Drafted(), Spiked(), Marked).When(new LiftConfidentiality("It is over."), by: Ed).Then(typeof(ConfidentialityLifted));

    [Fact]
    public void A_way_names_the_people_who_are_admitted_and_how_others_are() =>
        Given(Drafted(Bridge), Attributed(), Asked(new MarkConfidential("Risk.") { Readers = ["femi"] }, Rita))
            .And(s =>
            {
                var reason = s.Gates.Single(g => g.Gate == Gate.QuotesVerified).Blocking.Single();
                var check = reason.Ways.Single(way => way.Command == "fact-check");
                check.Names("femi", Role.FactChecker).ShouldBeTrue();
                check.Names("fia", Role.FactChecker).ShouldBeFalse();
                reason.Ways.Where(way => way.Command == "mark-confidential").ShouldContain(way => way.Names("ed", Role.Editor));
                reason.Message.ShouldContain("mark-confidential");
            });

    [Fact]
    public void Confidentiality_changes_nothing_that_was_approved() =>
        Given([.. Ready])
            .When(new MarkConfidential("Risk.") { Readers = ["pia"] }, by: Rita)
            .When(new Publish(), by: Pia)
            .Then(typeof(StoryPublished));

    private static Actor[] Staff() => [Rita, Rob, Ed, Eve, Femi, Lea, Pia, Chi, Uma];

    private static IEnumerable<string> Readers(Story story) =>
        Staff().Where(person => StoryReaders.MayRead(story, person)).Select(person => person.Person);
}
