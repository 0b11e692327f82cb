using static Newsroom.Domain.Text.Quotations.NamingWords;

namespace Newsroom.Domain.Text.Quotations;

/// <summary>Recognises titles and names by the naming clause: <c>the title is “…”</c>, <c>“…”, so das Motto</c>.</summary>
internal static class NamingClauses
{
    // The noun that has the title is among the first words of its clause.
    private const int MaxWordsToNoun = 4;

    /// <summary>Returns the proposal of the clause before or after a quotation; null if it names nothing.</summary>
    /// <param name="sides">The words around the quotation.</param>
    /// <param name="language">The BCP 47 tag of the text's language.</param>
    public static QuotationProposal? Of(QuotationSides sides, string language) => Before(sides, language) ?? Behind(sides, language);

    /// <summary>
    /// Returns the proposal of a named entity directly before, whose name may be a sentence: <c>die Kampagne „Wir sind der Hafen“</c>.
    /// Speech would follow a colon or a verb of saying.
    /// </summary>
    public static QuotationProposal? OfNamedSentence(QuotationSides sides, string language) =>
        sides.MarkBefore == '\0'
        && sides.Clause is [_, .., var noun]
        && ProposalWords.Of(noun, language) is QuotationProposal.Name or QuotationProposal.Work
        && !TitleShapes.Reports(sides)
            ? ProposalWords.Of(noun, language)
            : null;

    /// <summary>
    /// Returns whether a work precedes a colon or comma: <c>Bester Film: „…“</c>, <c>her novel, “…”</c>. Not media, which can speak.
    /// </summary>
    public static bool IsOfLabelledWork(QuotationSides sides) =>
        sides.MarkBefore is ':' or ',' && sides.Clause is [.., var noun] && Creations.Contains(Lower(noun)) && !TitleShapes.Reports(sides);

    /// <summary>Returns whether a work with its maker directly precedes: <c>im Film von Ada Berg „…“</c>.</summary>
    public static bool IsOfWorkWithMaker(QuotationSides sides)
    {
        var clause = sides.Clause;
        if (sides.MarkBefore != '\0' || clause.Length < 3 || !char.IsUpper(clause[^1][0]) || TitleShapes.Reports(sides))
        {
            return false;
        }

        for (var i = clause.Length - 3; i >= Math.Max(0, clause.Length - 2 - MaxWordsToNoun); i--)
        {
            if (Creations.Contains(Lower(clause[i])))
            {
                return MakerLinks.Contains(clause[i + 1]);
            }
        }

        return false;
    }

    /// <summary>Returns whether the words of a sentence are about shouts or signs.</summary>
    public static bool IsAboutCries(string[] words) => words.Any(w => Cries.Contains(w.ToLowerInvariant()));

    private static QuotationProposal? Before(QuotationSides sides, string language)
    {
        var clause = sides.Clause;
        if (clause.Length == 0 || sides.MarkBefore is not ('\0' or ':'))
        {
            return null;
        }

        var at = clause.Length - 1;
        if (sides.MarkBefore == '\0' && Pair(clause) is { } paired)
        {
            return paired;
        }

        if (sides.MarkBefore == '\0' && Sings.Contains(clause[at]))
        {
            return QuotationProposal.Work;
        }

        if (sides.MarkBefore == '\0' && Listing.Contains(Lower(clause[at])) && !IsAboutCries(sides.Sentence))
        {
            return QuotationProposal.Name;
        }

        // The noun may have an attribute: the title of the book “…”, Motto des Tages: „…“.
        for (var i = at - 1; i >= Math.Max(0, at - MaxWordsToNoun); i--)
        {
            if (NounsForNames.Contains(Lower(clause[i])) && Genitives.Contains(clause[i + 1]))
            {
                return ProposalWords.Of(clause[i], language);
            }
        }

        while (at > 0 && Adverbs.Contains(Lower(clause[at])))
        {
            at--;
        }

        return Subject(clause.AsSpan(0, at), Lower(clause[at]), language);
    }

