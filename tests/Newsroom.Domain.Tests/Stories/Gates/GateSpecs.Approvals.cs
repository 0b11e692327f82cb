using Newsroom.Domain.Kernel;

namespace Newsroom.Domain.Tests.Stories.Gates;

/// <content>The gate of approvals.</content>
public sealed partial class GateSpecs
{
    [Fact]
    public void Two_people_who_did_not_write_it_approve_and_one_of_them_as_editor() =>
        Given(Drafted(Plain), Submitted())
            .And(s => Failing(s, Gate.Approvals).Select(CodeOf).ShouldBe(["approvals-missing", "editor-approval-missing"]))
            .When(story => new Approve(story.Fingerprint), by: Lea)
            .When(story => new Approve(story.Fingerprint), by: Actor.Of("liv", Role.Legal))
            .And(s => Failing(s, Gate.Approvals).Select(CodeOf).ShouldBe(["editor-approval-missing"]))
            .When(story => new Approve(story.Fingerprint), by: Ed)
            .And(s => Failing(s, Gate.Approvals).ShouldBeEmpty());

    [Fact]
    public void An_approval_of_another_article_is_none() =>
        Given(Drafted(Plain), Submitted(), Approved(by: Ed), Approved(by: Lea), Revised("It fell.", by: Eve))
            .And(s =>
                s.Gates.Single(g => g.Gate == Gate.Approvals)
                    .Reasons[0]
                    .Message.ShouldStartWith("The article has 0 of 2 approvals; 2 lapsed")
            );

    [Fact]
    public void A_draft_is_submitted_before_it_is_approved() =>
        Given(Drafted(Plain))
            .And(s =>
                s.Gates.Single(g => g.Gate == Gate.Approvals)
                    .Reasons[0]
                    .ShouldSatisfyAllConditions(
                        r => r.Message.ShouldEndWith("Before that, an author submits the story for review."),
                        r => Told(r.Ways).ShouldBe("submit-for-review by reporter or editor if rita")
                    )
            )
            .When(new SubmitForReview(), by: Rita)
            .And(s =>
                s.Gates.Single(g => g.Gate == Gate.Approvals)
                    .Reasons[0]
                    .ShouldSatisfyAllConditions(
                        r => r.Message.ShouldBe("The article has 0 of 2 approvals. An editor or legal approves it, but not {rita}."),
                        r => Told(r.Ways).ShouldBe("approve by editor or legal but not rita")
                    )
            );

    [Fact]
    public void A_spiked_story_is_unspiked_before_it_is_approved() =>
        Given(Drafted(Plain), Spiked())
            .And(s => Told(s.Gates.Single(g => g.Gate == Gate.Approvals).Reasons[0].Ways).ShouldBe("unspike by editor"));

    [Fact]
    public void A_policy_asks_for_approvals_in_roles() =>
        Given(Ready)
            .Under(new GateTerms(Gate.Approvals) { Minimum = 2, Roles = [new RoleMinimum(Role.Editor, 2)] })
            .And(s => Failing(s, Gate.Approvals).ShouldBe(["editor-approval-missing"]))
            .And(s => Told(Reason(s, Gate.Approvals).Ways).ShouldBe("approve by editor but not rita or ed"));
}
