using Newsroom.Domain.Desks;
using Newsroom.Domain.Kernel;

namespace Newsroom.Domain.Tests.Stories;

public sealed class DescribeStorySpecs
{
    [Fact]
    public void Only_what_changed_is_recorded() =>
        Given(Drafted(Plain))
            .When(
                new DescribeStory
                {
                    Desk = "kultur",
                    Language = "en",
                    Slug = "old-bridge",
                    Byline = "By Rita Moe",
                },
                by: Rita
            )
            .Then(new StoryDescribed("kultur", null, "old-bridge", null, null, ArticleBy("By Rita Moe"), 1) { BindsApprovals = true })
            .And(s => (s.Story.Desk, s.Story.Language, s.Story.Slug).ShouldBe(("kultur", "en", "old-bridge")));

    [Fact]
    public void Another_byline_is_other_words_and_lapses_approvals() =>
        Given(Drafted(Plain), Submitted(), Approved(by: Ed))
            .When(new DescribeStory { Byline = "By Rob Vik" }, by: Eve)
            .Then(new StoryDescribed(null, null, null, "By Rob Vik", null, ArticleBy("By Rob Vik"), 1), new ApprovalLapsed("ed", 1))
            .When(new DescribeStory { Byline = "By  Rita Moe" }, by: Eve)
            .Then(typeof(StoryDescribed), new ApprovalReinstated("ed", 1));

    [Fact]
    public void Another_desk_and_another_language_lapse_approvals_and_the_way_back_reinstates_them() =>
        Given(Drafted(Plain), Submitted(), Approved(by: Ed))
            .When(new DescribeStory { Desk = "kultur" }, by: Eve)
            .Then(
                new StoryDescribed("kultur", null, null, null, null, ArticleBy("By Rita Moe"), 1)
                {
                    LeftInReview = "city",
                    BindsApprovals = true,
                },
                new ApprovalLapsed("ed", 1)
            )
            .When(new DescribeStory { Desk = "city", Language = "nn" }, by: Eve)
            .Then("{eve} changed desk to “city”, language to “nn”")
            .When(new DescribeStory { Language = "en" }, by: Eve)
            .Then("{eve} changed language to “en”", new ApprovalReinstated("ed", 1));

    [Fact]
    public void An_approval_is_of_the_desk_it_was_given_on_whatever_words_come_and_go() =>
        Given(Drafted(Plain), Submitted(), Approved(by: Ed), Asked(new DescribeStory { Desk = "kultur" }, Eve), Approved(by: Lea))
            .And(s => Standing(s).ShouldBe(["lea"]))
            .When(new ReviseArticle { Body = "It fell." }, by: Eve)
            .And(s => Standing(s).ShouldBeEmpty())
            .When(new ReviseArticle { Body = Plain }, by: Eve)
            .Then(typeof(ArticleRevised), new ApprovalReinstated("lea", 1));

    [Fact]
    public void Another_slug_lapses_none() =>
        Given(Drafted(Plain), Submitted(), Approved(by: Ed))
            .When(new DescribeStory { Slug = "bru" }, by: Eve)
            .Then("{eve} changed slug to “bru”");

    [Fact]
    public void In_review_only_an_editor_describes() =>
        Given(Drafted(Plain), Submitted())
            .When(new DescribeStory { Desk = "kultur" }, by: Rita)
            .ThenRefused("in-review", RefusalKind.Forbidden)
            .When(new DescribeStory { Dateline = "OSLO" }, by: Ed)
            .Then(typeof(StoryDescribed));

    [Fact]
    public void A_story_that_leaves_a_desk_in_review_satisfies_both_policies() =>
        Given(Drafted(Plain), Submitted())
            .UnderThatOf("city", new Policy(3, [new(Gate.Approvals) { Minimum = 2 }]))
            .UnderThatOf("kultur", new Policy(4, [new(Gate.Approvals) { Minimum = 1, Roles = [new(Role.Legal, 1)] }]))
            .When(new DescribeStory { Desk = "kultur" }, by: Eve)
            .And(s =>
                s.Policy.TermsOf(Gate.Approvals)!
                    .ShouldSatisfyAllConditions(t => t.Minimum.ShouldBe(2), t => t.Roles.ShouldBe([new(Role.Legal, 1)]))
            )
            .When(story => new Approve(story.Fingerprint), by: Lea)
            .When(new Publish(), by: Pia)
            .ThenRefused("gates-failed")
            .When(story => new Approve(story.Fingerprint), by: Ed)
            .When(new Publish(), by: Pia)
            .And(s => s.Happened.OfType<StoryPublished>().Single().Policy.ShouldBe(4))
            .And(s => s.Story.DesksLeft.ShouldBeNull());

    [Fact]
    public void Moving_it_back_does_not_shake_off_the_policy_of_the_desk_it_left_last() =>
        Given(
                Drafted(Plain),
                Submitted(),
                Asked(new DescribeStory { Desk = "kultur" }, Eve),
                Asked(new DescribeStory { Desk = "city" }, Eve)
            )
            .And(s => s.Story.DesksLeft!.Value.ShouldBe(["city", "kultur"]));

