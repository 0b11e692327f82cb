using Newsroom.Domain.Kernel;
using Newsroom.Domain.Stories.Work;

namespace Newsroom.Domain.Tests.Stories;

public sealed class TakedownSpecs
{
    private static readonly GivenCommand[] Live = [.. Ready, Published()];

    [Fact]
    public void A_live_story_is_withheld_and_released_as_it_was() =>
        Given(Live)
            .When(new Withhold("The figure is being checked."), by: Pia)
            .Then(new StoryWithheld(1, Role.Publisher, "The figure is being checked."))
            .And(s => s.Story.Publication.Status.ShouldBe(PublicationStatus.Withheld))
            .And(s => s.Story.Publication.Withheld!.By.ShouldBe("pia"))
            .And(s => s.Story.IsAtRest().ShouldBeFalse())
            .When(new Release { Reason = "It is right." }, by: Lea)
            .Then(new StoryReleased(1, "It is right."))
            .And(s => s.Story.Publication.ShouldBe(Given(Live).Story.Publication))
            .And(s => s.Story.IsAtRest().ShouldBeTrue());

    [Fact]
    public void A_takedown_that_names_a_version_is_decided_for_that_version_only()
    {
        var seen = Given(Live).Story.Version;
        StoryCommand[] commands = [new Withhold("Wait."), new Retract("Forged.", "Gone."), new Kill("A court order.", "Gone.")];
        foreach (var command in commands)
        {
            var by = command is Withhold ? Pia : Chi;
            Given(Live).Decide(command with { BasedOn = seen }, by).ShouldBeOfType<AcceptedStoryCommand>();
            Given(Live).Decide(command, by).ShouldBeOfType<AcceptedStoryCommand>("a stop needs no version");
            foreach (var other in new[] { seen - 1, seen + 1, 0 })
            {
                Given(Live).When(command with { BasedOn = other }, by).ThenRefused("stale-version", RefusalKind.Stale);
            }
        }

        var withheld = Given([.. Live, Withheld()]);
        withheld.When(new Release { BasedOn = seen }, by: Pia).ThenRefused("stale-version", RefusalKind.Stale);
        withheld.When(new Release { BasedOn = withheld.Story.Version }, by: Pia).Then(typeof(StoryReleased));
    }

    [Fact]
    public void Takedowns_are_rendered_as_sentences() =>
        Given(Live)
            .When(new Withhold("Wait."), by: Pia)
            .Then("{pia} withheld edition 1 as publisher")
            .When(new Release(), by: Pia)
            .Then("{pia} released edition 1")
            .When(new Retract("Forged.", "We have retracted this story."), by: Chi)
            .Then("{chi} retracted the story. Notice to readers: “We have retracted this story.”")
            .When(new Kill("A court order.", "This story is no longer available."), by: Lea)
            .Then("{lea} killed the story as legal. Notice to readers: “This story is no longer available.”")
            .And(_ => Sentences.Why(new StoryWithheld(1, Role.Legal, "Wait.")).ShouldBe("Wait."))
            .And(_ => Sentences.Why(new StoryReleased(1, "Go.")).ShouldBe("Go."))
            .And(_ => Sentences.Why(new StoryRetracted(1, "Forged.", "Gone.")).ShouldBe("Forged."))
            .And(_ => Sentences.Why(new StoryKilled(1, Role.Legal, "A court order.", "Gone.")).ShouldBe("A court order."));

    [Fact]
    public void A_preview_says_what_readers_would_see()
    {
        EffectOf(Live, new Withhold("Wait."), Pia).ShouldBe("Readers of edition 1 would not see it until it is released.");
        EffectOf([.. Live, Withheld()], new Release(), Pia).ShouldBe("Readers of edition 1 would see it again.");
        EffectOf(Live, new Retract("Forged.", "Gone."), Chi)
            .ShouldBe("Readers of edition 1 would see the notice in place of it. This cannot be undone.");
        EffectOf(Live, new Kill("A court order.", "Gone."), Lea)
            .ShouldBe("Readers of edition 1 would see only that it is gone, and the notice. This cannot be undone.");
    }

    [Fact]
    public void A_story_is_withheld_once()
    {
        Given([.. Live, Withheld()]).When(new Withhold("Again."), by: Pia).ThenRefused("already-withheld");
        Given([.. Live, Withheld(by: Lea)]).When(new Withhold("Again."), by: Lea).ThenRefused("already-withheld");
        Given([.. Live, Withheld(by: Lea)]).When(new Withhold("Again."), by: Pia).ThenRefused("already-withheld");
    }

    [Fact]
    public void Legal_takes_over_what_another_role_withheld() =>
        Given([.. Live, Withheld()])
            .When(new Withhold("A letter from their lawyer."), by: Lea)
            .Then(new StoryWithheld(1, Role.Legal, "A letter from their lawyer."))
            .When(new Release(), by: Pia)
            .ThenRefused("withheld-by-legal", RefusalKind.Forbidden)
            .When(new Release(), by: Lea)
            .Then(typeof(StoryReleased));

    [Fact]
    public void What_legal_withheld_is_killed_and_not_retracted() =>
        Given([.. Live, Withheld(by: Lea)])
            .When(new Retract("Forged.", "We have retracted this story."), by: Chi)
            .ThenRefused("withheld-by-legal", RefusalKind.Forbidden)
            .When(new Kill("A court order.", "This story is no longer available."), by: Chi)
            .Then(typeof(StoryKilled));

    [Fact]
    public void Only_a_published_story_is_withheld() => Given(Ready).When(new Withhold("Wait."), by: Pia).ThenRefused("not-published");

    [Fact]
    public void Only_a_withheld_story_is_released() => Given(Live).When(new Release(), by: Pia).ThenRefused("not-withheld");

