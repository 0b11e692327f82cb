using Newsroom.Domain.Kernel;

namespace Newsroom.Domain.Tests.Stories;

/// <summary>Submitting, and sending back.</summary>
public sealed class ReviewSpecs
{
    [Fact]
    public void An_author_hands_a_story_to_review() =>
        Given(Drafted(Plain))
            .When(new SubmitForReview(), by: Rita)
            .Then(new StorySubmitted())
            .And(s => (s.Story.Stage, s.Story.StageSince).ShouldBe((Stage.InReview, Start.AddMinutes(1))));

    [Fact]
    public void A_submission_is_rendered_as_a_sentence() =>
        Given(Drafted(Plain))
            .When(new SubmitForReview(), by: Rita)
            .Then("{rita} submitted the story for review")
            .When(new RequestChanges("Shorter."), by: Ed)
            .Then("{ed} requested changes; earlier approvals are void")
            .And(_ => Sentences.Why(new ChangesRequested("Shorter.")).ShouldBe("Shorter."));

    [Fact]
    public void A_reviser_submits_as_an_author() =>
        Given(Drafted(Plain), Revised("It fell.", by: Ed)).When(new SubmitForReview(), by: Ed).Then(new StorySubmitted());

    [Fact]
    public void Only_an_author_submits_the_story() =>
        Given(Drafted(Plain)).When(new SubmitForReview(), by: Ed).ThenRefused("not-an-author", RefusalKind.Forbidden);

    [Fact]
    public void A_story_in_review_is_not_submitted_again() =>
        Given(Drafted(Plain), Submitted()).When(new SubmitForReview(), by: Rita).ThenRefused("not-drafting");

    [Fact]
    public void An_editor_sends_it_back() =>
        Given(Drafted(Plain), Submitted())
            .When(new RequestChanges("Shorter."), by: Ed)
            .Then(new ChangesRequested("Shorter."))
            .And(s => s.Story.Stage.ShouldBe(Stage.Drafting));

    [Fact]
    public void Approvals_given_before_never_come_back() =>
        Given(Drafted(Plain), Submitted(), Approved(), SentBack(), Revised("It fell."))
            .When(new ReviseArticle { Body = Plain }, by: Rita)
            .Then(typeof(ArticleRevised))
            .And(s => s.Story.Approvals.ShouldBeEmpty());

    [Fact]
    public void A_request_for_changes_requires_a_reason() =>
        Given(Drafted(Plain), Submitted()).When(new RequestChanges(""), by: Ed).ThenRefused("reason-required");

    [Fact]
    public void A_draft_cannot_be_sent_back() =>
        Given(Drafted(Plain)).When(new RequestChanges("Shorter."), by: Ed).ThenRefused("not-in-review");
}
