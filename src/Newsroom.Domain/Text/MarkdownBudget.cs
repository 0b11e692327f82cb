using Markdig;
using Markdig.Parsers;

namespace Newsroom.Domain.Text;

/// <summary>
/// Counts the steps that parsing one Markdown text takes, and stops the parser at a limit. A step is what takes the parser about five nanoseconds:
/// one enclosing mark passed on the way to the place of an inline, one character read ahead in vain, some siblings passed to remove a block. Steps
/// that every text takes once a character are not counted, so ordinary text costs next to nothing, whatever its length.
/// </summary>
internal sealed class MarkdownBudget(long limit) : MarkdownParserContext
{
    /// <summary>The most steps of a text that is accepted: over 150 times what any text takes in two newsrooms' histories of ten years.</summary>
    public const long Most = 50_000_000;

    /// <summary>Steps taken so far.</summary>
    public long Spent { get; private set; }

    /// <summary>Counts steps taken, or about to be taken, at an offset of the source.</summary>
    /// <exception cref="MarkdownTooComplexException">The limit is reached.</exception>
    public void Spend(long steps, int at)
    {
        Spent += steps;
        if (Spent > limit)
        {
            throw new MarkdownTooComplexException(at);
        }
    }

    /// <summary>Returns the budget of the text that is parsed.</summary>
    public static MarkdownBudget Of(InlineProcessor processor) => (MarkdownBudget)processor.Context!;

    /// <inheritdoc cref="Of(InlineProcessor)"/>
    public static MarkdownBudget Of(BlockProcessor processor) => (MarkdownBudget)processor.Context!;
}
