using Newsroom.Domain.Kernel;

namespace Newsroom.Domain.Tests.Stories;

public sealed class ApproveSpecs
{
    private static readonly GivenCommand[] InReview = [Drafted(Plain), Submitted()];
    private static readonly Actor Ulla = Actor.Of("ulla", Role.Editor, Role.Legal);

    [Fact]
    public void An_approval_is_for_exactly_these_words() =>
        Given(InReview)
            .When(story => new Approve(story.Fingerprint), by: Lea)
            .Then(
                new StoryApproved(Fingerprints.Of(new Article("Bridge", "", Plain, "By Rita Moe", "HARBOUR")))
                {
                    Desk = "city",
                    Language = "en",
                }
            )
            .And(s =>
                s.Story.Approvals.ShouldBe([
                    new Approval("lea", Role.Legal, s.Story.Fingerprint, 3, Start.AddMinutes(2), Standing: true)
                    {
                        Desk = "city",
                        Language = "en",
                    },
                ])
            );

    [Fact]
    public void An_approval_is_rendered_as_a_sentence() =>
        Given(InReview)
            .When(story => new Approve(story.Fingerprint), by: Ed)
            .Then("{ed} approved the article")
            .When(new WithdrawApproval { Reason = "I was hasty." }, by: Ed)
            .Then("{ed} withdrew their approval")
            .And(_ => Sentences.Why(new ApprovalWithdrawn("I was hasty.")).ShouldBe("I was hasty."));

    [Fact]
    public void A_draft_is_not_approved() =>
        Given(Drafted(Plain)).When(story => new Approve(story.Fingerprint), by: Ed).ThenRefused("not-in-review");

    [Fact]
    public void Words_that_have_changed_since_are_stale() =>
        Given([.. InReview, Revised("It fell.", by: Eve)])
            .When(new Approve(Fingerprints.Of(new Article("Bridge", "", Plain, "By Rita Moe", "HARBOUR"))), by: Ed)
            .ThenRefused("stale-fingerprint", RefusalKind.Stale);

    [Theory]
    [InlineData("kultur", null)]
    [InlineData(null, "he")]
    public void A_desk_or_language_that_changed_since_it_was_read_is_stale(string? desk, string? language) =>
        Given([.. InReview, Asked(new DescribeStory { Desk = desk, Language = language }, Eve)])
            .When(story => new Approve(story.Fingerprint) { BasedOn = 2 }, by: Ed)
            .ThenRefused("stale-description", RefusalKind.Stale)
            .And(s => s.Refusal!.CurrentVersion.ShouldBe(3))
            .When(story => new Approve(story.Fingerprint) { BasedOn = 3 }, by: Ed)
            .Then("{ed} approved the article");

    [Fact]
    public void A_desk_or_language_that_changed_before_the_review_is_stale() =>
        Given(Drafted(Plain), Asked(new DescribeStory { Desk = "kultur" }, Eve), Submitted())
            .When(story => new Approve(story.Fingerprint) { BasedOn = 1 }, by: Ed)
            .ThenRefused("stale-description", RefusalKind.Stale);

    [Fact]
    public void Once_either_has_changed_an_approval_names_its_version()
    {
        var spec = Given([.. InReview, Asked(new DescribeStory { Desk = "kultur" }, Eve)]);
        var refusal = spec.Decide(new Approve(spec.Story.Fingerprint), Ed).ShouldBeOfType<Decision<StoryEvent>.Refused>().Refusal;
        (refusal.Kind, refusal.Code).ShouldBe((RefusalKind.BasisMissing, "version-required"));
    }

    [Fact]
    public void Other_changes_require_no_version()
    {
        var spec = Given([.. InReview, Noted(), Asked(new DescribeStory { Slug = "bru" }, Eve)]);
        spec.Decide(new Approve(spec.Story.Fingerprint), Ed).ShouldBeOfType<AcceptedStoryCommand>();
        spec.Decide(new Approve(spec.Story.Fingerprint) { BasedOn = 1 }, Ed).ShouldBeOfType<AcceptedStoryCommand>();
    }

    [Theory]
    [InlineData(0)]
    [InlineData(3)]
    public void A_version_there_is_not_is_stale(long version) =>
        Given(InReview)
            .When(story => new Approve(story.Fingerprint) { BasedOn = version }, by: Ed)
            .ThenRefused("stale-version", RefusalKind.Stale);

    [Fact]
    public void The_drafter_does_not_approve() =>
        Given(Drafted(Plain, by: Ed), Submitted(by: Ed))
            .When(story => new Approve(story.Fingerprint), by: Ed)
            .ThenRefused("author-approves", RefusalKind.Forbidden);

    [Fact]
    public void The_author_of_every_word_does_not_approve() =>
        Given(Drafted(Plain), Revised("Nothing", headline: "Collapse", by: Ed), Submitted())
            .When(story => new Approve(story.Fingerprint), by: Ed)
            .ThenRefused("author-approves", RefusalKind.Forbidden);

