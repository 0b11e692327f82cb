using System.Text;

namespace Newsroom.Domain.Tests.Text.Quotations;

/// <summary>The work of the gates on texts of 1 MiB made of quotation marks.</summary>
public sealed class QuotationWorkSpecs
{
    private const long MaxBytes = 500L * 1024 * 1024;

    [Theory]
    [InlineData("\"")]
    [InlineData("\"a\"")]
    [InlineData("\" ")]
    [InlineData("'")]
    [InlineData("'a ")]
    [InlineData("5\" ")]
    [InlineData("“\n\n")]
    [InlineData("“a\n\n")]
    [InlineData("“a b c d”")]
    [InlineData("ש\"אב ")]
    [InlineData("\"\u200b")]
    [InlineData("‚a ‘b’ s' ")]
    public void The_work_and_the_result_are_bounded(string shape)
    {
        var text = string.Concat(Enumerable.Repeat(shape, 1024 * 1024 / Encoding.UTF8.GetByteCount(shape)));
        var spec = Given(Drafted("Down."));
        var words = spec.Text with { Article = spec.Text.Article with { Standfirst = text }, StandfirstBlame = Blame.Of(text, "rita", 1) };
        var before = GC.GetAllocatedBytesForCurrentThread();
        var gates = GateList.Evaluate(spec.Story, words, Policy.Default, spec.Now);
        (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBeLessThan(MaxBytes);
        gates.Max(g => g.Reasons.Length).ShouldBeLessThanOrEqualTo(501);
    }

    [Fact]
    public void Quotations_beyond_the_limit_are_counted_and_block()
    {
        var spec = Given(Drafted(string.Concat(Enumerable.Range(0, 600).Select(i => $"He said “we will do it {i} times over”. "))));
        var reasons = spec.Gates.Single(g => g.Gate == Gate.QuotesAttributed).Reasons;
        reasons.Length.ShouldBe(501);
        reasons[^1].Code.ShouldBe("quotation-more");
        reasons[^1]
            .Message.ShouldBe(
                "There are 100 more, from “we will do it 500 times over” in the body. They are listed once those before them are resolved."
            );
    }

    [Fact]
    public void Quotations_in_the_standfirst_are_counted_beyond_the_limit()
    {
        var spec = Given(Drafted("Down."), Revised(standfirst: string.Concat(Enumerable.Range(0, 600).Select(i => $"“we do it {i}” "))));
        var reasons = spec.Gates.Single(g => g.Gate == Gate.HeadlineQuotesSourced).Reasons;
        reasons.Length.ShouldBe(501);
        reasons[^1].Code.ShouldBe("headline-quote-more");
    }
}
