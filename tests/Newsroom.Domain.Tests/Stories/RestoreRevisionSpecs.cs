using Newsroom.Domain.Kernel;

namespace Newsroom.Domain.Tests.Stories;

public sealed class RestoreRevisionSpecs
{
    [Fact]
    public void The_texts_of_a_version_come_back_and_stay_their_authors() =>
        Given(Drafted(Plain), Revised("It fell.", headline: "Collapse", by: Ed), Submitted())
            .When(new RestoreRevision(1), by: Eve)
            .And(s => (s.Text.Article.Headline, s.Text.Article.Body).ShouldBe(("Bridge", Plain)))
            .And(s => s.Happened.ShouldHaveSingleItem().ShouldBeOfType<ArticleRevised>().RestoredFrom.ShouldBe(1))
            .And(s => s.History.Last().ShouldStartWith("{eve} restored version 1: "))
            .And(s => s.Text.HeadlineBlame.Spans.ShouldBe([new BlameSpan(6, "rita", 1) { Movers = ["eve"] }]))
            .And(s => s.Text.BodyBlame.Touched(new TextRange(0, 10)).ShouldBe(["ed", "eve", "rita"]));

    [Fact]
    public void With_its_words_a_check_and_an_approval_come_back() =>
        Given(Drafted(), Attributed(), Checked(), Submitted(), Approved(by: Ed), Revised("It fell.", by: Eve))
            .When(new RestoreRevision(4), by: Eve)
            .Then(typeof(ArticleRevised), typeof(PassageMoved), typeof(CheckReinstated), typeof(ApprovalReinstated));

    [Fact]
    public void A_person_who_restored_words_does_not_check_them() =>
        Given(Drafted(), Attributed(), Revised("It fell."), Asked(new RestoreRevision(1) { As = Role.Editor }, Max))
            .When(story => CheckOf(story, "q1") with { As = Role.FactChecker }, by: Max)
            .ThenRefused("checker-wrote-words", RefusalKind.Forbidden);

    [Fact]
    public void The_authors_of_restored_words_do_not_check_them() =>
        Given(Drafted(by: Max), Revised("It fell.", by: Ed), Asked(new RestoreRevision(1), Eve), Flagged(by: Ed))
            .When(story => CheckOf(story, "c1") with { As = Role.FactChecker }, by: Max)
            .ThenRefused("checker-wrote-words", RefusalKind.Forbidden);

    [Fact]
    public void The_words_there_are_need_no_restoring() =>
        Given(Drafted(Plain), Noted()).When(new RestoreRevision(1), by: Rita).ThenRefused("nothing-changed");

    [Theory]
    [InlineData(0)]
    [InlineData(3)]
    public void A_version_there_never_was_is_not_found(long version) =>
        Given(Drafted(Plain), Revised("It fell."))
            .When(new RestoreRevision(version), by: Rita)
            .ThenRefused("unknown-version", RefusalKind.NotFound);

    [Fact]
    public void In_review_a_reporter_restores_nothing() =>
        Given(Drafted(Plain), Revised("It fell."), Submitted())
            .When(new RestoreRevision(1), by: Rita)
            .ThenRefused("in-review", RefusalKind.Forbidden);

    [Fact]
    public void A_revision_by_others_makes_the_version_stale() =>
        Given(Drafted(Plain), Revised("It fell."), Revised("It rose.", by: Ed))
            .When(new RestoreRevision(1) { BasedOn = 2 }, by: Rita)
            .ThenRefused("stale-version", RefusalKind.Stale);
}
