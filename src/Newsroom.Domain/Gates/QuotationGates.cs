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
            ? Reason("quotation-unclosed", found, $"{Cut(found.Words)} opens a quotation in the {found.Field.InWords()} that is never closed, so nobody can tell whose words end where. An author or an editor closes it; if these words are nobody's speech, an editor or fact-checker dismisses them{Except(involved)}.", [GateWay.By<StoryCommand.ReviseArticle>(), GateWay.By<StoryCommand.DismissQuotation>().Except(involved)])
            : Reason("quotation-unattributed", found, $"{Cut(found.Words)} stands in the {found.Field.InWords()} as a quotation, but {Unattributed(found)}; if they are nobody's speech, an editor or fact-checker dismisses them{Except(involved)}.", [GateWay.By<StoryCommand.AttributeQuote>(), GateWay.By<StoryCommand.DismissQuotation>().Except(involved)]) with { Quote = found.Quote };

    /// <summary>The quoted words of headline and standfirst that no verified quote has.</summary>
    public static IEnumerable<GateReason> Sourced(Story story, StoryText text, ImmutableArray<QuotedWords> quoted)
    {
        var claimed = quoted.Where(q => q.Field != ArticleField.Body && q.State is not (QuotedState.Dismissed or QuotedState.Unclosed)).ToList();
        if (claimed.Count == 0)
        {
            yield break;
        }

        var quotes = story.Passages.Where(p => p.Kind == PassageKind.Quote && !p.IsOrphaned)
            .Select(p => (Passage: p, Search: new WordSearch(Folded(ReadersText.Of(p.Field, text.Article[p.Field]).Words(p.Range)))))
            .ToList();
        foreach (var found in claimed)
        {
            var sources = quotes.Where(q => q.Search.Find(Folded(Inner(found.Words))).Any()).Select(q => q.Passage).ToList();
            if (!sources.Exists(p => p.State() == PassageState.Verified))
            {
                yield return Unsourced(found, sources.Find(p => p.State() != PassageState.Adverse), text);
            }
        }
    }

    /// <summary>Quoted words that no verified quote has.</summary>
    /// <param name="found">The words.</param>
    /// <param name="source">A quote that has them and could be verified, or null.</param>
    /// <param name="text">The article.</param>
    private static GateReason Unsourced(QuotedWords found, Passage? source, StoryText text)
    {
        var (field, wrote) = (found.Field.InWords(), text.BlameOf(found.Field).Touched(found.Range));
        var checkers = source is null ? [] : text.InvolvedIn(source);
        var verify = source is null ? "" : $" A fact-checker verifies {source.Id}, which has them{Except(checkers)}.";
        var dismiss = found.State == QuotedState.Attributed ? "" : $" If they are nobody's speech, an editor or fact-checker dismisses them{Except(wrote)}.";
        return Reason(
            "headline-quote-unsourced",
            found,
            $"{Cut(found.Words)} stands in quotation marks in the {field}, but no verified quote of the story has these words.{verify} {(source is null ? "An" : "Or an")} author or editor changes the {field}.{dismiss}",
            [
                .. source is null ? ImmutableArray<GateWay>.Empty : [GateWay.By<StoryCommand.FactCheck>().Except(checkers)],
                GateWay.By<StoryCommand.ReviseArticle>(),
                .. found.State == QuotedState.Attributed ? ImmutableArray<GateWay>.Empty : [GateWay.By<StoryCommand.DismissQuotation>().Except(wrote)],
            ]) with
        { Quote = source?.Id };
    }

    private static string Unattributed(QuotedWords found) => found.Quote is { } quote
        ? $"{quote} has only some of these words, or more. A reporter, editor or fact-checker attributes {quote} anew with exactly these words"
        : "no quote has these words. A reporter, editor or fact-checker attributes exactly these words";

    private static GateReason Reason(string code, QuotedWords found, string message, ImmutableArray<GateWay> ways) =>
        new(code, found.Field.InWords(), message, ways)
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