    [Fact]
    public void What_legal_withheld_only_legal_releases() =>
        Given([.. Live, Withheld(by: Lea)])
            .When(new Release(), by: Pia)
            .ThenRefused("withheld-by-legal", RefusalKind.Forbidden)
            .When(new Release(), by: Lea)
            .Then(typeof(StoryReleased));

    [Fact]
    public void A_story_with_a_hold_is_not_released() =>
        Given([.. Live, Withheld(), Held()])
            .When(new Release(), by: Pia)
            .ThenRefused("held")
            .When(new LiftHold("h1"), by: Ed)
            .Then(typeof(HoldLifted))
            .When(new Release(), by: Pia)
            .Then(typeof(StoryReleased));

    [Fact]
    public void A_withheld_story_is_worked_on_but_gets_no_further_edition()
    {
        var spec = Given([
            .. Live,
            Withheld(),
            Revised("The bridge will not be rebuilt."),
            Submitted(),
            Approved(by: Ed),
            Approved(by: Lea),
        ]);
        GateList.IsReady(spec.Story, spec.Text, spec.Gates).ShouldBeFalse();
        spec.When(new Publish(), by: Pia)
            .ThenRefused("story-withheld")
            .When(new Correct(EditionKind.Correction, "It will not."), by: Pia)
            .ThenRefused("story-withheld")
            .When(new Release(), by: Pia)
            .Then(typeof(StoryReleased))
            .And(s => GateList.IsReady(s.Story, s.Text, s.Gates).ShouldBeTrue())
            .When(new Publish(), by: Pia)
            .Then(typeof(StoryPublished));
    }

    [Fact]
    public void The_release_of_a_withheld_story_waits_for_those_who_can_give_it()
    {
        Steps(Withheld()).ShouldBe(["release by publisher, legal"]);
        Steps(Withheld(by: Lea)).ShouldBe(["release by legal"]);
        Steps(Withheld(), Held()).ShouldBeEmpty();
        Steps(Retracted()).ShouldBeEmpty();

        var waiting = Given([.. Live, Withheld(by: Lea)]);
        var work = StoryWork.Of(waiting.Story, waiting.Text, waiting.Gates).Single();
        (work.Kind, work.Command, work.Since, work.Words).ShouldBe(
            (WorkKind.Release, "release", waiting.Story.Publication.Withheld!.At, "The figure is being checked.")
        );

        static IEnumerable<string> Steps(params GivenCommand[] since)
        {
            var spec = Given([.. Live, .. since]);
            return NextSteps
                .Of(spec.Story, spec.Text, spec.Gates)
                .Select(way => $"{way.Command} by {string.Join(", ", way.Roles.Select(role => role.ToKebabCase()))}");
        }
    }

    [Fact]
    public void A_retraction_is_final() =>
        Given([.. Live, Submitted()])
            .When(new Retract("The minutes were forged.", "We have retracted this story."), by: Chi)
            .Then(new StoryRetracted(1, "The minutes were forged.", "We have retracted this story."))
            .And(s => (s.Story.Stage, s.Story.Publication.Status).ShouldBe((Stage.Drafting, PublicationStatus.Retracted)))
            .And(s => s.Story.IsAtRest().ShouldBeTrue())
            .When(new Retract("Again.", "Again."), by: Chi)
            .ThenRefused("story-retracted");

    [Fact]
    public void A_withheld_or_retracted_story_is_killed() =>
        Given([.. Live, Withheld(), Retracted()])
            .When(new Kill("A court order.", "This story is no longer available."), by: Chi)
            .Then(new StoryKilled(1, Role.ChiefEditor, "A court order.", "This story is no longer available."))
            .And(s => s.Story.Publication.Withheld.ShouldBeNull())
            .When(new Kill("Again.", "Again."), by: Chi)
            .ThenRefused("story-killed");

    [Fact]
    public void A_takedown_needs_a_published_story_a_reason_and_a_notice()
    {
        Given(Ready).When(new Retract("Forged.", "Gone."), by: Chi).ThenRefused("not-published");
        Given(Ready).When(new Kill("Forged.", "Gone."), by: Lea).ThenRefused("not-published");
        Given(Live).When(new Withhold(" "), by: Pia).ThenRefused("reason-required");
        Given(Live).When(new Retract(" ", "Gone."), by: Chi).ThenRefused("reason-required");
        Given(Live).When(new Kill("Forged.", "\n"), by: Lea).ThenRefused("notice-required");
    }

    [Fact]
    public void Notes_of_a_closed_story_are_resolved_and_its_other_gates_offer_nothing()
    {
        var spec = Given([.. Live, Noted(mustResolve: true), Held(), Killed()]);
        spec.Story.IsAtRest().ShouldBeFalse();
        spec.Gates.SelectMany(g => g.Reasons).SelectMany(r => r.Ways).Select(way => way.Command).Distinct().ShouldBe(["resolve-note"]);
        var work = StoryWork.Of(spec.Story, spec.Text, spec.Gates).ShouldHaveSingleItem();
        (work.Kind, work.Command, work.Subject).ShouldBe((WorkKind.Note, "resolve-note", "n1"));
        spec.When(new ResolveNote("n1"), by: Ed).Then(typeof(NoteResolved)).And(s => s.Story.IsAtRest().ShouldBeTrue());
    }

    private static string EffectOf(GivenCommand[] given, StoryCommand command, Actor by)
    {
        var spec = Given(given);
        var accepted = spec.Decide(command, by).ShouldBeOfType<AcceptedStoryCommand>();
        return StoryEffects.Of(new StorySnapshot(spec.Story, spec.Text), accepted, by, spec.Now).ShouldHaveSingleItem().Sentence;
    }
}
