using System.Globalization;
using Newsroom.Domain.Kernel;
using Newsroom.Domain.Text;
using Newsroom.Domain.Text.Proposals;
using Newsroom.Domain.Text.Quotations;

namespace Newsroom.Domain.Tests.Properties;

/// <summary>
/// Measures the sources of quotations against annotated news: quotations of four words or more in annotated speech with a source. A source
/// is right if it overlaps the annotated one. The rules were written with the texts of even index; those of odd index were never
/// looked at.
/// </summary>
public sealed class SpeakersInCorpora
{
    private static readonly char[] Terminals = ['.', '!', '?', ',', '…'];

    private static readonly char[] Marks = ['“', '”', '„', '‟', '"', '\'', '»', '«', '‘', '’', '`'];

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public void Sources_of_direct_speech_are_found_in_English(int half) => Measure("polnear", "en", "direct", half, _ => true, .95, .93);

    /// <summary>Fragments in a sentence of the reporter: the source is often not the subject of the nearest verb.</summary>
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public void Sources_of_fragments_are_found_in_English(int half) => Measure("polnear", "en", "mixed", half, _ => true, .74, .66);

    /// <summary>The unseen half is below the seen one: the table of German verbs misses some.</summary>
    [Theory]
    [InlineData(0, .92, .89)]
    [InlineData(1, .80, .73)]
    public void Sources_of_whole_sentences_are_found_in_German(int half, double ofAnswered, double ofAll) =>
        Measure("german-wikinews", "de", "Direct", half, isWhole => isWhole, ofAnswered, ofAll);

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public void Sources_of_fragments_are_found_in_German(int half) =>
        Measure("german-wikinews", "de", "Direct", half, isWhole => !isWhole, .73, .51);

    private static void Measure(
        string corpus,
        string language,
        string kind,
        int half,
        Func<bool, bool> isMeant,
        double ofAnswered,
        double ofAll
    )
    {
        var (all, answered, right) = (0, 0, 0);
        foreach (var (_, text) in AnnotatedText.Of(corpus).Index().Where(text => text.Index % 2 == half))
        {
            var spoken = text.Quotes.Where(quote => quote.Kind == kind && quote.SourceStart is not null).ToList();
            foreach (var (quotation, source) in SpeakerFinder.Find(text.Text, language, [.. QuotationFinder.Find(text.Text, language)]))
            {
                var annotated = spoken.Where(quote => LiesIn(quotation.Range, quote)).ToList();
                if (annotated.Count == 0 || !isMeant(IsWhole(text.Text, quotation.Range)))
                {
                    continue;
                }

                all++;
                answered += source is null ? 0 : 1;
                right += source is not null && annotated.Exists(quote => Overlaps(source.Mention, quote)) ? 1 : 0;
            }
        }

        TestContext.Current.SendDiagnosticMessage(
            string.Create(
                CultureInfo.InvariantCulture,
                $"{corpus} {kind}, half {half}: {right} of {answered} answered ({(double)right / answered:f3}), of {all} in all "
                    + $"({(double)right / all:f3})"
            )
        );
        ((double)right / answered).ShouldBeGreaterThanOrEqualTo(ofAnswered);
        ((double)right / all).ShouldBeGreaterThanOrEqualTo(ofAll);
    }

    private static bool LiesIn(TextRange quotation, AnnotatedQuote speech) =>
        Math.Min(speech.End, quotation.End) - Math.Max(speech.Start, quotation.Start) >= .9 * (quotation.Length - 2);

    private static bool Overlaps(TextRange mention, AnnotatedQuote quote) =>
        mention.Start < quote.SourceEnd && quote.SourceStart < mention.End;

    /// <summary>Returns whether a quotation is whole sentences: it begins with a capital, and ends with a mark.</summary>
    private static bool IsWhole(string text, TextRange range)
    {
        var words = range.Of(text).Trim(Marks);
        return words.Length > 0
            && char.IsUpper(words[0])
            && (Terminals.Contains(words[^1]) || (range.End < text.Length && text[range.End] == ','));
    }
}