    [Fact]
    public void A_review_that_ends_ends_that_too() =>
        Given(Drafted(Plain), Submitted(), Asked(new DescribeStory { Desk = "kultur" }, Eve), SentBack())
            .And(s => s.Story.DesksLeft.ShouldBeNull());

    [Fact]
    public void A_draft_changes_desks_freely() =>
        Given(Drafted(Plain))
            .When(new DescribeStory { Desk = "kultur" }, by: Rita)
            .Then(new StoryDescribed("kultur", null, null, null, null, ArticleBy("By Rita Moe"), 1) { BindsApprovals = true })
            .And(s => s.Story.DesksLeft.ShouldBeNull());

    [Fact]
    public void An_approval_stored_without_its_desk_counts_as_before_and_lapses_when_the_story_moves()
    {
        var spec = Given(Drafted(Plain), Submitted(), Approved(by: Ed));
        var old = spec
            .Recorded.Select(r => (r.Happened is StoryApproved e ? e with { Desk = null, Language = null } : r.Happened, r.Metadata))
            .ToList();
        var story = old.Aggregate((Story?)null, (at, r) => Story.Evolve(at, spec.Story.Id, r.Item1, r.Metadata))!;
        story.Approvals.Single().ShouldSatisfyAllConditions(a => a.Standing.ShouldBeTrue(), a => a.Desk.ShouldBeNull());
        var moved = StoryDecider
            .Decide(
                new StorySnapshot(story, spec.Text),
                new DescribeStory { Desk = "kultur", BasedOn = story.Version },
                new DecisionContext(Eve, spec.Now) { Desk = new Desk("kultur", "Kultur", "nb") }
            )
            .ShouldBeOfType<AcceptedStoryCommand>()
            .Events;
        moved[1].ShouldBe(new ApprovalLapsed("ed", 1) { Desk = "city", Language = "en" });
        story = moved.Aggregate(story, (at, e) => Story.Evolve(at, at.Id, e, new EventMetadata(at.Version + 1, Start, "eve", Role.Editor)));
        story.Approvals.Single().ShouldSatisfyAllConditions(a => a.Standing.ShouldBeFalse(), a => a.Desk.ShouldBe("city"));
        RevisionEffects.Approvals(story, story.Fingerprint).ShouldBeEmpty();
        RevisionEffects.Approvals(story, story.Fingerprint, "city").ShouldBe([new ApprovalReinstated("ed", 1)]);
    }

    [Fact]
    public void A_quotation_that_another_language_does_not_see_preserves_no_approval() =>
        Given(Drafted("Han sa: ’Vi bygger muren nå for alltid’ og gikk."), Submitted(), Approved(by: Ed), Approved(by: Lea))
            .When(new DescribeStory { Language = "nb" }, by: Eve)
            .And(s => s.Gates.Single(g => g.Gate == Gate.Approvals).Outcome.ShouldBe(GateOutcome.Failed));

    [Fact]
    public void An_editor_describes_any_story() =>
        Given(Drafted(Plain)).When(new DescribeStory { Dateline = "OSLO" }, by: Ed).Then("{ed} changed dateline to “OSLO”");

    [Fact]
    public void A_reporter_who_did_not_write_it_does_not_though_assigned() =>
        Given(Drafted(Plain), Assigned(Rob))
            .When(new DescribeStory { Dateline = "OSLO" }, by: Rob)
            .ThenRefused("not-an-author", RefusalKind.Forbidden);

    [Fact]
    public void A_description_that_changes_nothing_is_refused() =>
        Given(Drafted(Plain))
            .When(
                new DescribeStory
                {
                    Desk = "city",
                    Byline = "By Rita Moe",
                    Slug = "bridge",
                },
                by: Rita
            )
            .ThenRefused("nothing-changed");

    [Fact]
    public void A_desk_that_does_not_exist_is_refused() =>
        Given(Drafted(Plain)).When(new DescribeStory { Desk = "sport" }, by: Rita).ThenRefused("unknown-desk");

    [Fact]
    public void A_slug_another_story_has_is_refused() =>
        Given(Drafted(Plain)).When(new DescribeStory { Slug = "taken" }, by: Rita).ThenRefused("slug-taken");

    [Fact]
    public void Edition_1_fixes_the_slug() =>
        Given([.. Ready, Published()])
            .When(new DescribeStory { Slug = "another" }, by: Rita)
            .ThenRefused("slug-published")
            .When(new DescribeStory { Slug = "bridge", Dateline = "OSLO" }, by: Rita)
            .Then("{rita} changed dateline to “OSLO”", typeof(ApprovalLapsed), typeof(ApprovalLapsed));

    private static IEnumerable<string> Standing(StorySpec spec) => spec.Story.Approvals.Where(a => a.Standing).Select(a => a.By);

    private static Fingerprint ArticleBy(string byline) => Fingerprints.Of(new Article("Bridge", "", Plain, byline, "HARBOUR"));
}
