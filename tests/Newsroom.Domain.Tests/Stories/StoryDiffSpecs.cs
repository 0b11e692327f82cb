using Newsroom.Domain.Kernel;

namespace Newsroom.Domain.Tests.Stories;

public sealed class StoryDiffSpecs
{
    [Fact]
    public void A_story_is_no_different_from_itself()
    {
        var at = At(
            Given(Drafted(), Attributed(attribution: "said the mayor"), Checked("q1"), Noted(), Held(), Submitted(), Approved(by: Lea))
        );
        var diff = StoryDiff.Between(at, at);
        (
            diff.Texts.Length,
            diff.Described.Length,
            diff.Passages.Length,
            diff.Checks.Length,
            diff.Approvals.Length,
            diff.Holds.Length,
            diff.Notes.Length,
            diff.Waivers.Length
        ).ShouldBe(default);
    }

    [Fact]
    public void Added_removed_and_changed_items_have_both_sides()
    {
        var before = At(Given(Drafted(), Attributed(attribution: "said the mayor"), Checked("q1"), Submitted()));
        var after = At(
            Given(Drafted(), Attributed(attribution: "said the mayor"), Checked("q1"), Submitted(), Approved(by: Lea), Noted(), Held())
        );
        var diff = StoryDiff.Between(before, after);
        (diff.From, diff.To).ShouldBe((before.Story.Version, after.Story.Version));
        diff.Approvals.Single().To.ShouldBe(new ApprovalThen("lea", Role.Legal, true));
        (diff.Notes.Single().Id, diff.Notes.Single().From, diff.Holds.Single().Id).ShouldBe(("n1", null, "h1"));
        var back = StoryDiff.Between(after, before);
        (back.Approvals.Single().From, back.Approvals.Single().To, back.Notes.Single().To).ShouldBe(
            (new ApprovalThen("lea", Role.Legal, true), null, null)
        );
    }

    [Fact]
    public void A_lapsed_check_changes_the_passage_and_the_check()
    {
        var before = At(Given(Drafted("“We will rebuild,” said the mayor."), Attributed("“We will rebuild,”"), Checked("q1")));
        var after = At(
            Given(
                Drafted("“We will rebuild,” said the mayor."),
                Attributed("“We will rebuild,”"),
                Checked("q1"),
                Revised("“We may rebuild,” said the mayor.", by: Ed)
            )
        );
        var diff = StoryDiff.Between(before, after);
        diff.Passages.Single()
            .ShouldBe(
                new Changed<PassageThen>(
                    "q1",
                    new PassageThen("“We will rebuild,”", "ada", null, PassageState.Verified),
                    new PassageThen("“We may rebuild,”", "ada", null, PassageState.Lapsed)
                )
            );
        (diff.Checks.Single().From!.Standing, diff.Checks.Single().To!.Standing).ShouldBe((true, false));
        string.Concat(diff.Texts.Single().Stretches.Where(s => s.Change != StretchChange.Same).Select(s => $"{s.Change}:{s.Words} "))
            .ShouldBe("Removed:will Added:may ");
    }

    [Fact]
    public void Blame_is_cut_where_passages_begin_and_end()
    {
        var at = At(
            Given(
                Drafted("“We will rebuild,” said the mayor."),
                Attributed("“We will rebuild,”", attribution: "said the mayor"),
                Revised("“We will rebuild,” said the mayor today.", by: Ed)
            )
        );
        var body = BlamedText.Of(at).Single(t => t.Field == ArticleField.Body);
        body.Spans.Select(s => $"{s.Words}|{s.Author}|{s.Version}|{string.Join(' ', s.Passages)}")
            .ShouldBe(["“We will rebuild,”|rita|1|q1", " |rita|1|", "said the mayor|rita|1|q1", " today|ed|3|", ".|rita|1|"]);
        string.Concat(body.Spans.Select(s => s.Words)).ShouldBe(at.Text.Article.Body);
    }

    private static StorySnapshot At(StorySpec spec) => new(spec.Story, spec.Text);
}
