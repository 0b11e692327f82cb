namespace Newsroom.Domain.Text.Quotations;

/// <summary>
/// Finds quotations by the typography of all languages. A quotation that is reopened in each paragraph counts as one; of nested quotations
/// only the outermost is returned. An unpaired mark gives an unclosed quotation: an opening one with the text after it in the paragraph, a
/// closing one with the text before it. Linear time.
/// </summary>
public static class QuotationFinder
{
    /// <summary>The default minimum number of words of a quotation.</summary>
    public const int MinWords = 4;

    /// <summary>Finds quotations, marks included, in order, without overlaps.</summary>
    /// <param name="text">The visible text; two or more line ends separate paragraphs.</param>
    /// <param name="language">The BCP 47 tag of the text's language.</param>
    public static IEnumerable<Quotation> Find(string text, string language)
    {
        Quotation? previous = null;
        var isWikiText = text.Contains("''", StringComparison.Ordinal) && text.AsSpan().ContainsAny("“”„«»");
        var quotations = new List<Quotation>();
        foreach (var (range, isClosed) in new QuotationOutline(QuotationReader.Read(text, language)).Outermost())
        {
            var words = range.Of(text);
            var count = QuotationWords.Count(words);
            var isTitle = count <= QuotationWords.MaxTitleWords && QuotationWords.AreTitle(words, withSmallWords: false);
            var found = new Quotation(range, count, isTitle, isClosed);
            found = found with { Proposal = QuotationProposals.Of(text, found, language, previous, isWikiText) };
            previous = found;
            quotations.Add(found);
        }

        QuotationProposals.SpreadBack(text, quotations, language);
        return quotations;
    }

    /// <summary>Lists all quotation marks with their uses.</summary>
    /// <param name="text">The visible text.</param>
    /// <param name="language">The BCP 47 tag of the text's language.</param>
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
