using Newsroom.Client.Stories;

namespace Newsroom.Client.Tests.Stories;

public sealed class ConflictedRevisionTests
{
    private const string Before = "The survey ends in May. The slip closes.";

    private static readonly ConflictSide Nobody = new("", [], 2);

    [Fact]
    public void Changes_outside_of_a_conflict_are_kept()
    {
        var revision = Of("The survey ends in July. The slip opens.", Conflict("May", "July", start: 19));

        revision.Separate().WithoutConflicts()!.Body.ShouldBe("The survey ends in May. The slip opens.");
        revision.Separate().Conflicts.ShouldBe(revision.Conflicts);
    }

    [Theory]
    [InlineData("[In May.", "In ")]
    [InlineData("May, or so", ", or so")]
    public void A_change_that_crosses_the_border_of_a_conflict_makes_one_of_the_whole_text(string words, string yours)
    {
        var revision = Of($"The survey ends in {words}. The slip closes.", Conflict("May", yours, start: 19)).Separate();

        var conflict = revision.Conflicts.ShouldHaveSingleItem();
        conflict.Base.Words.ShouldBe(Before);
        conflict.Yours.Words.ShouldBe(revision.Yours.Body);
        conflict.Theirs.Words.ShouldBe(revision.Now.Body);
        conflict.Theirs.By.ShouldBe(["ana"]);
        revision.WithoutConflicts().ShouldBe(revision.Base);
    }

    private static ConflictedRevision Of(string yours, params EditConflict[] conflicts) =>
        new(2, Body(Before), Body(yours), 3, Body(Before.Replace("May", "June", StringComparison.Ordinal)), conflicts);

    private static WrittenTexts Body(string body) => new("", "", body);

    private static EditConflict Conflict(string before, string yours, int start)
    {
        var range = new QuotedRange(start, start + before.Length);
        return new EditConflict(
            "body",
            Nobody with { Words = before, Range = range },
            Nobody with { Words = yours, Range = range },
            new ConflictSide("June", ["ana"], 3) { Range = new QuotedRange(start, start + 4) }
        );
    }
}
