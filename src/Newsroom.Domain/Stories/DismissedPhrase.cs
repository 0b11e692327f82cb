using Newsroom.Domain.Kernel;
using Newsroom.Domain.Text;
using Newsroom.Domain.Text.Quotations;
using static Newsroom.Domain.Stories.StoryEvent;

namespace Newsroom.Domain.Stories;

/// <summary>
/// A short quotation that a story dismissed, such as a title, name or motto. Other stories propose the same words for dismissal.
/// </summary>
/// <param name="Id">The id of story and phrase.</param>
/// <param name="Key">The fingerprint of the phrase (<see cref="KeyOf"/>).</param>
/// <param name="Story">The story it was dismissed in.</param>
/// <param name="Slug">That story's slug.</param>
/// <param name="Language">BCP 47 tag of that story's language.</param>
/// <param name="Field">The field it was dismissed in; null where the event did not name it.</param>
/// <param name="Words">The visible words, marks included.</param>
/// <param name="By">The person who dismissed it.</param>
/// <param name="Reason">The reason.</param>
/// <param name="At">When it was dismissed.</param>
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
    /// <summary>The maximum length in characters; longer quotations are not stored.</summary>
    public const int MaxCharacters = 200;

    /// <summary>The maximum number of words; longer quotations are not stored.</summary>
    public const int MaxWords = QuotationProposals.MaxWords;

    /// <summary>Lists the phrases that a story dismissed, each with its latest dismissal.</summary>
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
    /// <returns>Null for a quotation that is not stored: no word, or too many.</returns>
    public static Fingerprint? KeyOf(string quoted, string language)
    {
        if (quoted.Length > MaxCharacters)
        {
            return null;
        }

        var words = WordSequence.Of(quoted);
        return words.Words.Count == 0 || words.Count > MaxWords
            ? null
            : Fingerprint.Of("phrase", language.Split('-')[0].ToLowerInvariant(), string.Join(' ', words.Words));
    }

    /// <summary>Returns the visible words of a dismissed quotation; null where they are too long to be stored.</summary>
    internal static string? Read(QuotationDismissed e)
    {
        if (e.Phrase is not null || e.Words.Length > MaxCharacters)
        {
            return e.Phrase;
        }

        return (e.Field == ArticleField.Body ? VisibleText.TryOfMarkdown(e.Words)?.Text.Trim() : null) ?? e.Words;
    }

    private static Guid IdOf(Guid story, Fingerprint key) =>
        Guid.ParseExact(Fingerprint.Of("dismissed-phrase", story.ToString(), key.Hex).Hex[..32], "N");
}
