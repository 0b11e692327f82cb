using System.Collections.Immutable;
using Newsroom.Domain.Articles;
using Newsroom.Domain.Stories;
using static Newsroom.Domain.Gates.GateSentences;

namespace Newsroom.Domain.Gates;

/// <summary>Quotes-attributed and headline-quotes-sourced.</summary>
internal static class QuotationGates
{
    /// <summary>The quotations that are neither a quote nor dismissed.</summary>
    public static IEnumerable<GateReason> Attributed(Story story, StoryText text, ImmutableArray<QuotedWords> quoted) =>
        from found in quoted
        where found.State is QuotedState.Unattributed or QuotedState.Unclosed
        let involved = text.BlameOf(found.Field).Touched(found.Range)
        select found.State == QuotedState.Unclosed
            ? Reason("quotation-unclosed", found, $"{Cut(found.Words)} opens a quotation in the {found.Field.InWords()} that is never closed, so nobody can tell whose words end where. An author or an editor closes it; if these words are nobody's speech, an editor or fact-checker dismisses them{Except(involved)}.", ["revise-article", "dismiss-quotation"])
            : Reason("quotation-unattributed", found, $"{Cut(found.Words)} stands in the {found.Field.InWords()} as a quotation, but {Unattributed(found)}; if they are nobody's speech, an editor or fact-checker dismisses them{Except(involved)}.", ["attribute-quote", "dismiss-quotation"]) with { Quote = found.Quote };

    /// <summary>The quoted words of headline and standfirst that no verified quote has.</summary>
    public static IEnumerable<GateReason> Sourced(Story story, StoryText text, ImmutableArray<QuotedWords> quoted)
    {
        var claimed = quoted.Where(q => q.Field != ArticleField.Body && q.State is not (QuotedState.Dismissed or QuotedState.Unclosed)).ToList();
        if (claimed.Count == 0)
        {
            yield break;
        }

        var sources = story.Passages
            .Where(p => p.Kind == PassageKind.Quote && p.State() == PassageState.Verified)
            .Select(p => new WordSearch(Folded(ReadersText.Of(p.Field, text.Article[p.Field]).Words(p.Range))))
            .ToList();
        foreach (var found in claimed.Where(found => !sources.Exists(s => s.Find(Folded(Inner(found.Words))).Any())))
        {
            var unsourced = $"{Cut(found.Words)} stands in quotation marks in the {found.Field.InWords()}, but no verified quote of the story has these words";
            yield return found.State == QuotedState.Attributed
                ? Reason("headline-quote-unsourced", found, $"{unsourced}. A fact-checker verifies {found.Quote} or the quote it is from, or an editor changes the {found.Field.InWords()}.", ["fact-check", "revise-article"]) with { Quote = found.Quote }
                : Reason("headline-quote-unsourced", found, $"{unsourced}. A fact-checker verifies the quote they are from, an editor changes the {found.Field.InWords()}, or, if they are nobody's speech, an editor or fact-checker dismisses them{Except(text.BlameOf(found.Field).Touched(found.Range))}.", ["fact-check", "revise-article", "dismiss-quotation"]);
        }
    }

    private static string Unattributed(QuotedWords found) => found.Quote is { } quote
        ? $"{quote} has only some of these words, or more. A reporter, editor or fact-checker attributes {quote} anew with exactly these words"
        : "no quote has these words. A reporter, editor or fact-checker attributes exactly these words";

    private static GateReason Reason(string code, QuotedWords found, string message, ImmutableArray<string> commands) =>
        new(code, found.Field.InWords(), message, commands, [.. CommandList.All.Where(c => commands.Contains(c.Name)).SelectMany(c => c.Roles).Distinct().Order()])
        {
            Fingerprint = found.Fingerprint,
            Field = found.Field,
            Range = found.Range,
            Words = found.Words,
        };

    /// <summary>The words without the marks around them, and without the comma or full stop that the outer sentence put inside.</summary>
    private static string Inner(string words)
    {
        var first = words.AsSpan().IndexOfAnyExcept(Marks);
        return first < 0 ? words : words[first..(words.AsSpan().LastIndexOfAnyExcept(Marks) + 1)];
    }

    private static string Folded(string words) => words.ToLowerInvariant();

    private static System.Buffers.SearchValues<char> Marks { get; } = System.Buffers.SearchValues.Create("“”„‟‘’‚‛«»‹›\"'`「」『』 \u00a0\u202f.,;:!?");
}
