using Newsroom.Domain.Kernel;

namespace Newsroom.Domain.Tests.Stories;

public sealed class PlanStorySpecs
{
    private static readonly DateTimeOffset Due = Start.AddHours(8);

    [Fact]
    public void An_editor_sets_when_a_story_is_due_and_its_priority() =>
        Given(Drafted())
            .When(new PlanStory { Due = Due, Priority = Priority.High }, by: Ed)
            .Then(new StoryPlanned(Due, Priority.High))
            .And(s => (s.Story.Due, s.Story.Priority).ShouldBe((Due, Priority.High)));

    [Fact]
    public void A_plan_replaces_the_one_before() =>
        Given(Drafted(), Asked(new PlanStory { Due = Due, Priority = Priority.High }, Ed))
            .When(new PlanStory(), by: Ed)
            .Then(new StoryPlanned(null, Priority.Normal))
            .And(s => s.Story.Due.ShouldBeNull());

    [Fact]
    public void A_plan_is_rendered_as_a_sentence() =>
        Given(Drafted())
            .When(new PlanStory { Due = Due, Priority = Priority.Urgent }, by: Ed)
            .Then("{ed} set the priority urgent, due 2026-03-02 17:00 UTC")
            .When(new PlanStory { Priority = Priority.Low }, by: Ed)
            .Then("{ed} set the priority low, with no due time");

    [Fact]
    public void The_plan_that_a_story_has_is_refused() => Given(Drafted()).When(new PlanStory(), by: Ed).ThenRefused("nothing-changed");

    [Fact]
    public void A_reporter_does_not_plan() =>
        Given(Drafted()).When(new PlanStory { Priority = Priority.High }, by: Rita).ThenRefused("role-required", RefusalKind.Forbidden);

    [Fact]
    public void A_plan_changes_nothing_that_was_approved() =>
        Given([.. Ready]).When(new PlanStory { Due = Due }, by: Ed).When(new Publish(), by: Pia).Then(typeof(StoryPublished));
}
