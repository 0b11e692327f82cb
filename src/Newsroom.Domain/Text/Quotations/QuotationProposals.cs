using System.Buffers;
using System.Text;
using Newsroom.Domain.Kernel;
using static Newsroom.Domain.Text.Quotations.ProposalFit;

namespace Newsroom.Domain.Text.Quotations;

/// <summary>Recognises titles, names and mottos among quotations by their form and the words before them.</summary>
internal static class QuotationProposals
{
    /// <summary>The maximum number of words of a proposal.</summary>
    public const int MaxWords = 14;

    private const int MaxNamedWords = 24;
    private const int MaxLengthBefore = 80;
    private const int MaxBracketLength = 10;
    private const int WordsBefore = 4;
    private const int MaxLengthBetween = 24;
    private static readonly SearchValues<char> Ends = SearchValues.Create(".!?;\n\r“”„\"»«");
    private static readonly SearchValues<string> Conjunctions = SearchValues.Create(
        [
            "",
            "and",
            "or",
            "und",
            "oder",
            "sowie",
            "et",
            "ou",
            "y",
            "o",
            "e",
            "en",
            "och",
            "og",
            "и",
            "i",
            "beziehungsweise",
            "oder beispielsweise",
        ],
        StringComparison.Ordinal
    );

    /// <summary>Returns the proposal for a quotation; null if there is none.</summary>
    /// <param name="text">The text of the field.</param>
    /// <param name="quotation">The quotation; an unclosed one has no proposal.</param>
    /// <param name="language">The BCP 47 tag of the text's language.</param>
    /// <param name="previous">The previous quotation, with its proposal.</param>
    /// <param name="isWikiText">Whether two apostrophes are emphasis, because the text's quotation marks are others.</param>
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

        if (quotation.Words > MaxNamedWords)
        {
            return null;
        }

        var words = quotation.Range.Of(text);
        // Changes in square brackets are made in speech.
        if (words.Contains('['))
        {
            return null;
        }

        if (quotation.Words > MaxWords)
        {
            return OfLong(text, quotation, words, language);
        }

