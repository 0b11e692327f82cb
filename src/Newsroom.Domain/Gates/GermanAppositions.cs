using System.Collections.Frozen;

namespace Newsroom.Domain.Gates;

/// <summary>Recognises German names by where they stand: beside their noun before the verb, or as a noun behind an article.</summary>
internal static class GermanAppositions
{
    private const int MostBeforeVerb = 8;

    private static readonly FrozenSet<string> Articles = Of(
        "der die das dem den des ein eine einer einem eines im am beim vom zum zur ins");

    // A name follows these as a noun does. "Zum" and "zur" lead to purposes, and so to what somebody said.
    private static readonly FrozenSet<string> Cases = Of("dem den im am beim vom");

    /// <summary>Whether quoted words are a name.</summary>
    /// <param name="words">The quoted words.</param>
    /// <param name="sides">The words on either side.</param>
    public static bool Is(string[] words, QuotationSides sides) =>
        sides.MarkBefore == '\0' && words.Length > 0 && char.IsUpper(words[0][0]) && !GermanVerbs.AreIn(words)
        && !TitleShapes.Reports(sides) && !GermanVerbs.AreIndirect(sides.Sentence)
        && (IsBesideNoun(sides) || (sides.Sentence is [.., var article] && Cases.Contains(article)));

    /// <summary>
    /// Whether only a noun with its article is before it in the sentence: <c>Das Kinderheim „Haus am See“ wird …</c>.
    /// German has one phrase before the verb, so that nothing is said of the noun there.
    /// </summary>
    private static bool IsBesideNoun(QuotationSides sides) =>
        sides.Sentence is [_, .., var noun] sentence && sentence.Length == sides.Clause.Length && sentence.Length <= MostBeforeVerb
        && char.IsUpper(noun[0]) && sides.MarkBehind is '\0' or ',' && sides.Behind is [var next, ..] && char.IsLower(next[0])
        && sentence.Any(w => Articles.Contains(w.ToLowerInvariant())) && !GermanVerbs.AreIn(sentence);

    private static FrozenSet<string> Of(string words) => words.Split(' ').ToFrozenSet();
}
