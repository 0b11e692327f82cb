using Newsroom.Domain.Requests;

namespace Newsroom.Domain.Tests.Requests;

public sealed class LimitSpecs
{
    private static readonly Limit Ten = new("x", LimitUnit.Characters, 0, 10);

    [Theory]
    [InlineData("0123456789", true)]
    [InlineData("01234567890", false)]
    [InlineData("🎈🎈🎈🎈🎈🎈🎈🎈🎈🎈", true)]
    [InlineData("🎈🎈🎈🎈🎈🎈🎈🎈🎈🎈x", false)]
    public void Characters_are_code_points(string text, bool allowed) => Ten.Allows(text).ShouldBe(allowed);

    [Theory]
    [InlineData("short", "short")]
    [InlineData("one two three", "one two…")]
    [InlineData("one twothree four", "one twoth…")]
    [InlineData("0123456789012", "012345678…")]
    [InlineData("🎈🎈🎈🎈🎈🎈🎈🎈🎈🎈🎈", "🎈🎈🎈🎈🎈🎈🎈🎈🎈…")]
    public void A_text_is_cut_at_a_word_where_there_is_one_in_its_second_half(string text, string cut)
    {
        Ten.Cut(text).ShouldBe(cut);
        Ten.Allows(Ten.Cut(text)).ShouldBeTrue();
    }

    [Fact]
    public void Indexed_values_fit_into_index_rows() =>
        LimitTable
            .All.Where(l => l.Member is "assignee" or "person" or "desk" or "slug" or "id" or "speaker")
            .Max(l => l.Maximum)
            .ShouldBeLessThan(2_704 / 4);

    [Fact]
    public void Every_row_says_what_is_accepted() => LimitTable.All.ShouldAllBe(l => l.Accepted.Length > 5 && l.Minimum <= l.Maximum);

    [Fact]
    public void No_member_has_two_rows() => LimitTable.All.Select(l => l.Member).ShouldBeUnique();

    [Fact]
    public void Nulls_and_lengths_are_found_at_every_depth()
    {
        var command = new FactCheck("q1", Fingerprint.Of("x"), Verdict.Verified)
        {
            Reason = new string('x', 2_001),
            Evidence =
            [
                new EvidenceItem(EvidenceKind.Recording, "Tape"),
                null!,
                new EvidenceItem(EvidenceKind.Recording, new string('x', 2_001)),
            ],
        };
        RequestCheck.FindNull(command).ShouldBe("evidence[1]");
        RequestCheck.Faults(command).Select(f => f.Path).ShouldBe(["reason", "evidence[1]", "evidence[2].citation"], ignoreOrder: true);
        RequestCheck.FindNull(command with { Evidence = default }).ShouldBe("evidence");
        RequestCheck.Faults(command with { Reason = null, Evidence = [] }).ShouldBeEmpty();
    }
}
