using Markdig.Helpers;
using Markdig.Parsers;
using Markdig.Syntax;

namespace Newsroom.Domain.Text;

/// <summary>
/// Extends Markdig's block parsers to count their steps: those of a line through its containers, of creating a block, and of removing a
/// paragraph that becomes a heading or link definitions.
/// </summary>
internal static class BudgetedBlockParsers
{
    // The steps to continue one container in a line, and to create a block.
    private const int Continued = 10;
    private const int Opened = 400;

    // The number of siblings passed per step.
    private const int Siblings = 8;

    public static void Replace(OrderedList<BlockParser> parsers)
    {
        parsers.Replace<QuoteBlockParser>(new Quote());
        parsers.Replace<ListBlockParser>(new List());
        parsers.Replace<HeadingBlockParser>(new Heading());
        parsers.Replace<ParagraphBlockParser>(new Paragraph());
        parsers.Replace<ThematicBreakParser>(new ThematicBreak());
    }

    private static void SpendContinued(BlockProcessor processor) =>
        MarkdownBudget.Of(processor).Spend(Continued + processor.Column, processor.Start);

    private static BlockState SpendOpened(BlockProcessor processor, BlockState state)
    {
        if (state != BlockState.None)
        {
            MarkdownBudget.Of(processor).Spend(Opened, processor.Start);
        }

        return state;
    }

    private sealed class Quote : QuoteBlockParser
    {
        public override BlockState TryOpen(BlockProcessor processor) => SpendOpened(processor, base.TryOpen(processor));

        public override BlockState TryContinue(BlockProcessor processor, Block block)
        {
            SpendContinued(processor);
            return base.TryContinue(processor, block);
        }
    }

    private sealed class List : ListBlockParser
    {
        public override BlockState TryOpen(BlockProcessor processor) => SpendOpened(processor, base.TryOpen(processor));

        public override BlockState TryContinue(BlockProcessor processor, Block block)
        {
            SpendContinued(processor);
            return base.TryContinue(processor, block);
        }
    }

    private sealed class Heading : HeadingBlockParser
    {
        public override BlockState TryOpen(BlockProcessor processor) => SpendOpened(processor, base.TryOpen(processor));
    }

    /// <summary>A thematic break reads to the end of a run of marks, again for each list that begins in it.</summary>
    private sealed class ThematicBreak : ThematicBreakParser
    {
        public override BlockState TryOpen(BlockProcessor processor)
        {
            var mark = processor.CurrentChar;
            var rest = processor.Line.AsSpan();
            if (mark is '-' or '*' or '_')
            {
                var end = rest.IndexOfAnyExcept(mark, ' ', '\t');
                MarkdownBudget.Of(processor).Spend(end < 0 ? rest.Length : end, processor.Start);
            }

            return base.TryOpen(processor);
        }
    }

    private sealed class Paragraph : ParagraphBlockParser
    {
        public override BlockState TryOpen(BlockProcessor processor) => SpendOpened(processor, base.TryOpen(processor));

        public override BlockState TryContinue(BlockProcessor processor, Block block)
        {
            if (processor.CurrentChar is not ('=' or '-'))
            {
                return base.TryContinue(processor, block);
            }

            var parent = block.Parent!;
            SpendDefinitions(processor, (ParagraphBlock)block);
            var state = base.TryContinue(processor, block);
            if (state == BlockState.BreakDiscard)
            {
                MarkdownBudget.Of(processor).Spend(parent.Count / Siblings, block.Span.Start);
            }

            return state;
        }

        public override bool Close(BlockProcessor processor, Block block)
        {
            if (block is not ParagraphBlock paragraph)
            {
                return base.Close(processor, block);
            }

            SpendDefinitions(processor, paragraph);
            var isKept = base.Close(processor, block);
            if (!isKept)
            {
                MarkdownBudget.Of(processor).Spend(block.Parent!.Count / Siblings, block.Span.Start);
            }

            return isKept;
        }

        /// <summary>Counts the search for link definitions: each one found copies the lines after it.</summary>
        private static void SpendDefinitions(BlockProcessor processor, ParagraphBlock paragraph)
        {
            ref readonly var lines = ref paragraph.Lines;
            if (lines.Count == 0 || !BeginsDefinition(lines.Lines[0].Slice))
            {
                return;
            }

            var definitions = 0;
            for (var i = 0; i < lines.Count; i++)
            {
                definitions += BeginsDefinition(lines.Lines[i].Slice) ? 1 : 0;
            }

            var length = lines.Lines[lines.Count - 1].Slice.End - lines.Lines[0].Slice.Start + 1;
            MarkdownBudget.Of(processor).Spend(length + ((long)definitions * lines.Count), paragraph.Span.Start);
        }

        private static bool BeginsDefinition(StringSlice line)
        {
            line.TrimStart();
            return line.CurrentChar == '[';
        }
    }
}
