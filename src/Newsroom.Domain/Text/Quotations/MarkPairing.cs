using System.Text;

namespace Newsroom.Domain.Text.Quotations;

/// <summary>Pairs closing marks with opening marks and gives up unpaired ones.</summary>
internal sealed class MarkPairing(MarkReadings readings, OpenMarks open)
{
    private const int DeepestSingles = 8;

    // Where the last closed quotation was opened.
    private int lastOpened = -1;

    /// <summary>Closes a quotation; returns the use of the mark if it closes none.</summary>
    public MarkUse Close(MarkToken token)
    {
        var isSingle = QuotationMarks.CanBeApostrophe(token.Kind);
        var from = open.IsAwaited(token.Kind) ? open.Count - 1 : -1;
        while (from >= 0 && !QuotationMarks.ClosersOf(open[from].Kind).Contains(token.Kind, StringComparison.Ordinal))
        {
            // An apparent single mark is an apostrophe if it would close across double marks.
            if (isSingle && (!QuotationMarks.IsSingle(open[from].Kind) || open.Count - from > DeepestSingles))
            {
                return NotClosing(token);
            }

            from--;
        }

        if (from < 0)
        {
            return NotClosing(token);
        }

        // Apostrophes far apart can look like single marks around whole quotations; real ones enclose sentences.
        if (isSingle && lastOpened > open[from].At && !StandsAroundSentence(open[from], token))
        {
            GiveUp(open.Remove(from), token.At);
            return NotClosing(token);
        }

        Leave(from + 1, token.At);
        var opened = open.Pop();
        (readings.Ends[opened.Token], lastOpened) = (token.End, opened.At);
        return MarkUse.Closes;
    }

    /// <summary>Marks a range of marks as unclosed.</summary>
    public void Leave(int from, int end)
    {
        while (open.Count > from)
        {
            GiveUp(open.Pop(), end);
        }
    }

    private bool StandsAroundSentence(OpenMark opened, MarkToken closing) =>
        (Rune.IsUpper(readings.Marks[opened.Token].After) && Rune.IsPunctuation(closing.Before))
        || (opened.Kind is '‘' or '‚' && closing.Kind is not '\'' && closing.Before.Value is not ('s' or 'S' or 'x' or 'z'));

    private static MarkUse NotClosing(MarkToken token)
    {
        if (
            QuotationMarks.CanBeApostrophe(token.Kind)
            && token.Kind != '‘'
            && Rune.IsLetterOrDigit(token.Before)
            && Script.HasApostrophes(token.Before)
        )
        {
            return MarkUse.WordEnd;
        }

        return token.Kind switch
        {
            '`' or '´' => MarkUse.Accent,
            QuotationMarks.ModifierLetter => MarkUse.Letter,
            _ => MarkUse.Unopened,
        };
    }

    private void GiveUp(OpenMark unclosed, int end)
    {
        var use = Unpaired(unclosed);
        (readings.Uses[unclosed.Token], readings.Ends[unclosed.Token]) = (use, end);
        for (var reopened = unclosed.Reopened; reopened >= 0;)
        {
            var before = readings.Ends[reopened];
            (readings.Uses[reopened], readings.Ends[reopened]) = (use == MarkUse.Unclosed ? MarkUse.Reopens : use, end);
            reopened = before;
        }
    }

    private MarkUse Unpaired(OpenMark unclosed) =>
        readings.Text[unclosed.At] switch
        {
            '<' or '❮' or '❯' => MarkUse.Operator,
            '`' or '´' or '‵' when !unclosed.IsDoubled => MarkUse.Accent,
            'ʻ' or 'ʼ' or 'ʽ' => MarkUse.Letter,
            _ => MarkUse.Unclosed,
        };
}
