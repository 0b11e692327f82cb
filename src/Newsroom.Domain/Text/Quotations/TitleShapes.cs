using System.Collections.Frozen;

namespace Newsroom.Domain.Text.Quotations;

/// <summary>Recognises titles by a capital letter within a sentence; speech follows a colon or begins in lower case.</summary>
internal static class TitleShapes
{
    private static readonly FrozenDictionary<string, (FrozenSet<string> Prepositions, FrozenSet<string> Articles)> Languages =
        new Dictionary<string, (FrozenSet<string>, FrozenSet<string>)>
        {
            ["en"] = (Of("in from"), Of("The A An")),
            ["de"] = (Of("in aus bei für zu über durch nach"), Of("Der Die Das Des Ein Eine Im Am Vom Zum Zur")),
            ["nl"] = (Of("in uit bij voor over"), Of("De Het Een")),
            ["fr"] = (Of("dans chez"), Of("Le La Les Un Une Des Au Aux")),
            ["es"] = (Of("en"), Of("El La Los Las Un Una")),
            ["pt"] = (Of("em"), Of("O A Os As Um Uma")),
            ["it"] = (Of("in su"), Of("Il Lo La I Gli Le Un Una")),
        }.ToFrozenDictionary();

    // A sentence is the object of a preposition only as a title.
    private static readonly FrozenSet<string> SentenceOpeners = Of(
        "Wer Wie Was Wo Wann Warum Wenn Ich Du Er Sie Es Wir Ihr Mein Meine Dein Deine Sein Unser Unsere Auf Mit Nach Vor Alles "
            + "Nichts Niemand Alle Zwei Drei"
    );

    private static readonly FrozenSet<string> Openers = Of(
        "Der Die Das Des Dem Den Ein Eine Einer Eines Im Am Vom Zum Zur Von In Auf Aus Unter Zwischen Über Unser Unsere Mein Meine "
            + "Neue Neuer Neues Alle"
    );

    private static readonly FrozenSet<string> Reporting = Of(
        "sagte sagt sagten gesagt sage erklärte erklärten erklärt meinte meint meinten schrieb schreibt schrieben geschrieben titelte "
            + "titelt titelten "
            + "rief riefen ruft rufen gerufen skandierte skandierten skandieren antwortete antwortet fragte fragt nannte nennt nannten "
            + "nennen genannt "
            + "bezeichnete bezeichnet bezeichneten bezeichnen sprach spricht sprachen sprechen gesprochen forderte fordert forderten "
            + "fordern kommentierte "
            + "kommentiert betonte betont heißt hieß kritisierte kritisiert lobte lobt urteilte urteilt stand stehe steht standen stehen "
            + "geschrieben las liest "
            + "lesen prangte zitiert zitierte äußerte teilte warnte warnt versprach verspricht droht drohte befand warf wirft werfen "
            + "vorwarf bescheinigte bescheinigt "
            + "attestierte unterstellte unterstellt sieht sehen sah wörtlich laut angeblich wonach zufolge "
            + "said says say wrote writes posted told tells tweeted chanted shouted shouting added called calls read reads dit "
            + "disait écrit "
            + "écrivait dijo "
            + "escribió zei schreef detto scritto disse sade skrev"
    );

    // Directly before a quotation they introduce an opinion or a report.
    private static readonly FrozenSet<string> Introducing = Of("als so dass ob wie");

    /// <summary>Returns whether a preposition directly precedes a capitalised article: <c>in „Die Ratten des Hafens“</c>.</summary>
    /// <param name="words">The quoted words without marks.</param>
    /// <param name="sides">The words around the quotation.</param>
    /// <param name="language">The BCP 47 tag of the text's language.</param>
    public static bool FollowsPreposition(string[] words, QuotationSides sides, string language) =>
        sides.MarkBefore == '\0'
        && sides.Clause is [_, .., var last]
        && words.Length > 0
        && Languages.TryGetValue(language.Length > 2 ? language[..2] : language, out var known)
        && known.Prepositions.Contains(last)
        && (
            known.Articles.Contains(words[0])
            || (ProposalWords.IsGerman(language) && last is "in" or "bei" or "aus" && SentenceOpeners.Contains(words[0]))
        );

    /// <summary>
    /// Returns whether words are a German title: within a sentence without a reporting verb, a capitalised article or a dash, and no verb.
    /// </summary>
    /// <param name="inner">The quoted words without marks.</param>
    /// <param name="words">The same words, split at spaces.</param>
    /// <param name="sides">The words around the quotation.</param>
    public static bool IsGermanTitle(string inner, string[] words, QuotationSides sides) =>
        sides.MarkBefore == '\0'
        && sides.Sentence.Length > 0
        && words.Length > 0
        && !inner.Contains(',')
        && (Openers.Contains(words[0]) || IsAdjectiveOfName(words) || inner.Contains(" – ") || inner.Contains(": "))
        && !Introducing.Contains(sides.Sentence[^1])
        && !ReportsInClause(sides)
        && !NamingClauses.IsAboutCries(sides.Sentence)
        && !GermanVerbs.AreIn(words);

    /// <summary>
    /// Returns whether it begins with a capitalised adjective, which is a name within a sentence: <c>„Deutscher Bund für …“</c>.
    /// </summary>
    private static bool IsAdjectiveOfName(string[] words) =>
        words.Length > 1
        && char.IsUpper(words[0][0])
        && char.IsUpper(words[1][0])
        && ProposalWords.IsAdjective(words[0])
        && !words[0].StartsWith("Kein", StringComparison.Ordinal);

    /// <summary>Returns whether a verb of saying is in the sentence before it or directly after it.</summary>
    public static bool Reports(QuotationSides sides) => Reports(sides.Sentence, sides);

    /// <summary>
    /// Returns whether a verb of saying is in the clause before it or directly after it: sufficient if the words have no verb.
    /// </summary>
    public static bool ReportsInClause(QuotationSides sides) => Reports(sides.Clause, sides);

    private static bool Reports(string[] before, QuotationSides sides) =>
        before.Any(w => Reporting.Contains(w.ToLowerInvariant())) || sides.Behind.Take(2).Any(w => Reporting.Contains(w) || w == "so");

    private static FrozenSet<string> Of(string words) => words.Split(' ').ToFrozenSet();
}
