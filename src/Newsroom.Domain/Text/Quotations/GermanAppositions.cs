using System.Collections.Frozen;

namespace Newsroom.Domain.Text.Quotations;

/// <summary>Recognises German names by position: next to a noun, after an article, as a subject.</summary>
internal static class GermanAppositions
{
    private const int MaxAdjectives = 2;

    private static readonly FrozenSet<string> Articles = Of(
        "der die das dem den des ein eine einer einem eines im am beim vom zum zur ins ihr ihre ihrem ihren sein seine seinem seinen "
            + "dieser diese"
    );

    // A name follows these as a noun does. Not "zum" and "zur": they introduce purposes and so speech.
    private static readonly FrozenSet<string> Cases = Of("dem den im am beim vom");

    // Only media and persons follow these, or precede "zufolge".
    private static readonly FrozenSet<string> Sources = Of("laut gegenüber seitens");

    // Follow the names of works and events at the beginning of a sentence.
    private static readonly FrozenSet<string> Happening = Of(
        "erhielt erhält gewann gewinnt läuft lief startet startete erscheint erschien erzählt handelt feiert feierte beginnt begann "
            + "endet endete"
    );

    // Verbs of having and judging: a partial quotation is their object or predicate.
    private static readonly FrozenSet<string> Judging = Of(
        "gilt gelten galt galten bedeutet bedeutete bedeuten gibt gab herrscht herrschte macht machte bringt brachte"
    );

    public static bool Is(string[] words, QuotationSides sides)
    {
        if (sides.MarkBefore != '\0' || words.Length == 0 || !char.IsUpper(words[0][0]) || GermanVerbs.AreIn(words))
        {
            return false;
        }

        var sentence = sides.Sentence;
        if (sentence.Length == 0)
        {
            return sides.MarkBehind == '\0' && sides.Behind is [var verb, ..] && (Happening.Contains(verb) || verb == "zufolge");
        }

        if (Sources.Contains(sentence[^1].ToLowerInvariant()))
        {
            return true;
        }

        return !TitleShapes.ReportsInClause(sides)
            && !GermanVerbs.AreIndirect(sentence)
            && !sentence.Any(Judging.Contains)
            && !NamingClauses.IsAboutCries(sentence)
            && (IsBesideNoun(sides.Clause) || Cases.Contains(sentence[^1]));
    }

    /// <summary>Returns whether a noun with its article directly precedes: <c>das Kinderheim „Haus am See“</c>.</summary>
    private static bool IsBesideNoun(string[] clause)
    {
        if (clause is not [_, .., var noun] || !char.IsUpper(noun[0]))
        {
            return false;
        }

        for (var i = clause.Length - 2; i >= Math.Max(0, clause.Length - 2 - MaxAdjectives); i--)
        {
            if (Articles.Contains(clause[i].ToLowerInvariant()))
            {
                return true;
            }

            if (!ProposalWords.IsAdjective(clause[i]) || !char.IsLower(clause[i][0]))
            {
                return false;
            }
        }

        return false;
    }

    private static FrozenSet<string> Of(string words) => words.Split(' ').ToFrozenSet();
}