    [Fact]
    public void An_approval_by_a_reviser_covers_what_they_did_not_touch() =>
        Given([.. InReview, Revised("The bridge may be rebuilt.", by: Ed), Approved(by: Ed), Approved(by: Lea)])
            .And(s => s.Gates.Single(g => g.Gate == Gate.Approvals).Outcome.ShouldBe(GateOutcome.Passed));

    [Fact]
    public void Two_who_revised_cover_each_other() =>
        Given([
                .. InReview,
                Revised("The bridge may be rebuilt.", by: Ed),
                Revised("The bridge might be rebuilt.", by: Eve),
                Approved(by: Ed),
                Approved(by: Eve),
            ])
            .And(s => s.Gates.Single(g => g.Gate == Gate.Approvals).Outcome.ShouldBe(GateOutcome.Passed));

    [Fact]
    public void Words_that_all_who_approved_touched_are_not_covered() =>
        Given(
                Drafted("It fell.\n\nThe bridge will be rebuilt.\n\nIt rained."),
                Submitted(),
                Revised("Nobody knows who did it.\n\nIt fell.\n\nThe bridge will be rebuilt.\n\nIt rained.", by: Ed),
                Revised("It fell.\n\nThe bridge will be rebuilt.\n\nNobody knows who did it.\n\nIt rained.", by: Eve),
                Approved(by: Ed),
                Approved(by: Eve)
            )
            .And(s =>
                s.Gates.Single(g => g.Gate == Gate.Approvals)
                    .Reasons.Select(r => (r.Code, r.Words))
                    .ShouldBe([("approval-covers-not", "Nobody knows who did it.\n")])
            )
            .When(story => new Approve(story.Fingerprint), by: Lea)
            .And(s => s.Gates.Single(g => g.Gate == Gate.Approvals).Outcome.ShouldBe(GateOutcome.Passed));

    [Fact]
    public void A_person_approves_the_same_words_only_once() =>
        Given([.. InReview, Approved(by: Ed)]).When(story => new Approve(story.Fingerprint), by: Ed).ThenRefused("already-approved");

    [Fact]
    public void A_changed_word_lapses_an_approval_and_its_return_reinstates_it() =>
        Given([.. InReview, Approved(by: Ed)])
            .When(new ReviseArticle { Body = "The bridge may be rebuilt." }, by: Eve)
            .Then(typeof(ArticleRevised), new ApprovalLapsed("ed", 1))
            .When(new ReviseArticle { Body = Plain }, by: Eve)
            .Then("{eve} revised the article: “may” → “will”", "The approval by {ed} is valid again: the article is the approved one");

    [Fact]
    public void Of_two_approvals_by_one_person_the_one_of_this_article_is_current() =>
        Given([.. InReview, Approved(by: Ed), Revised("The bridge may be rebuilt.", by: Eve), Approved(by: Ed)])
            .When(new ReviseArticle { Body = Plain }, by: Eve)
            .Then(typeof(ArticleRevised), new ApprovalLapsed("ed", 1), new ApprovalReinstated("ed", 1))
            .And(s => s.Story.Approvals.Select(a => (a.By, a.Standing)).ShouldBe([("ed", true), ("ed", false)]));

    [Fact]
    public void An_approver_who_changed_no_words_still_covers_the_others() =>
        Given([.. InReview, Approved(by: Ed), Approved(by: Lea)])
            .When(new ReviseArticle { Body = "The **bridge** will be rebuilt." }, by: Ed)
            .Then(typeof(ArticleRevised))
            .And(s => s.Gates.Single(g => g.Gate == Gate.Approvals).Outcome.ShouldBe(GateOutcome.Passed));

    [Fact]
    public void To_approve_as_legal_too_keeps_the_approval_as_editor() =>
        Given(InReview)
            .When(story => new Approve(story.Fingerprint) { As = Role.Editor }, by: Ulla)
            .When(story => new Approve(story.Fingerprint) { As = Role.Legal }, by: Ulla)
            .When(story => new Approve(story.Fingerprint), by: Lea)
            .And(s => s.Gates.Single(g => g.Gate == Gate.Approvals).Outcome.ShouldBe(GateOutcome.Passed));

    [Fact]
    public void Two_roles_are_not_two_people() =>
        Given(InReview)
            .When(story => new Approve(story.Fingerprint) { As = Role.Legal }, by: Ulla)
            .When(story => new Approve(story.Fingerprint) { As = Role.Editor }, by: Ulla)
            .And(s => s.Gates.Single(g => g.Gate == Gate.Approvals).Reasons.Select(r => r.Code).ShouldBe(["approvals-missing"]));

    [Fact]
    public void A_withdrawn_approval_is_not_reinstated() =>
        Given([.. InReview, Approved(by: Ed)])
            .When(new WithdrawApproval { Reason = "I was hasty." }, by: Ed)
            .Then(new ApprovalWithdrawn("I was hasty."))
            .When(new ReviseArticle { Body = "It fell." }, by: Eve)
            .When(new ReviseArticle { Body = Plain }, by: Eve)
            .Then(typeof(ArticleRevised));

    [Fact]
    public void A_person_without_an_approval_withdraws_none() =>
        Given([.. InReview, Approved(by: Ed)]).When(new WithdrawApproval(), by: Eve).ThenRefused("no-approval");
}
