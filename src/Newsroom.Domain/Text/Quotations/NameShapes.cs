using System.Buffers;
using System.Collections.Frozen;

namespace Newsroom.Domain.Text.Quotations;

/// <summary>Recognises names by their form: ordinal, legal form, abbreviation, institution.</summary>
internal static class NameShapes
{
    private const int MaxLengthBefore = 80;
    private const int MaxLengthBehind = 16;
    private const int LongCompound = 12;
    private const int MaxAbbreviationLength = 9;
    private static readonly SearchValues<char> Punctuation = SearchValues.Create(",.;:!?");
    private static readonly FrozenSet<string> LegalForms = Of(
        "e.V. e.V GmbH gGmbH mbH AG KG KGaA eG S.E. Ltd Ltd. Inc Inc. LLC plc PLC S.A. S.p.A. SpA S.r.l. S.L. B.V. N.V. ASA A/S Oy Oyj"
    );

    private static readonly string[] Years =
    [
        " des Jahres",
        " of the Year",
        " of the year",
        " de l’année",
        " de l'année",
        " del año",
        " do ano",
        " dell’anno",
        " dell'anno",
        " van het jaar",
        " van het Jaar",
    ];

    private static readonly string[] Laws = ["gesetz", "verordnung", "richtlinie", "vertrag", "abkommen", "übereinkommen", "konvention"];
    private static readonly FrozenSet<string> LeadsToSubject = Of("zur zum über betreffend");

    // Places and days: names only after these articles.
    private static readonly FrozenSet<string> Places = Of(
        "platz straße allee haus halle turm brücke schloss burg insel tag tage woche wochen jahr nacht hof garten ort weg pfad "
            + "ministerium amt rat bund"
    );

    // German prepositions merged with an article, and articles that also precede partial quotations.
    private static readonly FrozenSet<string> Articles = Of("dem den beim vom am im zum zur ins ans");

    /// <summary>Returns whether words are a company name, which may begin in lower case.</summary>
    /// <param name="words">The quoted words, marks included.</param>
    /// <param name="sides">The words around the quotation.</param>
    /// <param name="language">The BCP 47 tag of the text's language.</param>
    public static bool IsFirm(string words, QuotationSides sides, string language) =>
        ProposalWords.IsGerman(language) && EndsWithInstitution(words.AsSpan().Trim(ProposalFit.Marks), sides);

    /// <summary>Returns whether the form or the surroundings of a quotation show that it is a name.</summary>
    /// <param name="text">The text of the field.</param>
    /// <param name="range">The range of the quotation, marks included.</param>
    /// <param name="sides">The words around the quotation.</param>
    /// <param name="language">The BCP 47 tag of the text's language.</param>
    public static bool Are(string text, TextRange range, QuotationSides sides, string language)
    {
        var words = text.AsSpan(range.Start, range.Length).Trim("\"'“”„‟«»‹›‘’‚‛ \u00A0");
        return HasAbbreviationBehind(text, range.End)
            || IsOfYear(words)
            || IsTranslation(text, range)
            || (sides.MarkBefore != ':' && (BeginsWithOrdinal(words) || HasLegalForm(words) || EndsWithAbbreviation(words)))
            || (ProposalWords.IsGerman(language) && (IsLaw(words, sides) || IsInstitution(words, sides)));
    }

    /// <summary>Returns whether an abbreviation follows: <c>„Koalition für Einheit“ (KFE)</c>, <c>„…“, kurz KFE</c>.</summary>
    private static bool HasAbbreviationBehind(string text, int end)
    {
        var behind = text.AsSpan(end, Math.Min(text.Length - end, MaxLengthBehind)).TrimStart();
        if (behind.StartsWith(", kurz ", StringComparison.Ordinal))
        {
            return behind[7..].Trim("„“\"‚»« ") is [>= 'A' and <= 'Z', >= 'A' and <= 'Z', ..];
        }

        return behind is ['(', .. var inner] && IsAbbreviation(inner);
    }

    /// <summary>Returns whether the text up to a bracket is an abbreviation: at least two capitals, no space.</summary>
    private static bool IsAbbreviation(ReadOnlySpan<char> text)
    {
        var close = text.IndexOf(')');
        if (close is < 2 or > MaxAbbreviationLength)
        {
            return false;
        }

        var capitals = 0;
        foreach (var c in text[..close])
        {
            if (!char.IsLetter(c) && c is not ('-' or '.'))
            {
                return false;
            }

            capitals += char.IsUpper(c) ? 1 : 0;
        }

        return capitals >= 2;
    }

