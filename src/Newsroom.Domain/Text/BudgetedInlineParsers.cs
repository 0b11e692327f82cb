using Markdig.Helpers;
using Markdig.Parsers;
using Markdig.Parsers.Inlines;
using Markdig.Syntax.Inlines;

namespace Newsroom.Domain.Text;

/// <summary>
/// Extends Markdig's inline parsers to count their steps. Markdig places an inline by walking all open delimiters, so an inline costs one
/// step per open delimiter. A failed lookahead costs the characters read.
/// </summary>
internal static class BudgetedInlineParsers
{
    /// <summary>Lists the inline parsers of CommonMark in Markdig's order.</summary>
    public static InlineParser[] All() =>
        [new Entity(), new Link(), new Escape(), new Emphasis(), new Code(), new Autolink(), new LineBreak()];

    /// <summary>Counts the placement of one inline and of the literal before it.</summary>
    private static void SpendDepth(InlineProcessor processor, ref StringSlice slice)
    {
        var depth = 0;
        for (var parent = processor.Inline; parent is not null; parent = parent.Parent)
        {
            depth++;
        }

        if (depth > 1)
        {
            MarkdownBudget.Of(processor).Spend(2 * depth, processor.GetSourcePosition(slice.Start));
        }
    }

    /// <summary>Counts the rest of the block after a failed lookahead.</summary>
    private static void SpendRest(InlineProcessor processor, ref StringSlice slice) =>
        MarkdownBudget.Of(processor).Spend(slice.End - slice.Start + 1, processor.GetSourcePosition(slice.Start));

    private sealed class Entity : HtmlEntityParser
    {
        public override bool Match(InlineProcessor processor, ref StringSlice slice)
        {
            SpendDepth(processor, ref slice);
            return base.Match(processor, ref slice);
        }
    }

    private sealed class Escape : EscapeInlineParser
    {
        public override bool Match(InlineProcessor processor, ref StringSlice slice)
        {
            SpendDepth(processor, ref slice);
            return base.Match(processor, ref slice);
        }
    }

    private sealed class Emphasis : EmphasisInlineParser
    {
        public override bool Match(InlineProcessor processor, ref StringSlice slice)
        {
            SpendDepth(processor, ref slice);
            return base.Match(processor, ref slice);
        }
    }

    private sealed class LineBreak : LineBreakInlineParser
    {
        public override bool Match(InlineProcessor processor, ref StringSlice slice)
        {
            SpendDepth(processor, ref slice);
            return base.Match(processor, ref slice);
        }
    }

    private sealed class Code : CodeInlineParser
    {
        public override bool Match(InlineProcessor processor, ref StringSlice slice)
        {
            SpendDepth(processor, ref slice);
            var rest = slice;
            var isMatch = base.Match(processor, ref slice);
            if (!isMatch && rest.PeekCharExtra(-1) != '`')
            {
                SpendRest(processor, ref rest);
            }

            return isMatch;
        }
    }

    private sealed class Autolink : AutolinkInlineParser
    {
        public override bool Match(InlineProcessor processor, ref StringSlice slice)
        {
            SpendDepth(processor, ref slice);
            var rest = slice;
            var isMatch = base.Match(processor, ref slice);
            if (!isMatch && (rest.PeekChar() is '/' or '!' or '?' || char.IsAsciiLetter(rest.PeekChar())))
            {
                SpendRest(processor, ref rest);
            }

            return isMatch;
        }
    }

    private sealed class Link : LinkInlineParser
    {
        private const int MaxLabelLength = 1000;

        public override bool Match(InlineProcessor processor, ref StringSlice slice)
        {
            SpendDepth(processor, ref slice);
            if (slice.CurrentChar != ']')
            {
                SpendLabel(processor, ref slice);
                return base.Match(processor, ref slice);
            }

            var rest = slice;
            var hasTarget = rest.PeekChar() == '(' && processor.Inline?.FirstParentOfType<LinkDelimiterInline>() is not null;
            var isMatch = base.Match(processor, ref slice);
            if (hasTarget && (!isMatch || slice.Start <= rest.Start + 1))
            {
                SpendRest(processor, ref rest);
            }

            return isMatch;
        }

        /// <summary>Counts the lines before a multi-line label: the parser searches them for each end of the label.</summary>
        private static void SpendLabel(InlineProcessor processor, ref StringSlice slice)
        {
            var label = slice.AsSpan();
            label = label[..Math.Min(label.Length, MaxLabelLength)];
            if (label.Contains('\n'))
            {
                var at = processor.GetSourcePosition(slice.Start, out var line, out _);
                MarkdownBudget.Of(processor).Spend(line - processor.LineIndex, at);
            }
        }
    }
}
