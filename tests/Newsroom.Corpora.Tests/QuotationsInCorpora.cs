using System.Buffers;
using System.Globalization;
using Newsroom.Domain.Kernel;
using Newsroom.Domain.Text;
using Newsroom.Domain.Text.Quotations;

namespace Newsroom.Domain.Tests.Properties;

/// <summary>
/// Measures the finder against annotated news, for quotations of four words or more. Words are compared without marks, punctuation and
/// white space at their ends, which corpora annotate differently. Precision: the share of found quotations (no terms, no proposals) of
/// which at least nine tenths are annotated as direct speech. Recall: the share of annotated direct speech between marks that is found with
/// exactly these words.
/// </summary>
public sealed class QuotationsInCorpora
{
    private static readonly string[] SaidInGerman = ["Direct", "Indirect", "IndirectFreeIndirect", "FreeIndirect", "Reported"];
    private static readonly SearchValues<char> Marks = SearchValues.Create("“”„‟«»‹›\"'`‘’‚‛");

    /// <summary>Uses the texts of odd index only: the rules were written without them.</summary>
    [Fact]
    public void Direct_quotations_are_found_in_German_texts_that_no_rule_was_written_from() =>
        Measure(
            "german-wikinews (odd)",
            AnnotatedText.Of("german-wikinews").Where((_, index) => index % 2 == 1),
            "de",
            SaidInGerman,
            .92,
            .99
        );

    /// <summary>The German corpus annotates words quoted within indirect speech as indirect.</summary>
    [Theory]
    [InlineData("polnear", "en", new[] { "direct", "mixed" }, .98, .99)]
    [InlineData("german-wikinews", "de", new[] { "Direct", "Indirect", "IndirectFreeIndirect", "FreeIndirect", "Reported" }, .96, .99)]
    public void Direct_quotations_are_found_and_little_else(
        string corpus,
        string language,
        string[] said,
        double precision,
        double recall
    ) => Measure(corpus, AnnotatedText.Of(corpus), language, said, precision, recall);

    private static void Measure(
        string corpus,
        IEnumerable<AnnotatedText> texts,
        string language,
        string[] said,
        double precision,
        double recall
    )
    {
        var (found, right, marked, recognised) = (0, 0, 0, 0);
        foreach (var text in texts)
        {
            var quotations = QuotationFinder
                .Find(text.Text, language)
                .Where(q => q.IsClosed && q.Proposal is null && !q.IsTerm(QuotationFinder.MinWords))
                .Select(q => Words(text.Text, q.Range))
                .ToHashSet();
            var spoken = new bool[text.Text.Length];
            foreach (var quote in text.Quotes.Where(q => said.Contains(q.Kind)))
            {
                Array.Fill(spoken, true, quote.Start, quote.End - quote.Start);
            }

            found += quotations.Count;
            foreach (var quotation in quotations)
            {
                right += Enumerable.Range(quotation.Start, quotation.Length).Count(at => spoken[at]) >= .9 * quotation.Length ? 1 : 0;
            }

            foreach (var quote in text.Quotes.Where(q => q.Kind.Equals("direct", StringComparison.OrdinalIgnoreCase)))
            {
                var words = Words(text.Text, new TextRange(quote.Start, quote.End));
                if (
                    QuotationMarks(text.Text, words)
                    && words
                        .Of(text.Text)
                        .Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)
                        .Count(w => w.Any(char.IsLetterOrDigit)) >= QuotationFinder.MinWords
                )
                {
                    marked++;
                    recognised += quotations.Contains(words) ? 1 : 0;
                }
            }
        }

        TestContext.Current.SendDiagnosticMessage(
            string.Create(
                CultureInfo.InvariantCulture,
                $"{corpus}: precision {(double)right / found:f3} ({right} of {found}), recall {(double)recognised / marked:f3} "
                    + $"({recognised} of {marked})"
            )
        );
        ((double)right / found).ShouldBeGreaterThanOrEqualTo(precision);
        ((double)recognised / marked).ShouldBeGreaterThanOrEqualTo(recall);
    }

    /// <summary>Returns whether marks directly precede and follow.</summary>
    private static bool QuotationMarks(string text, TextRange words) =>
        text.AsSpan(Math.Max(0, words.Start - 3), Math.Min(3, words.Start)).ContainsAny(Marks)
        && text.AsSpan(words.End, Math.Min(4, text.Length - words.End)).ContainsAny(Marks);

    private static TextRange Words(string text, TextRange range)
    {
        var (start, end) = (range.Start, range.End);
        while (start < end && !char.IsLetterOrDigit(text[start]))
        {
            start++;
        }

        while (end > start && !char.IsLetterOrDigit(text[end - 1]))
        {
            end--;
        }

        return new TextRange(start, end);
    }
}
