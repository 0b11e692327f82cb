using Newsroom.Domain.Text.Quotations;

namespace Newsroom.Domain.Tests.Text.Quotations;

/// <summary>Invariants of the marks of any text.</summary>
internal static class MarkAccounts
{
    /// <summary>Unicode's property Quotation_Mark (16.0), with the categories Pi and Pf.</summary>
    public static readonly string UnicodeMarks = "\"'«»‘’‚‛“”„‟‹›⹂「」『』〝〞〟﹁﹂﹃﹄＂＇｢｣⸂⸃⸄⸅⸉⸊⸌⸍⸜⸝⸠⸡";

    /// <summary>Checks that each mark has one use, and that a mark which opens, closes or is unpaired lies in a found quotation.</summary>
    public static void Check(string text, string language)
    {
        var marks = QuotationFinder.Marks(text, language).ToList();
        var found = QuotationFinder.Find(text, language).ToList();
        var at = new bool[text.Length];
        foreach (var mark in marks)
        {
            for (var i = mark.Range.Start; i < mark.Range.End; i++)
            {
                Holds(!at[i], "two uses", i);
                at[i] = true;
            }

            var isPaired = mark.Use is MarkUse.Opens or MarkUse.Closes;
            if (isPaired || mark.Use is MarkUse.Reopens or MarkUse.Unclosed or MarkUse.Unopened)
            {
                Holds(found.Exists(q => Has(q, mark) && (q.IsClosed || !isPaired)), $"{mark.Use}, but nothing found", mark.Range.Start);
            }
        }

        for (var i = 0; i < text.Length; i++)
        {
            Holds(at[i] || !UnicodeMarks.Contains(text[i], StringComparison.Ordinal), "no use", i);
        }

        foreach (var unpaired in found.Where(q => !q.IsClosed))
        {
            Holds(!unpaired.IsTerm(4) && marks.Exists(m => Has(unpaired, m)), "unpaired", unpaired.Range.Start);
        }

        void Holds(bool condition, string what, int place)
        {
            if (!condition)
            {
                throw new InvalidOperationException($"{what} at {place}: {text}");
            }
        }
    }

    private static bool Has(Quotation quotation, QuotationMark mark) =>
        quotation.Range.Start <= mark.Range.Start && mark.Range.End <= quotation.Range.End;
}
