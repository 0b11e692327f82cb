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
        var most = 0L;
        History.Each(
            (history, _) =>
            {
                foreach (var body in history.Bodies)
                {
                    var steps = VisibleText.OfNewMarkdown(body).Steps;
                    InterlockedMax(ref most, steps);
                    steps.ShouldBeLessThan(MarkdownBudget.Most / Room);
                }
            }
        );
        output.WriteLine($"Most steps: {most:N0} of {MarkdownBudget.Most:N0}");
        most.ShouldBeGreaterThan(0);
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

    private static void InterlockedMax(ref long most, long value)
    {
        for (var seen = Interlocked.Read(ref most); value > seen;)
        {
            var was = Interlocked.CompareExchange(ref most, value, seen);
            seen = was == seen ? value : was;
        }
    }
}
