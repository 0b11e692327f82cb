using Newsroom.Domain.Kernel;

namespace Newsroom.Domain.Tests.Stories;

/// <summary>Whole list lines, whole paragraphs and identical changes merge as in git.</summary>
public sealed class MergeOfLinesSpecs
{
    [Theory]
    [InlineData("- a\n- b", "- a\n- b\n- c", "- a\n- b\n\nNew.", "- a\n- b\n- c\n\nNew.")]
    [InlineData("- a\n- b\n", "- a\n- b\n- c\n", "- a\n- b\n\nNew.\n", "- a\n- b\n- c\n\nNew.\n")]
    [InlineData("- a\n- b\n\nEnd.\n", "- a\n- b\n- c\n\nEnd.\n", "- a\n- b\n\nNew.\n\nEnd.\n", "- a\n- b\n- c\n\nNew.\n\nEnd.\n")]
    [InlineData("1. a\r\n2. b\r\n", "1. a\r\n2. b\r\n3. c\r\n", "1. a\r\n2. b\r\n\r\nNew.\r\n", "1. a\r\n2. b\r\n3. c\r\n\r\nNew.\r\n")]
    [InlineData(
        "| a | b |\n|---|---|\n",
        "| a | b |\n|---|---|\n| 1 | 2 |\n",
        "| a | b |\n|---|---|\n\nNew.\n",
        "| a | b |\n|---|---|\n| 1 | 2 |\n\nNew.\n"
    )]
    [InlineData("* a\n* b", "* a\n* b\n  more of b\n* c", "* a\n* b\n\nNew.", "* a\n* b\n  more of b\n* c\n\nNew.")]
    [InlineData("- a\n- b\n", "- a\n- b\n- c", "- a\n- b more\n", "- a\n- b more\n- c")]
    [InlineData("- a\n- b\n", "- a\n- b\n- c\n", "- a\n- big\n", "- a\n- big\n- c\n")] // beside an item that changes
    [InlineData("- a\n- b\n- c\n", "- a\n- x\n- b\n- c\n", "- a\n- b\n- y\n- c\n", "- a\n- x\n- b\n- y\n- c\n")]
    [InlineData("- a\n- b\n- c\n", "- a\n- c\n", "- a\n- b\n- c\n- d\n", "- a\n- c\n- d\n")]
    public void A_line_of_a_list_and_what_is_beside_it(string text, string one, string other, string both)
    {
        Merge(text, one, other).ShouldBe(both);
        Merge(text, other, one).ShouldBe(both);
    }

    [Theory]
    [InlineData("- a\n\n- z\n", "- a\n\n", "- a\n- b\n\n", "- a\n- b\n\n")] // the list at the end taken out by both
    [InlineData(
        "One.\n\n桥塌了。\n",
        "One.\n\n- x\n- y\n\n桥塌了。两次\n",
        "One. More.\n\n- x\n- y\n\n桥塌了。\n",
        "One. More.\n\n- x\n- y\n\n桥塌了。两次\n"
    )]
    [InlineData("ฝนตก\n\nจบ\n", "ฝนตก\n\n- ก\n\nจบ\n", "ฝนตกหนัก\n\n- ก\n\nจบ\n", "ฝนตกหนัก\n\n- ก\n\nจบ\n")]
    public void The_same_lines_by_both_are_made_once_beside_other_changes(string text, string eds, string ritas, string both) =>
        Given(Drafted(text), Revised(eds, by: Ed))
            .When(new ReviseArticle { Body = ritas } with { BasedOn = 1 }, by: Rita)
            .And(s => s.Text.Article.Body.ShouldBe(both));

    [Theory]
    [InlineData("- a\n- b\n", "- a\n- x\n- b\n", "- a\n- y\n- b\n", "- a\n- x\n- y\n- b\n")]
    [InlineData("- a\n- b", "- a\n- b\n- x", "- a\n- b\n- y", "- a\n- b\n- x\n- y")]
    [InlineData("- a\n- b\n\nEnd.", "- a\n- b\n- x\n\nEnd.", "- a\n- b\n- y\n- z\n\nEnd.", "- a\n- b\n- x\n- y\n- z\n\nEnd.")]
    [InlineData("1) a\n2) b\n", "1) x\n1) a\n2) b\n", "1) y\n1) a\n2) b\n", "1) x\n1) y\n1) a\n2) b\n")]
    public void Lines_put_in_at_one_place_keep_the_order_they_were_committed_in(string text, string first, string second, string both) =>
        Merge(text, first, second).ShouldBe(both);

    [Theory]
    [InlineData("One line\nof two.\n", "One line\nand more\nof two.\n", "One line\nbut less\nof two.\n")] // lines of one paragraph
    [InlineData("- a\n- b\n", "- a\n", "- a\n- big\n")] // a line taken out and changed
    public void Words_in_a_paragraph_still_clash(string text, string eds, string ritas) =>
        Given(Drafted(text), Revised(eds, by: Ed))
            .When(new ReviseArticle { Body = ritas } with { BasedOn = 1 }, by: Rita)
            .ThenRefused("overlap", RefusalKind.Overlap);

    [Theory]
    [InlineData("It fell. It fell. It rained.", "It fell. It rained.", "It fell. It rained hard.", "It fell. It rained hard.")]
    [InlineData(
        "Rain. Rain. Rain.\n\nThe bridge fell.",
        "Rain. Rain.\n\nThe bridge fell.",
        "Rain. Rain.\n\nThe bridges fell.",
        "Rain. Rain.\n\nThe bridges fell."
    )]
    [InlineData("- a\n- a\n- b\n", "- a\n- b\n", "- a\n- b\n- c\n", "- a\n- b\n- c\n")]
    [InlineData("One.\n\nTwo.\n\nThree.", "One.\n\nThree.", "One.\n\nThree and four.", "One.\n\nThree and four.")]
    public void Lines_removed_by_both_are_removed_once(string text, string eds, string ritas, string both) =>
        Merge(text, eds, ritas).ShouldBe(both);

    [Fact]
    public void Lines_removed_by_both_in_other_steps_are_removed_once() =>
        Given(
                Drafted("It rained in May. Nobody was hurt. The bridge fell."),
                Revised("It rained in May. Nobody hurt. The bridge fell.", by: Ed),
                Revised("It rained in May. The bridge fell.", by: Eve)
            )
            .When(new ReviseArticle { Body = "It rained in May. The bridge fell." } with { BasedOn = 1 }, by: Rita)
            .Then();

    private static string Merge(string text, string eds, string ritas) =>
        Given(Drafted(text), Revised(eds, by: Ed))
            .When(new ReviseArticle { Body = ritas } with { BasedOn = 1 }, by: Rita)
            .Then(typeof(ArticleRevised))
            .Text.Article.Body;
}
