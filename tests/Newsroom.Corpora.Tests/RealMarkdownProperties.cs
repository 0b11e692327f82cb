using Markdig;
using Markdig.Syntax;

namespace Newsroom.Domain.Tests.Properties;

/// <summary>Checks the parsing budget on all versions of two newsrooms over ten years.</summary>
public sealed class RealMarkdownProperties(ITestOutputHelper output)
{
    private const int Room = 50;

    [Fact]
    public void No_real_text_comes_near_the_bound()
    {
        var max = 0L;
        History.Each(
            (history, _) =>
            {
                foreach (var body in history.Bodies)
                {
                    var steps = VisibleText.OfNewMarkdown(body).Steps;
                    InterlockedMax(ref max, steps);
                    steps.ShouldBeLessThan(MarkdownBudget.MaxSteps / Room);
                }
            }
        );
        output.WriteLine($"Most steps: {max:N0} of {MarkdownBudget.MaxSteps:N0}");
        max.ShouldBeGreaterThan(0);
    }

    [Fact]
    public void Every_real_text_has_the_syntax_tree_that_Markdig_gives_it()
    {
        var own = new MarkdownPipelineBuilder().UsePreciseSourceLocation().Build();
        History.Each(
            (history, _) =>
            {
                var body = history.Bodies[^1];
                Tree(Markdown.Parse(body, VisibleText.CommonMark, new MarkdownBudget(long.MaxValue)))
                    .ShouldBe(Tree(Markdown.Parse(body, own)));
            }
        );
    }

    private static string Tree(MarkdownDocument document) =>
        string.Join('\n', document.Descendants().Select(node => $"{node.GetType().Name} {node.Span}"));

    private static void InterlockedMax(ref long max, long value)
    {
        for (var seen = Interlocked.Read(ref max); value > seen;)
        {
            var was = Interlocked.CompareExchange(ref max, value, seen);
            seen = was == seen ? value : was;
        }
    }
}
