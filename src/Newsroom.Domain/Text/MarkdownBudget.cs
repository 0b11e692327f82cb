using Markdig;
using Markdig.Parsers;

namespace Newsroom.Domain.Text;

/// <summary>
/// Counts the steps of parsing one Markdown text and aborts the parser at a limit. A step takes about five nanoseconds: one open delimiter
/// passed to place an inline, one character of a failed lookahead, some siblings passed to remove a block. Linear steps are not counted, so
/// ordinary text costs almost nothing.
/// </summary>
internal sealed class MarkdownBudget(long limit) : MarkdownParserContext
{
    /// <summary>The maximum for new texts: 90 times the maximum in two newsrooms' histories of ten years.</summary>
    public const long MaxSteps = 50_000_000;

    public long Spent { get; private set; }

    /// <summary>Counts steps at an offset of the source.</summary>
    /// <exception cref="MarkdownTooComplexException">The limit is reached.</exception>
    public void Spend(long steps, int at)
    {
        Spent += steps;
        if (Spent > limit)
        {
            throw new MarkdownTooComplexException(at);
        }
    }

    /// <summary>Returns the budget of the text that is being parsed.</summary>
    public static MarkdownBudget Of(InlineProcessor processor) => (MarkdownBudget)processor.Context!;

    /// <inheritdoc cref="Of(InlineProcessor)"/>
    public static MarkdownBudget Of(BlockProcessor processor) => (MarkdownBudget)processor.Context!;
}