    private static QuotationProposal? Pair(string[] clause)
    {
        if (clause is not [.., var first, var second])
        {
            return null;
        }

        if (Links.Contains(second) && Makers.Contains(Bare(first)))
        {
            return QuotationProposal.Work;
        }

        return Pairs.TryGetValue($"{Lower(first)} {second}", out var paired) ? paired : null;
    }

    /// <summary>Returns the proposal of the noun that a verb names.</summary>
    private static QuotationProposal? Subject(ReadOnlySpan<string> clause, string verb, string language)
    {
        var isCalling = Calling.Contains(verb);
        if (!isCalling && !Being.Contains(verb))
        {
            return null;
        }

        for (var i = 0; i < Math.Min(MaxWordsToNoun, clause.Length); i++)
        {
            var word = Lower(clause[i]);
            if (ProposalWords.Of(clause[i], language) is { } proposal)
            {
                if (NounsForNames.Contains(word) || (proposal == QuotationProposal.Motto && !Cries.Contains(word)))
                {
                    // A name introduced as such may be in lower case.
                    return proposal == QuotationProposal.Name ? QuotationProposal.Term : proposal;
                }

                return isCalling && !Cries.Contains(word) ? proposal : null;
            }

            // In German the first noun is the subject.
            if (ProposalWords.IsGerman(language) && (word == "es" || (i > 0 && char.IsUpper(clause[i][0]))))
            {
                return null;
            }
        }

        return null;
    }

    private static QuotationProposal? Behind(QuotationSides sides, string language)
    {
        if (sides.Behind.Length == 0)
        {
            return null;
        }

        var first = Lower(sides.Behind[0]);
        if (sides.MarkBehind is '-' or '\u2011')
        {
            // A compound with the quotation as its first part: „…“-Kampagne.
            return ProposalWords.Of(sides.Behind[0], language);
        }

        if (sides.MarkBehind == '\0')
        {
            if (Named.Contains(first) || (Known.Contains(first) && sides.Clause is [.., "als"]))
            {
                return QuotationProposal.Name;
            }

            // "hat „…“ zum Thema", "wählte „…“ als Motto"
            if (first is "zum" or "als" && sides.Behind is [_, var noun, ..] && NounsForNames.Contains(Lower(noun)))
            {
                return ProposalWords.Of(noun, language);
            }

            if (Performed.Contains(first))
            {
                return QuotationProposal.Work;
            }

            if (first is "lauten" or "heißen")
            {
                return Subject(sides.Clause, first, language);
            }
        }

        return sides.MarkBehind is '\0' or ',' or '–' or '—' ? Predicate(sides, language) : null;
    }

    /// <summary>Returns the proposal of a predicate noun: <c>“…” is the title</c>, <c>„…“ heißt der neue Film</c>.</summary>
    private static QuotationProposal? Predicate(QuotationSides sides, string language)
    {
        var words = sides.Behind;
        var at = words[0] == "so" ? 1 : 0;
        var verb = at < words.Length ? Lower(words[at]) : "";
        var isCalling = Calling.Contains(verb);
        if (isCalling || Being.Contains(verb))
        {
            at++;
        }
        else if (at == 0)
        {
            return null;
        }

        // The article, one adjective, and the noun; after a comma the verb has another subject.
        for (var i = at + 1; i < Math.Min(words.Length, at + 3); i++)
        {
            var noun = Lower(words[i]);
            if (ProposalWords.Of(words[i], language) is { } proposal)
            {
                var isGiven = isCalling ? !Cries.Contains(noun) : proposal == QuotationProposal.Work;
                if (isGiven && sides.MarkBehind == '\0' && words[0] != "so")
                {
                    return proposal;
                }

                return NounsForNames.Contains(noun) ? proposal : null;
            }
        }

        return null;
    }

    /// <summary>Removes an elided article: <c>l'auteur</c>.</summary>
    private static string Bare(string word) => Lower(word[(word.AsSpan().LastIndexOfAny('\'', '’') + 1)..]);

    private static string Lower(string word) => word.ToLowerInvariant();
}
