using System.Buffers;
using System.Text;
using Newsroom.Domain.Articles;

namespace Newsroom.Domain.Gates;

/// <summary>Recognises titles, names and mottos among quotations by their writing and by the words before them.</summary>
internal static class QuotationProposals
{
    /// <summary>Quotations of more words are not proposed.</summary>
    public const int LongestWords = 14;

    private const int LongestBefore = 80;
    private const int WordsBefore = 4;
    private const int LongestBetween = 24;
    private static readonly SearchValues<char> Ends = SearchValues.Create(".!?;\n\r“”„\"»«");
    private static readonly SearchValues<char> InnerEnds = SearchValues.Create("!?…\n");
    private static readonly SearchValues<string> Conjunctions = SearchValues.Create(
        ["", "and", "or", "und", "oder", "sowie", "et", "ou", "y", "o", "e", "en", "och", "og", "и", "i", "beziehungsweise", "oder beispielsweise"], StringComparison.Ordinal);

    private static readonly SearchValues<string> Speakers = SearchValues.Create(
        ["i", "we", "you", "he", "she", "they", "it", "ich", "wir", "du", "ihr", "er", "sie", "es", "je", "nous", "vous", "il", "elle", "on"], StringComparison.Ordinal);

    /// <summary>Proposes what a quotation is if it is nobody's speech; null where nothing says so.</summary>
    /// <param name="text">The text it stands in.</param>
    /// <param name="quotation">The quotation.</param>
    /// <param name="language">BCP 47 tag of the text's language.</param>
    /// <param name="previous">The quotation before it and what that was proposed as.</param>
    public static QuotationProposal? Of(string text, Quotation quotation, string language, (TextRange Range, QuotationProposal? Proposal) previous)
    {
        if (!quotation.IsClosed || quotation.Words > LongestWords)
        {
            return null;
        }

        var words = quotation.Range.Of(text);
        var begins = FirstLetter(words);
        if (ByWordBefore(text, quotation.Range.Start, language) is { } named && Fits(named, words, begins))
        {
            return named;
        }

        if (HasAbbreviationBehind(text, quotation.Range.End) && Fits(QuotationProposal.Name, words, begins))
        {
            return QuotationProposal.Name;
        }

        if (previous.Proposal is { } before && IsEnumerated(text, previous.Range.End, quotation.Range.Start) && Fits(before, words, begins))
        {
            return before;
        }

        return QuotationWords.AreTitle(words, withSmallWords: true) ? QuotationProposal.TitleCase : null;
    }

    private static QuotationProposal? ByWordBefore(string text, int start, string language)
    {
        var from = Math.Max(0, start - LongestBefore);
        var before = text.AsSpan(from, start - from);
        before = before[(before.LastIndexOfAny(Ends) + 1)..];
        var (seen, colon, articled) = (0, false, false);
        for (var end = before.Length; end > 0 && seen < WordsBefore; seen++)
        {
            while (end > 0 && !IsOfWord(before[end - 1]))
            {
                // Behind a comma nothing is named; behind a colon somebody may speak.
                colon |= before[end - 1] == ':';
                if (before[end - 1] is ',' or ')' or '–' || (seen > 0 && colon))
                {
                    return null;
                }

                end--;
            }

            var first = end;
            while (first > 0 && IsOfWord(before[first - 1]))
            {
                first--;
            }

            var word = before[first..end].ToString().ToLowerInvariant();
            if (ProposalWords.Of(word, language) is { } proposal)
            {
                return colon && proposal != QuotationProposal.Motto ? null : proposal;
            }

            if (seen == 0 && !colon && ProposalWords.IsArticle(word, language))
            {
                articled = true;
            }

            if (!ProposalWords.IsLink(word))
            {
                break;
            }

            end = first;
        }

        return articled ? QuotationProposal.Name : null;
    }

    private static bool IsOfWord(char c) => char.IsLetterOrDigit(c) || c is '-' or '\u2011' or '’';

    /// <summary>Whether words can be what is proposed: no speech of several sentences, and with a capital letter where the script has them.</summary>
    private static bool Fits(QuotationProposal proposal, string words, Rune first)
    {
        if (proposal is QuotationProposal.Motto)
        {
            return true;
        }

        var inner = words.AsSpan().Trim("\"'“”„‟«»‹›‘’‚‛.,!?…");
        if (inner.ContainsAny(InnerEnds) || proposal == QuotationProposal.Term)
        {
            return proposal == QuotationProposal.Term && !inner.ContainsAny(InnerEnds);
        }

        return !Rune.IsLower(first) && (proposal == QuotationProposal.Work || IsName(inner));
    }

    /// <summary>Whether words have no verb that makes them a sentence, and nobody to say it.</summary>
    private static bool IsName(ReadOnlySpan<char> words)
    {
        var isFirst = true;
        foreach (var range in words.Split(' '))
        {
            var word = words[range].ToString().ToLowerInvariant();
            if (ProposalWords.IsPredicate(word) || (isFirst && Speakers.Contains(word)))
            {
                return false;
            }

            isFirst = false;
        }

        return true;
    }

    private static bool IsEnumerated(string text, int from, int to)
    {
        var between = text.AsSpan(from, to - from);
        return between.Length is > 0 and < LongestBetween && !between.Contains('\n') && Conjunctions.Contains(between.Trim(" ,\u00A0").ToString());
    }

    /// <summary>Whether an abbreviation in brackets follows: <c>„Koalition für Einheit“ (KFE)</c>.</summary>
    private static bool HasAbbreviationBehind(string text, int end)
    {
        var behind = text.AsSpan(end, Math.Min(text.Length - end, 12)).TrimStart();
        var close = behind.IndexOf(')');
        return behind is ['(', ..] && close is > 2 and < 9 && !behind[1..close].ContainsAnyExceptInRange('A', 'Z');
    }

    private static Rune FirstLetter(string words)
    {
        foreach (var rune in words.EnumerateRunes())
        {
            if (Rune.IsLetterOrDigit(rune))
            {
                return rune;
            }
        }

        return default;
    }
}