        return isWikiText && IsEmphasis(words) ? QuotationProposal.Markup : OfShort(text, quotation, words, language, previous);
    }

    private static bool IsEmphasis(string words) =>
        words is ['\'', '\'', .., var end, '\'', '\'']
        && char.IsLetterOrDigit(end)
        && Fits(QuotationProposal.Name, words, FirstLetter(words));

    /// <summary>
    /// Returns the proposal for few words: from the words before them, the quotation before, the sentence, or their form.
    /// </summary>
    private static QuotationProposal? OfShort(string text, Quotation quotation, string words, string language, Quotation? previous)
    {
        var begins = FirstLetter(words);
        var sibling = previous is { } last && IsEnumerated(text, last.Range.End, quotation.Range.Start, language) ? previous : null;
        var isQuoted = sibling is { Proposal: null } quoted && !quoted.IsTerm(QuotationFinder.MinWords);
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

    /// <summary>Returns the proposal for many words: a noun directly before them, or a German title without a verb.</summary>
    private static QuotationProposal? OfLong(string text, Quotation quotation, string words, string language)
    {
        if (words.AsSpan().ContainsAny(InnerEnds) || text[Math.Max(0, quotation.Range.Start - 2)] == ':')
        {
            return null;
        }

        if (ByWordBefore(text, quotation.Range.Start, language, isQuoted: true) is { } named && Fits(named, words, FirstLetter(words)))
        {
            return named;
        }

        return
            ProposalWords.IsGerman(language)
            && !GermanVerbs.AreIn(words.Trim(Marks.ToCharArray()).Split(' ', StringSplitOptions.RemoveEmptyEntries))
            ? ByClause(text, quotation, words, language)
            : null;
    }

    /// <summary>Extends the proposal of an enumerated title or name to the quotations before it, if they fit.</summary>
    /// <param name="text">The text of the field.</param>
    /// <param name="found">The quotations in order.</param>
    /// <param name="language">The BCP 47 tag of the text's language.</param>
    public static void SpreadBack(string text, List<Quotation> found, string language)
    {
        for (var i = found.Count - 2; i >= 0; i--)
        {
            var (quotation, next) = (found[i], found[i + 1]);
            if (
                quotation is { IsClosed: true, Proposal: null, Words: <= MaxWords }
                && next.Proposal is QuotationProposal.Work or QuotationProposal.Name or QuotationProposal.TitleCase
                && !quotation.IsTerm(QuotationFinder.MinWords)
                && IsEnumerated(text, quotation.Range.End, next.Range.Start, language)
                && quotation.Range.Of(text) is var words
                && !words.Contains('[')
                && Fits(QuotationProposal.Name, words, FirstLetter(words))
            )
            {
                found[i] = quotation with { Proposal = next.Proposal };
            }
        }
    }

    /// <summary>Returns the proposal from the sentence around a quotation and from its form.</summary>
    private static QuotationProposal? ByClause(string text, Quotation quotation, string words, string language)
    {
        var begins = FirstLetter(words);
        var sides = new QuotationSides(text, quotation.Range);
        if (NamingClauses.Of(sides, language) is { } named && Fits(named, words, begins))
        {
            return named;
        }

        // A gloss may be in lower case, but is not a sentence.
        if (
            Fits(QuotationProposal.Term, words, begins)
            && IsName(words.AsSpan().Trim(Marks))
            && Glosses.Are(text, quotation.Range, sides, language)
        )
        {
            return QuotationProposal.Term;
        }

        if (!Rune.IsLower(begins) && !words.Contains('\n') && NamingClauses.OfNamedSentence(sides, language) is { } bearer)
        {
            return bearer;
        }

        if (NameShapes.IsFirm(words, sides, language))
        {
            return QuotationProposal.Name;
        }

        if (!Fits(QuotationProposal.Work, words, begins))
        {
            return null;
        }

        var isName = Fits(QuotationProposal.Name, words, begins);
        if (isName && (NamingClauses.IsOfLabelledWork(sides) || NamingClauses.IsOfWorkWithMaker(sides)))
        {
            return QuotationProposal.Work;
        }

        if (isName && NameShapes.Are(text, quotation.Range, sides, language))
        {
            return QuotationProposal.Name;
        }

        var inner = words.Trim('"', '\'', '“', '”', '„', '‟', '«', '»', '‹', '›', ' ', '\u00A0');
        var parts = inner.Split([' ', '\u00A0', '–', ':'], StringSplitOptions.RemoveEmptyEntries);
        if (
            TitleShapes.FollowsPreposition(parts, sides, language)
            || (ProposalWords.IsGerman(language) && TitleShapes.IsGermanTitle(inner, parts, sides))
        )
        {
            return QuotationProposal.Work;
        }

        return ProposalWords.IsGerman(language) && (GermanAppositions.Is(parts, sides) || ForeignNames.Is(parts, sides))
            ? QuotationProposal.Name
            : null;
    }

    /// <summary>Returns the proposal from the words before a quotation.</summary>
    /// <param name="text">The text of the field.</param>
    /// <param name="start">The offset where it begins.</param>
    /// <param name="language">The BCP 47 tag of the text's language.</param>
    /// <param name="isQuoted">Whether it is enumerated with a quotation without proposal; then an article alone is not sufficient.</param>
    private static QuotationProposal? ByWordBefore(string text, int start, string language, bool isQuoted)
    {
        var from = Math.Max(0, start - MaxLengthBefore);
        var before = text.AsSpan(from, start - from);
        before = WithoutBracket(before[(before.LastIndexOfAny(Ends) + 1)..]);
        var (seen, colon, articled, adjective) = (0, false, false, false);
        for (var end = before.Length; end > 0 && seen < WordsBefore; seen++)
        {
            while (end > 0 && !IsOfWord(before[end - 1]))
            {
                // A comma ends a naming phrase; speech may follow a colon.
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

        // The subject of a reporting clause may be quoted.
        return articled && !isQuoted && !before.Contains(" dass ", StringComparison.Ordinal) ? QuotationProposal.Name : null;
    }

    /// <summary>Removes an abbreviation or a year in brackets: <c>der Verein (FAH) „…“</c>.</summary>
    private static ReadOnlySpan<char> WithoutBracket(ReadOnlySpan<char> before)
    {
        var trimmed = before.TrimEnd();
        var open = trimmed.LastIndexOf('(');
        var isShort = trimmed is [.., ')'] && open > 0 && trimmed.Length - open <= MaxBracketLength && !trimmed[open..].Contains(' ');
        return isShort ? trimmed[..open] : before;
    }

    private static bool IsOfWord(char c) => char.IsLetterOrDigit(c) || c is '-' or '\u2011' or '’';

    private static bool IsEnumerated(string text, int from, int to, string language)
    {
        var between = text.AsSpan(from, to - from);
        if (between.Length is 0 or >= MaxLengthBetween || between.Contains('\n'))
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
}
