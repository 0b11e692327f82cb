using Newsroom.Domain.Articles;

namespace Newsroom.Domain.Gates;

/// <summary>
/// Finds everything that stands in quotation marks, by the typography of all languages at once. A quotation that re-opens at each paragraph and
/// closes in the last is one; of nested ones only the outermost is given. A mark without a partner is given too, as not closed: one that
/// opens with what follows it in the paragraph, one that closes with what precedes it. Linear in the length of the text.
/// </summary>
public static class QuotationFinder
{
    /// <summary>From how many words on quoted words are a quotation, unless a policy says otherwise.</summary>
    public const int FewestWords = 4;

    /// <summary>Finds what stands in quotation marks, marks included, in order; no two overlap.</summary>
    /// <param name="text">The text as a reader reads it; two line ends or more end a paragraph.</param>
    /// <param name="language">BCP 47 tag of the language it is written in.</param>
    public static IEnumerable<Quotation> Find(string text, string language)
    {
        Quotation? previous = null;
        var isWikiText = text.Contains("''", StringComparison.Ordinal) && text.AsSpan().ContainsAny("“”„«»");
        var quotations = new List<Quotation>();
        foreach (var (range, isClosed) in new QuotationOutline(QuotationReader.Read(text, language)).Outermost())
        {
            var words = range.Of(text);
            var count = QuotationWords.Count(words);
            var isTitle = count <= QuotationWords.LongestTitle && QuotationWords.AreTitle(words, withSmallWords: false);
            var found = new Quotation(range, count, isTitle, isClosed);
            found = found with { Proposal = QuotationProposals.Of(text, found, language, previous, isWikiText) };
            previous = found;
            quotations.Add(found);
        }

        QuotationProposals.SpreadBack(text, quotations, language);
        return quotations;
    }

    /// <summary>Lists every character a reader sees as a quotation mark, with the one use it has.</summary>
    /// <param name="text">The text as a reader reads it.</param>
    /// <param name="language">BCP 47 tag of the language it is written in.</param>
    public static IEnumerable<QuotationMark> Marks(string text, string language)
    {
        var readings = QuotationReader.Read(text, language);
        for (var i = 0; i < readings.Marks.Count; i++)
        {
            if (readings.Lengths[i] > 0)
            {
                var at = readings.Marks[i].At;
                yield return new QuotationMark(new TextRange(at, at + readings.Lengths[i]), readings.Uses[i]);
            }
        }
    }
}
