using System.Collections.Frozen;

namespace Newsroom.Domain.Text.Quotations;

/// <summary>Recognises foreign names in German sentences: <c>beim „Festival du vieux port“</c>.</summary>
internal static class ForeignNames
{
    // Words between the nouns of names.
    private static readonly FrozenSet<string> Links = Of(
        "of and for de du la le les et pour un une del los las y para por el di della delle dei degli e van het voor och av af "
            + "för do dos"
    );

    private static readonly FrozenSet<string> German = Of(
        "der die das den dem und oder für mit von vom im am zu zur zum ist sind war nicht kein keine ein eine einen auf aus bei wir "
            + "ich sie er es"
    );

    // Words that occur in sentences of these languages.
    private static readonly FrozenSet<string> OfSentences = Of(
        "i we you he they my our your to this these je nous vous ils est sont suis ne pas qui que es son somos no que è sono non che "
            + "ik wij je niet zijn vi är inte"
    );

    public static bool Is(string[] words, QuotationSides sides) =>
        sides.MarkBefore == '\0'
        && sides.Sentence.Length > 0
        && words.Length > 1
        && char.IsUpper(words[0][0])
        && words.Skip(1).Any(IsLink)
        && !words.Any(w => IsOther(w.ToLowerInvariant()))
        && !TitleShapes.Reports(sides)
        && !GermanVerbs.AreIndirect(sides.Sentence)
        && !NamingClauses.IsAboutCries(sides.Sentence);

    private static bool IsLink(string word) => Links.Contains(word) || word is ['d' or 'l', '\'' or '’', _, ..];

    private static bool IsOther(string word) => German.Contains(word) || OfSentences.Contains(word) || ProposalWords.IsPredicate(word);

    private static FrozenSet<string> Of(string words) => words.Split(' ').ToFrozenSet();
}
