namespace Newsroom.Domain.Tests.Stories;

public sealed class DescribeStorySpecs
{
    [Fact]
    public void Only_what_changed_is_recorded() => Given(Drafted(Plain))
        .When(new DescribeStory { Desk = "kultur", Language = "en", Slug = "old-bridge", Byline = "By Rita Moe" }, by: Rita)
        .Then(new StoryDescribed("kultur", null, "old-bridge", null, null, ArticleBy("By Rita Moe"), 1))
        .And(s => (s.Story.Desk, s.Story.Language, s.Story.Slug).ShouldBe(("kultur", "en", "old-bridge")));

    [Fact]
    public void Another_byline_is_other_words_and_lapses_approvals() => Given(Drafted(Plain), Submitted(), Approved(by: Ed))
        .When(new DescribeStory { Byline = "By Rob Vik" }, by: Rita)
        .Then(new StoryDescribed(null, null, null, "By Rob Vik", null, ArticleBy("By Rob Vik"), 1), new ApprovalLapsed("ed", 1))
        .When(new DescribeStory { Byline = "By  Rita Moe" }, by: Eve)
        .Then(typeof(StoryDescribed), new ApprovalReinstated("ed", 1));

    [Fact]
    public void Another_desk_is_no_other_words() => Given(Drafted(Plain), Submitted(), Approved(by: Ed))
        .When(new DescribeStory { Desk = "kultur", Language = "nn", Slug = "bru" }, by: Rita)
        .Then("{rita} changed desk to “kultur”, language to “nn”, slug to “bru”");

    [Fact]
    public void An_editor_describes_any_story() => Given(Drafted(Plain))
        .When(new DescribeStory { Dateline = "OSLO" }, by: Ed)
        .Then("{ed} changed dateline to “OSLO”");

    [Fact]
    public void A_reporter_who_did_not_write_it_does_not_though_assigned() => Given(Drafted(Plain), Assigned(Rob))
        .When(new DescribeStory { Dateline = "OSLO" }, by: Rob)
        .ThenRefused("not-an-author", RefusalKind.Forbidden);

    [Fact]
    public void To_say_nothing_new_is_refused() => Given(Drafted(Plain))
        .When(new DescribeStory { Desk = "city", Byline = "By Rita Moe", Slug = "bridge" }, by: Rita)
        .ThenRefused("nothing-changed");

    [Fact]
    public void A_desk_that_does_not_exist_is_refused() => Given(Drafted(Plain))
        .When(new DescribeStory { Desk = "sport" }, by: Rita)
        .ThenRefused("unknown-desk");

    [Fact]
    public void A_slug_another_story_has_is_refused() => Given(Drafted(Plain))
        .When(new DescribeStory { Slug = "taken" }, by: Rita)
        .ThenRefused("slug-taken");

    [Fact]
    public void Edition_1_fixes_the_slug() => Given([.. Ready, Published()])
        .When(new DescribeStory { Slug = "another" }, by: Rita)
        .ThenRefused("slug-published")
        .When(new DescribeStory { Slug = "bridge", Dateline = "OSLO" }, by: Rita)
        .Then("{rita} changed dateline to “OSLO”", typeof(ApprovalLapsed), typeof(ApprovalLapsed));

    private static Fingerprint ArticleBy(string byline) => Fingerprints.Of(new Article("Bridge", "", Plain, byline, "HARBOUR"));
}
