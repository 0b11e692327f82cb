namespace Newsroom.Domain.Text.Quotations;

internal sealed class QuotationOutline(MarkReadings readings)
{
    // No words follow the last reported unpaired marks up to here.
    private int wordless;

    /// <summary>Lists the outermost quotations and the unpaired marks in order, without overlaps.</summary>
    public List<(TextRange Range, bool IsClosed)> Outermost()
    {
        var outermost = new List<(TextRange Range, bool IsClosed)>();
        for (var i = 0; i < readings.Marks.Count; i++)
        {
            if (readings.Lengths[i] > 0 && readings.Uses[i] is MarkUse.Opens or MarkUse.Reopens or MarkUse.Unclosed or MarkUse.Unopened)
            {
                Add(outermost, i);
            }
        }

        return outermost.ConvertAll(q => (q.IsClosed ? q.Range : Trimmed(q.Range), q.IsClosed));
    }

    private void Add(List<(TextRange Range, bool IsClosed)> outermost, int i)
    {
        var (mark, use) = (readings.Marks[i], readings.Uses[i]);
        if (use == MarkUse.Reopens)
        {
            // A reopening mark is reported with the quotation it continues, unless a closed one comes between.
            if (readings.Ends[i] <= mark.At || (outermost is [.., var continued] && mark.At < continued.Range.End))
            {
                return;
            }

            use = MarkUse.Unclosed;
        }

        if (outermost is [.., var last] && mark.At < last.Range.End)
        {
            if (last.IsClosed || use == MarkUse.Unopened)
            {
                return;
            }

            outermost[^1] = last with { Range = last.Range with { End = mark.At } };
        }

        var range = new TextRange(mark.At, readings.Ends[i]);
        if (use == MarkUse.Unopened)
        {
            var start = readings.Paragraphs[mark.Paragraph].Start;
            range = new TextRange(outermost is [.., var before] ? Math.Max(start, before.Range.End) : start, mark.At + readings.Lengths[i]);
        }

        // Marks without words between them are reported as one.
        if (
            use != MarkUse.Opens
            && outermost is [.., { IsClosed: false } unpaired]
            && HasNoWords(Math.Max(unpaired.Range.Start, wordless), mark.At)
        )
        {
            wordless = mark.At;
            range = range with { Start = unpaired.Range.Start };
            outermost.RemoveAt(outermost.Count - 1);
        }

        outermost.Add((range, use == MarkUse.Opens));
    }

    private bool HasNoWords(int start, int end)
    {
        for (var at = start; at < end; at++)
        {
            if (char.IsLetterOrDigit(readings.Text[at]) || char.IsSurrogate(readings.Text[at]) || readings.Text[at] == '\n')
            {
                return false;
            }
        }

        return true;
    }

    private TextRange Trimmed(TextRange range)
    {
        var words = readings.Text.AsSpan(range.Start, range.Length);
        var end = range.Start + words.TrimEnd().Length;
        return new TextRange(range.Start + (words.Length - words.TrimStart().Length), end);
    }
}
