using System.Collections.Frozen;

namespace Newsroom.Domain.Text.Quotations;

/// <summary>Recognises glosses: translations and other names in brackets, "sog.", honours, first parts of compounds.</summary>
internal static class Glosses
{
    private const int MaxAbbreviationLength = 8;
    private const int MaxWordsToVerb = 3;

    private static readonly string[] Abbreviations =
    [
        "sog.",
        "dt.",
        "engl.",
        "frz.",
        "franz.",
        "span.",
        "ital.",
        "lat.",
        "russ.",
        "wörtl.",
        "eigtl.",
        "lit.",
        "transl.",
        "vert.",
    ];

    private static readonly FrozenSet<string> Languages = Of(
        "deutsch englisch französisch spanisch italienisch russisch lateinisch arabisch türkisch polnisch niederländisch hebräisch "
            + "griechisch "
            + "übersetzt english french spanish german latin russian translated translation literally français anglais traduction traduit "
            + "inglés español "
            + "traducción traducido engels nederlands vertaald"
    );

    // Alone in brackets before another name.
    private static readonly FrozenSet<string> OtherNames = Of(
        "auch kurz ehemals früher bisher eigentlich offiziell damals alias also formerly officially now or aussi autrefois ook "
            + "voorheen también antes"
    );

    private static readonly FrozenSet<string> Honouring = Of(
        "ernannt ernannte ernennt ernennen gewählt wählte wählten wählen gekürt kürte kürten küren befördert ausgezeichnet prämiert "
            + "geehrt"
    );

    private static readonly FrozenSet<string> JoiningLanguages = Of("de nl sv da nb nn");

    // Last parts of compounds for what people shout or say.
    private static readonly string[] Cries =
    [
        "ruf",
        "parole",
        "schild",
        "plakat",
        "transparent",
        "rede",
        "zitat",
        "aussage",
        "äußerung",
        "satz",
        "spruch",
        "gesang",
        "chör",
        "chor",
        "roep",
        "rop",
    ];

    /// <param name="text">The text of the field.</param>
    /// <param name="range">The range of the quotation, marks included.</param>
    /// <param name="sides">The words around the quotation.</param>
    /// <param name="language">The BCP 47 tag of the text's language.</param>
    public static bool Are(string text, TextRange range, QuotationSides sides, string language) =>
        HasAbbreviationBefore(text, range.Start)
        || IsJoined(text, range, sides, language)
        || IsBracketed(text, range, sides)
        || IsHonour(text, range, sides);

    private static bool HasAbbreviationBefore(string text, int start)
    {
        var before = text.AsSpan(Math.Max(0, start - MaxAbbreviationLength), Math.Min(start, MaxAbbreviationLength)).TrimEnd();
        foreach (var abbreviation in Abbreviations)
        {
            if (
                before.EndsWith(abbreviation, StringComparison.OrdinalIgnoreCase)
                && (before.Length == abbreviation.Length || !char.IsLetter(before[^(abbreviation.Length + 1)]))
            )
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>A first part of a compound: <c>„Mauern für alle“-Mentalität</c>.</summary>
    private static bool IsJoined(string text, TextRange range, QuotationSides sides, string language)
    {
        if (
            range.End + 1 >= text.Length
            || text[range.End] is not ('-' or '\u2011')
            || !char.IsLetter(text[range.End + 1])
            || !JoiningLanguages.Contains(language.Length > 2 ? language[..2] : language)
            || text[range.End - 2] is '.' or '!' or '?'
        )
        {
            return false;
        }

        var noun = sides.Behind is [var first, ..] ? first.ToLowerInvariant() : "";
        return !Array.Exists(Cries, cry => noun.Contains(cry, StringComparison.Ordinal));
    }

    /// <summary>Brackets that begin with a language or "auch" and contain a translation or another name: <c>(deutsch: „…“)</c>.</summary>
    private static bool IsBracketed(string text, TextRange range, QuotationSides sides)
    {
        if (sides.Clause is not [.., var last] clause || clause.Length > 3 || sides.MarkBefore is not ('\0' or ':'))
        {
            return false;
        }

        var from = Math.Max(0, range.Start - 40);
        var before = text.AsSpan(from, range.Start - from);
        var isInBracket = before.LastIndexOfAny('(', '[') > before.LastIndexOfAny(')', ']');
        return isInBracket
            && (
                Languages.Contains(last.ToLowerInvariant())
                || (clause.Length == 1 && sides.MarkBefore == '\0' && OtherNames.Contains(last.ToLowerInvariant()))
            );
    }

    /// <summary>A title that a person is given: <c>zum „Botschafter des guten Willens“ ernannt</c>.</summary>
    private static bool IsHonour(string text, TextRange range, QuotationSides sides) =>
        sides.MarkBefore == '\0'
        && char.IsUpper(text[range.Start + 1])
        && sides.Clause is [.., "zum" or "zur"]
        && (sides.Behind.Take(MaxWordsToVerb).Any(Honouring.Contains) || sides.Sentence.Any(Honouring.Contains));

    private static FrozenSet<string> Of(string words) => words.Split(' ').ToFrozenSet();
}
