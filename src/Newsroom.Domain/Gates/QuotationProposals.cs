using System.Buffers;
using System.Text;
using Newsroom.Domain.Articles;

namespace Newsroom.Domain.Gates;

/// <summary>Recognises titles, names and mottos among quotations by their writing and by the words before them.</summary>
internal static class QuotationProposals
{
    /// <summary>Quotations of more words are not proposed.</summary>
    public const int LongestWords = 14;

    private const string Marks = "\"'“”„‟«»‹›‘’‚‛.,!?…";
    private const int LongestNamed = 24;
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
    /// <param name="previous">The quotation before it, with what that was proposed as.</param>
    /// <param name="isWikiText">Whether two apostrophes are emphasis, since other marks are the text's quotation marks.</param>
    public static QuotationProposal? Of(string text, Quotation quotation, string language, Quotation? previous, bool isWikiText)
    {
        if (!quotation.IsClosed)
        {
            return null;
        }

        if (TextBeside.IsAttribute(text, quotation.Range.Start))
        {
            return QuotationProposal.Markup;
        }

        if (quotation.Words > LongestNamed)
        {
            return null;
        }

        var words = quotation.Range.Of(text);
        var begins = FirstLetter(words);
        // A change in square brackets is made in what somebody said.
        if (words.Contains('['))
        {
            return null;
        }

        if (quotation.Words > LongestWords)
        {
            return ByWordBefore(text, quotation.Range.Start, language, isQuoted: true) is { } longer
                && !words.AsSpan().ContainsAny(InnerEnds) && text[quotation.Range.Start - 2] != ':' && Fits(longer, words, begins)
                ? longer
                : null;
        }

        if (isWikiText
            && words is ['\'', '\'', .., var end, '\'', '\''] && char.IsLetterOrDigit(end)
            && Fits(QuotationProposal.Name, words, begins))
        {
            return QuotationProposal.Markup;
        }

        var sibling = previous is { } last && IsEnumerated(text, last.Range.End, quotation.Range.Start, language) ? previous : null;
        var isQuoted = sibling is { Proposal: null } quoted && !quoted.IsTerm(QuotationFinder.FewestWords);
        if (ByWordBefore(text, quotation.Range.Start, language, isQuoted) is { } named && Fits(named, words, begins))
        {
            return named;
        }

        if (TextBeside.IsOfWork(text, quotation.Range, language) && Fits(QuotationProposal.Work, words, begins))
        {
            return QuotationProposal.Work;
        }

        if (quotation.Words > 1 && ByClause(text, quotation, words, language) is { } given)
        {
            return given;
        }

        if (sibling?.Proposal is { } before && Fits(before, words, begins))
        {
            return before;
        }

        return QuotationWords.AreTitle(words, withSmallWords: true) ? QuotationProposal.TitleCase : null;
    }

    /// <summary>Gives quotations before an enumerated title or name the same proposal, where their words allow it.</summary>
    /// <param name="text">The text they stand in.</param>
    /// <param name="found">The quotations in order.</param>
    /// <param name="language">BCP 47 tag of the text's language.</param>
    public static void SpreadBack(string text, List<Quotation> found, string language)
    {
        for (var i = found.Count - 2; i >= 0; i--)
        {
            var (quotation, next) = (found[i], found[i + 1]);
            if (quotation is { IsClosed: true, Proposal: null, Words: <= LongestWords }
                && next.Proposal is QuotationProposal.Work or QuotationProposal.Name or QuotationProposal.TitleCase
                && !quotation.IsTerm(QuotationFinder.FewestWords)
                && IsEnumerated(text, quotation.Range.End, next.Range.Start, language)
                && quotation.Range.Of(text) is var words && !words.Contains('[') && Fits(QuotationProposal.Name, words, FirstLetter(words)))
            {
                found[i] = quotation with { Proposal = next.Proposal };
            }
        }
    }

