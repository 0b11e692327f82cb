using System.Text;

namespace Newsroom.Domain.Text.Quotations;

/// <summary>Pairs marks that close with those that opened, and gives up on marks that nothing closes.</summary>
/// <param name="readings">The marks with their uses.</param>
/// <param name="open">What is open.</param>
internal sealed class MarkPairing(MarkReadings readings, OpenMarks open)
{
    private const int DeepestSingles = 8;

    // Where the quotation closed last was opened.
    private int lastOpened = -1;

    /// <summary>Closes what a mark closes, and says what the mark is where it closes nothing.</summary>
    public MarkUse Close(MarkToken token)
    {
        var isSingle = QuotationMarks.CanBeApostrophe(token.Kind);
        var from = open.IsAwaited(token.Kind) ? open.Count - 1 : -1;
        while (from >= 0 && !QuotationMarks.ClosersOf(open[from].Kind).Contains(token.Kind, StringComparison.Ordinal))
        {
            // What looks like a single mark is an apostrophe where it would close across double ones.
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

        // Apostrophes far apart can look like single marks around whole quotations; marks that are stand around sentences.
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

    /// <summary>Gives up on the marks from one on: nothing closes them.</summary>
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
        if (QuotationMarks.CanBeApostrophe(token.Kind) && token.Kind != '‘'
            && Rune.IsLetterOrDigit(token.Before) && Script.HasApostrophes(token.Before))
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

    private MarkUse Unpaired(OpenMark unclosed) => readings.Text[unclosed.At] switch
    {
        '<' or '❮' or '❯' => MarkUse.Operator,
        '`' or '´' or '‵' when !unclosed.IsDoubled => MarkUse.Accent,
        'ʻ' or 'ʼ' or 'ʽ' => MarkUse.Letter,
        _ => MarkUse.Unclosed,
    };
}
