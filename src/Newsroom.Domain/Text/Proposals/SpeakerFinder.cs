using Newsroom.Domain.Text.Quotations;

namespace Newsroom.Domain.Text.Proposals;

/// <summary>
/// Finds the words that name the source of each quotation, by verbs of saying and names in its sentence and its neighbours. Linear time:
/// each quotation is decided from a bounded number of tokens.
/// </summary>
public static class SpeakerFinder
{
    /// <summary>Returns whether a quotation can be speech: closed, four words or more, no title.</summary>
    public static bool IsSpeech(Quotation quotation) =>
        quotation.IsClosed && !quotation.IsTerm(QuotationFinder.MinWords) && quotation.Proposal is null;

    /// <summary>Returns whether words are one pronoun.</summary>
    public static bool IsPronoun(string words, string language) => SpeechWords.Of(language).Pronouns.Contains(words.ToLowerInvariant());

    /// <summary>Finds the sources of the quotations that can be speech.</summary>
    /// <param name="text">The visible text.</param>
    /// <param name="language">The BCP 47 tag of the text's language.</param>
    /// <param name="quotations">All quotations of the text, in order.</param>
    /// <returns>Each such quotation with its source; null where none was found.</returns>
    public static IReadOnlyList<(Quotation Quotation, SpeakerMention? Source)> Find(
        string text,
        string language,
        IReadOnlyList<Quotation> quotations
    )
    {
        var sources = new SpeakerReader(text, SpeechTokens.Of(text, quotations), SpeechWords.Of(language)).Read();
        return [.. quotations.Where(IsSpeech).Zip(sources)];
    }
}
