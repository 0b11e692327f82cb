using Newsroom.Domain.Kernel;

namespace Newsroom.Domain.Tests.Stories;

public sealed class LegalReviewSpecs
{
    [Fact]
    public void Every_person_on_the_story_can_request_a_legal_review() =>
        Given([Drafted(Plain), Submitted(), Approved(by: Ed), Approved(by: Eve)])
            .When(new RequestLegalReview("It names a thief."), by: Femi)
            .Then(new LegalReviewRequested("It names a thief."))
            .And(s => Clearance(s).ShouldBe(["legal-clearance-missing"]))
            .When(new Publish(), by: Pia)
            .ThenRefused("gates-failed")
            .When(story => new Approve(story.Fingerprint), by: Lea)
            .And(s => Clearance(s).ShouldBeEmpty())
            .When(new Publish(), by: Pia)
            .Then(typeof(StoryPublished));

    [Fact]
    public void A_legal_review_is_rendered_as_a_sentence() =>
        Given(Drafted())
            .When(new RequestLegalReview("It names a thief."), by: Rita)
            .Then("{rita} requested a legal review")
            .And(s => Sentences.Why(s.Happened[0]).ShouldBe("It names a thief."));

    [Fact]
    public void A_legal_review_requires_a_reason() =>
        Given(Drafted()).When(new RequestLegalReview(""), by: Rita).ThenRefused("reason-required");

    [Fact]
    public void A_legal_review_is_requested_once() =>
        Given(Drafted(), Asked(new RequestLegalReview("Thief."), Rita))
            .When(new RequestLegalReview("Thief!"), by: Ed)
            .ThenRefused("already-requested");

    [Fact]
    public void The_message_says_who_asked_and_what_for() =>
        Given(Drafted(Plain), Submitted(), Asked(new RequestLegalReview("It names a thief."), Femi))
            .And(s =>
                s.Gates.Single(g => g.Gate == Gate.LegalClearance)
                    .Reasons.Single()
                    .Message.ShouldBe(
                        "{femi} requested legal clearance: It names a thief. A person approves the article as legal, but not {rita}."
                    )
            );

    [Fact]
    public void An_approval_as_editor_by_a_person_who_is_also_legal_clears_nothing() =>
        Given(Drafted(Plain), Submitted(), Asked(new RequestLegalReview("Thief."), Rita))
            .When(story => new Approve(story.Fingerprint) { As = Role.Editor }, by: Max)
            .And(s => Clearance(s).ShouldBe(["legal-clearance-missing"]))
            .When(story => new Approve(story.Fingerprint) { As = Role.Legal }, by: Max)
            .And(s => Clearance(s).ShouldBeEmpty());

    [Fact]
    public void Clearance_is_of_the_words_cleared() =>
        Given(Drafted(Plain), Submitted(), Asked(new RequestLegalReview("Thief."), Rita), Approved(by: Lea))
            .When(new ReviseArticle { Body = "The bridge fell." }, by: Ed)
            .And(s => Clearance(s).ShouldBe(["legal-clearance-missing"]))
            .When(new ReviseArticle { Body = Plain }, by: Ed)
            .And(s => Clearance(s).ShouldBeEmpty());

    [Fact]
    public void An_approval_as_legal_does_not_cover_its_givers_words() =>
        Given(Drafted(Plain), Submitted(), Asked(new RequestLegalReview("Thief."), Rita))
            .When(new ReviseArticle { Body = Plain + " It fell.", As = Role.Editor }, by: Max)
            .When(story => new Approve(story.Fingerprint) { As = Role.Legal }, by: Max)
            .And(s => Clearance(s).ShouldBe(["approval-covers-not"]))
            .When(story => new Approve(story.Fingerprint), by: Lea)
            .And(s => Clearance(s).ShouldBeEmpty());

    private static string[] Clearance(StorySpec spec) =>
        [.. spec.Gates.Single(g => g.Gate == Gate.LegalClearance).Reasons.Select(r => r.Code)];
}