    /// <summary>Returns whether it is alone in brackets after a name: <c>Die Neue Hafenliste („…“)</c>.</summary>
    private static bool IsTranslation(string text, TextRange range) =>
        range.Start > 2
        && text[range.Start - 1] == '('
        && range.End < text.Length
        && text[range.End] == ')'
        && text.AsSpan(Math.Max(0, range.Start - MaxLengthBefore), Math.Min(range.Start, MaxLengthBefore) - 1).TrimEnd()
            is [.., var last] behind
        && char.IsLetter(last)
        && char.IsUpper(behind[behind.LastIndexOf(' ') + 1])
        && !text.AsSpan(range.Start, range.Length).ContainsAny(Punctuation);

    /// <summary>Returns whether it begins like an event: <c>“22nd Harbour Games …”</c>, <c>„2. Deutscher Hafentag …“</c>.</summary>
    private static bool BeginsWithOrdinal(ReadOnlySpan<char> words)
    {
        var space = words.IndexOf(' ');
        if (space < 2 || space + 1 >= words.Length || !char.IsUpper(words[space + 1]) || words.Contains(','))
        {
            return false;
        }

        var number = words[..space].TrimEnd('.');
        if (number.Length > 1 && !number.ContainsAnyExcept("IVXLC"))
        {
            return true;
        }

        var digits = words[..space].IndexOfAnyExceptInRange('0', '9');
        return digits is > 0 and < 4 && words[digits..space] is "." or "st" or "nd" or "rd" or "th" or "e" or "er" or "ème" or "º" or "ª";
    }

    /// <summary>Returns whether it is an honour: <c>„Hafen des Jahres 2019“</c>.</summary>
    private static bool IsOfYear(ReadOnlySpan<char> words)
    {
        foreach (var year in Years)
        {
            if (words.TrimEnd("0123456789 ").EndsWith(year, StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }

    private static bool HasLegalForm(ReadOnlySpan<char> words)
    {
        foreach (var word in words.Split(' '))
        {
            if (words[word] is { Length: > 1 } and not "AG" && LegalForms.Contains(words[word].TrimEnd(",()").ToString()))
            {
                return true;
            }
        }

        return words.EndsWith(" AG", StringComparison.Ordinal);
    }

    private static bool EndsWithAbbreviation(ReadOnlySpan<char> words) =>
        words is [.., ')'] && words.LastIndexOf('(') is > 0 and var open && IsAbbreviation(words[(open + 1)..]);

    /// <summary>Returns whether it is the long title of a law: <c>„Gesetz zur Erhaltung der Deiche“</c>.</summary>
    private static bool IsLaw(ReadOnlySpan<char> words, QuotationSides sides)
    {
        var first = words.IndexOf(' ');
        var second = first < 0 ? -1 : words[(first + 1)..].IndexOf(' ');
        if (second < 0 || sides.MarkBefore != '\0' || !LeadsToSubject.Contains(words.Slice(first + 1, second).ToString()))
        {
            return false;
        }

        foreach (var law in Laws)
        {
            if (words[..first].EndsWith(law, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>
    /// Returns whether it ends like a company name, after an article: <c>der „hafenwerk und Deich Betriebsgesellschaft“</c>.
    /// </summary>
    private static bool EndsWithInstitution(ReadOnlySpan<char> words, QuotationSides sides)
    {
        var last = words[(words.LastIndexOf(' ') + 1)..];
        var first = words[..Math.Max(0, words.IndexOf(' '))].ToString();
        return last.Length >= LongCompound
            && char.IsUpper(last[0])
            && !words.Contains(',')
            && !ProposalWords.IsAdjective(first)
            && sides.MarkBefore == '\0'
            && sides.Clause is [.., var article]
            && (Articles.Contains(article) || ProposalWords.IsArticle(article, "de"))
            && GermanNouns.Of(last.ToString().ToLowerInvariant()) == QuotationProposal.Name
            && !GermanVerbs.AreIn(words.ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries));
    }

    /// <summary>Returns whether its first noun denotes a named entity: <c>beim „Bund der Freunde des Deichs“</c>.</summary>
    private static bool IsInstitution(ReadOnlySpan<char> words, QuotationSides sides)
    {
        if (sides.MarkBefore != '\0' || sides.Clause is not [.., var article])
        {
            return false;
        }

        var isArticled = Articles.Contains(article);
        if (
            !isArticled
            && (TitleShapes.ReportsInClause(sides) || GermanVerbs.AreIndirect(sides.Sentence) || NamingClauses.IsAboutCries(sides.Sentence))
        )
        {
            return false;
        }

        foreach (var range in words.Split(' '))
        {
            var word = words[range];
            if (word.IsEmpty || !char.IsUpper(word[0]))
            {
                return false;
            }

            var lower = word.ToString().ToLowerInvariant();
            if (Places.Contains(lower))
            {
                return isArticled;
            }

            if (GermanNouns.Of(lower) is { } proposal)
            {
                return proposal is QuotationProposal.Name or QuotationProposal.Work;
            }

            if (!ProposalWords.IsAdjective(lower))
            {
                return false;
            }
        }

        return false;
    }

    private static FrozenSet<string> Of(string words) => words.Split(' ').ToFrozenSet();
}
