using Newsroom.Domain.Kernel;
using Newsroom.Domain.Text;
using Newsroom.Domain.Text.Quotations;
using static Newsroom.Domain.Stories.StoryEvent;

namespace Newsroom.Domain.Stories;

/// <summary>
/// A short quotation that a story dismissed: a title, a name, a motto. Other stories propose the same words for dismissal.
/// </summary>
/// <param name="Id">Of story and phrase.</param>
/// <param name="Key">The phrase's fingerprint, which <see cref="KeyOf"/> computes.</param>
/// <param name="Story">The story it was dismissed in.</param>
/// <param name="Slug">That story's slug.</param>
/// <param name="Language">BCP 47 tag of that story's language.</param>
/// <param name="Field">The text it was dismissed in; null where the event did not say.</param>
/// <param name="Words">The words as a reader reads them, marks included.</param>
/// <param name="By">Who dismissed it.</param>
/// <param name="Reason">Why.</param>
/// <param name="At">When.</param>
public sealed record DismissedPhrase(
    Guid Id,
    string Key,
    Guid Story,
    string Slug,
    string Language,
    ArticleField? Field,
    string Words,
    string By,
    string Reason,
    DateTimeOffset At
)
{
    /// <summary>Longer quotations are not remembered.</summary>
    public const int MostCharacters = 200;

    /// <summary>Quotations of more words are not remembered.</summary>
    public const int MostWords = QuotationProposals.LongestWords;

    /// <summary>Lists the phrases that a story dismissed, each once, with its latest dismissal.</summary>
    public static IEnumerable<DismissedPhrase> Of(Story story) =>
        from dismissal in story.Dismissals
        let key = dismissal.Phrase is { } phrase ? KeyOf(phrase, story.Language) : null
        where key is not null
        group dismissal by key.Value into same
        let last = same.Last()
        select new DismissedPhrase(
            IdOf(story.Id, same.Key),
            same.Key.Hex,
            story.Id,
            story.Slug,
            story.Language,
            last.Field,
            last.Phrase!,
            last.By,
            last.Reason,
            last.At
        );

    /// <summary>
    /// Computes the fingerprint of a phrase: its words without marks, punctuation and case, in a language without its region.
    /// </summary>
    /// <returns>Null for what is not remembered: no word, or too many.</returns>
    public static Fingerprint? KeyOf(string quoted, string language)
    {
        if (quoted.Length > MostCharacters)
        {
            return null;
        }

        var words = WordSequence.Of(quoted);
        return words.Words.Count == 0 || words.Count > MostWords
            ? null
            : Fingerprint.Of("phrase", language.Split('-')[0].ToLowerInvariant(), string.Join(' ', words.Words));
    }

    /// <summary>The words of a dismissed quotation as a reader reads them; null where they are too long to be remembered.</summary>
    internal static string? Read(QuotationDismissed e)
    {
        if (e.Phrase is not null || e.Words.Length > MostCharacters)
        {
            return e.Phrase;
        }

        return (e.Field == ArticleField.Body ? VisibleText.TryOfMarkdown(e.Words)?.Text.Trim() : null) ?? e.Words;
    }

    private static Guid IdOf(Guid story, Fingerprint key) =>
        Guid.ParseExact(Fingerprint.Of("dismissed-phrase", story.ToString(), key.Hex).Hex[..32], "N");
}