    /// <summary>The proposal made by the sentence around a quotation and by how it is written.</summary>
    private static QuotationProposal? ByClause(string text, Quotation quotation, string words, string language)
    {
        var begins = FirstLetter(words);
        var sides = new QuotationSides(text, quotation.Range);
        if (NamingClauses.Of(sides, language) is { } named && Fits(named, words, begins))
        {
            return named;
        }

        // A gloss may be in lower case, but is no sentence.
        if (Fits(QuotationProposal.Term, words, begins) && IsName(words.AsSpan().Trim(Marks)) && Glosses.Are(text, quotation.Range, sides, language))
        {
            return QuotationProposal.Term;
        }

        if (!Fits(QuotationProposal.Work, words, begins))
        {
            return null;
        }

        if (NamingClauses.IsOfNamedSentence(sides, language))
        {
            return QuotationProposal.Name;
        }

        var isName = Fits(QuotationProposal.Name, words, begins);
        if (isName && NamingClauses.IsOfLabelledWork(sides))
        {
            return QuotationProposal.Work;
        }

        if (isName && NameShapes.Are(text, quotation.Range, sides, language))
        {
            return QuotationProposal.Name;
        }

        var inner = words.Trim('"', '\'', '“', '”', '„', '‟', '«', '»', '‹', '›', ' ', '\u00A0');
        var parts = inner.Split([' ', '\u00A0', '–', ':'], StringSplitOptions.RemoveEmptyEntries);
        if (TitleShapes.FollowsPreposition(parts, sides, language)
            || (ProposalWords.IsGerman(language) && TitleShapes.IsGermanTitle(inner, parts, sides)))
        {
            return QuotationProposal.Work;
        }

        return ProposalWords.IsGerman(language) && (GermanAppositions.Is(parts, sides) || ForeignNames.Is(parts, sides))
            ? QuotationProposal.Name
            : null;
    }

    /// <summary>The proposal made by the words before a quotation.</summary>
    /// <param name="text">The text it stands in.</param>
    /// <param name="start">Where it begins.</param>
    /// <param name="language">BCP 47 tag of the text's language.</param>
    /// <param name="isQuoted">Whether it is enumerated with one that is not proposed: then an article alone says nothing.</param>
    private static QuotationProposal? ByWordBefore(string text, int start, string language, bool isQuoted)
    {
        var from = Math.Max(0, start - LongestBefore);
        var before = text.AsSpan(from, start - from);
        before = before[(before.LastIndexOfAny(Ends) + 1)..];
        var (seen, colon, articled, adjective) = (0, false, false, false);
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

            var written = before[first..end].ToString();
            var word = written.ToLowerInvariant();
            if (ProposalWords.Of(written, language) is { } proposal)
            {
                return colon && proposal != QuotationProposal.Motto ? null : proposal;
            }

            if (!colon && (seen == 0 || adjective) && ProposalWords.IsArticle(word, language))
            {
                articled = true;
            }

            adjective = seen == 0 && char.IsLower(before[first]) && ProposalWords.IsAdjective(word);
            if (!ProposalWords.IsLink(word) && !adjective && !(word == "as" && before[..first].TrimEnd().EndsWith("such")))
            {
                break;
            }

            end = first;
        }

        // What somebody reports in a clause may be theirs.
        return articled && !isQuoted && !before.Contains(" dass ", StringComparison.Ordinal) ? QuotationProposal.Name : null;
    }

    private static bool IsOfWord(char c) => char.IsLetterOrDigit(c) || c is '-' or '\u2011' or '’';

    /// <summary>Whether words can be what is proposed: no speech of several sentences, and with a capital letter where the script has them.</summary>
    private static bool Fits(QuotationProposal proposal, string words, Rune first)
    {
        if (proposal is QuotationProposal.Motto)
        {
            return true;
        }

        var inner = words.AsSpan().Trim(Marks);
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

    private static bool IsEnumerated(string text, int from, int to, string language)
    {
        var between = text.AsSpan(from, to - from);
        if (between.Length is 0 or >= LongestBetween || between.Contains('\n'))
        {
            return false;
        }

        between = between.Trim(" ,\u00A0");
        if (between.LastIndexOf(' ') is >= 0 and var last && ProposalWords.IsArticle(between[(last + 1)..].ToString(), language))
        {
            between = between[..last].TrimEnd(" ,");
        }

        return Conjunctions.Contains(between.ToString());
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
