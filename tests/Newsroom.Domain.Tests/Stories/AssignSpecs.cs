using Newsroom.Domain.Kernel;
using Newsroom.Domain.People;

namespace Newsroom.Domain.Tests.Stories;

public sealed class AssignSpecs
{
    [Fact]
    public void A_story_is_assigned_and_unassigned() =>
        Given(Drafted())
            .When(new Assign { Assignee = "rob" }, by: Ed)
            .Then(new StoryAssigned("rob"))
            .And(s => s.Story.Assignee.ShouldBe("rob"))
            .When(new Assign(), by: Ed)
            .Then(new StoryAssigned(null))
            .And(s => s.Story.Assignee.ShouldBeNull());

    [Fact]
    public void An_assignment_is_rendered_as_a_sentence() =>
        Given(Drafted())
            .When(new Assign { Assignee = "rob" }, by: Ed)
            .Then("{ed} assigned the story to {rob}")
            .When(new Assign(), by: Ed)
            .Then("{ed} removed the assignee of the story");

    [Fact]
    public void An_assignment_to_the_current_assignee_is_refused() =>
        Given(Drafted(), Assigned(Rob)).When(new Assign { Assignee = "rob" }, by: Eve).ThenRefused("nothing-changed");

    [Theory]
    [InlineData("stranger")]
    [InlineData("jane@example.org@git")]
    public void A_person_who_does_not_work_here_is_refused(string person) =>
        Given(Drafted()).When(new Assign { Assignee = person }, by: Ed).ThenRefused("unknown-assignee");

    [Fact]
    public void Authors_and_the_assigner_need_no_description()
    {
        var story = Given(Drafted());
        var context = new DecisionContext(Ed, story.Now) { Assignee = PersonStatus.Unknown };
        foreach (var person in new[] { Rita.Person, Ed.Person })
        {
            StoryDecider
                .Decide(new StorySnapshot(story.Story, story.Text), new Assign { Assignee = person }, context)
                .ShouldBeOfType<AcceptedStoryCommand>();
        }
    }

    [Fact]
    public void Unassigning_an_unassigned_story_is_refused() => Given(Drafted()).When(new Assign(), by: Ed).ThenRefused("nothing-changed");

    [Fact]
    public void An_assignee_is_not_an_author() =>
        Given(Drafted(Plain), Assigned(Rob)).When(new SubmitForReview(), by: Rob).ThenRefused("not-an-author", RefusalKind.Forbidden);
}
