using System.Buffers;
using System.Text;

namespace Newsroom.Domain.Text.Quotations;

/// <summary>
/// Counts words of quotations and recognises title case. In unspaced scripts the count is never below the actual number, so that speech is
/// not taken for a term.
/// </summary>
internal static class QuotationWords
{
    /// <summary>The maximum number of words of a title in title case.</summary>
    public const int MaxTitleWords = 6;

    // In unspaced scripts four characters count as three words: short idioms are terms, few sentences are as short.
    private const int CharactersOfThreeWords = 4;

    // For long words without spaces, as in Katakana and Hangul.
    private const int KatakanaPerWord = 3;
    private const int HangulPerWord = 4;
    private const int MinHumps = 4;

    private static readonly SearchValues<char> SentenceEnds = SearchValues.Create(".!?…。！？｡．؟۔।॥։።፧‽⁇⁈⁉;；");
    private static readonly SearchValues<string> SmallWords = SearchValues.Create(
        [
            "a",
            "an",
            "the",
            "of",
            "on",
            "in",
            "and",
            "or",
            "for",
            "to",
            "at",
            "by",
            "with",
            "from",
            "as",
            "but",
            "nor",
            "vs",
            "de",
            "la",
            "le",
            "du",
            "y",
            "e",
            "n",
            "les",
            "des",
            "et",
            "un",
            "une",
            "pour",
            "sur",
            "dans",
            "aux",
            "el",
            "los",
            "las",
            "del",
            "con",
            "para",
            "por",
            "di",
            "della",
            "delle",
            "dei",
            "il",
            "lo",
            "gli",
            "van",
            "voor",
            "het",
            "een",
            "och",
            "av",
            "af",
            "för",
            "into",
            "over",
            "via",
        ],
        StringComparison.Ordinal
    );

    /// <summary>Counts words by Unicode's boundaries; in unspaced scripts four characters count as three words.</summary>
    public static int Count(ReadOnlySpan<char> text)
    {
        var (words, characters) = (0, 0);
        for (var at = 0; at < text.Length;)
        {
            var segment = WordSegmentation.At(text, at);
            var inside = text[at..segment.End];
            switch (segment.Kind)
            {
                case SegmentKind.Ideograph or SegmentKind.Cluster:
                    characters++;
                    break;
                case SegmentKind.Word:
                    words += InWord(inside, ref characters);
                    break;
                case SegmentKind.Mark when Rune.DecodeFromUtf16(inside, out var rune, out _) == OperationStatus.Done && Rune.IsLetter(rune):
                    characters++;
                    break;
            }

            at = segment.End;
        }

        return words + (((characters * 3) + CharactersOfThreeWords - 1) / CharactersOfThreeWords);
    }

    /// <summary>
    /// Returns whether words are in title case: each begins with a capital letter or a digit, none ends a sentence, not all are capitals.
    /// </summary>
    /// <param name="text">The quoted words, with or without marks.</param>
    /// <param name="withSmallWords">Whether words such as "of" may be in lower case between others, and a full stop may end them.</param>
    public static bool AreTitle(string text, bool withSmallWords)
    {
        var words = text.AsSpan().Trim(SeparatorsAndMarks);
        if (words.ContainsAny(SentenceEnds) || (!withSmallWords && words.Contains(',')))
        {
            return false;
        }

        if (!withSmallWords && text.AsSpan().ContainsAny(SentenceEnds))
        {
            return false;
        }

        var (initials, capitals, lower, small) = (0, 0, 0, false);
        foreach (var range in words.SplitAny(Separators))
        {
            var word = words[range];
            if (!FirstLetter(word, out var initial))
            {
                continue;
            }

            if (Humps(word) >= MinHumps || word.Count('-') >= MinHumps - 1)
            {
                return false;
            }

            if (withSmallWords && word is ['d' or 'l', '’' or '\'', ..])
            {
                word = word[2..];
                FirstLetter(word, out initial);
            }

            small = withSmallWords && initials > 0 && SmallWords.Contains(word.ToString());
            initials++;
            capitals += Rune.IsUpper(initial) ? 1 : 0;
            lower += HasLowerCase(word) ? 1 : 0;
            if (!small && !Rune.IsUpper(initial) && !Rune.IsDigit(initial))
            {
                return false;
            }
        }

        return capitals > 0 && !small && lower * 2 >= initials;
    }

    private static readonly char[] SeparatorsArray =
    [
        ' ',
        '\t',
        '\n',
        '\r',
        '\v',
        '\f',
        '\u0085',
        '\u00A0',
        '\u1680',
        '\u2000',
        '\u2001',
        '\u2002',
        '\u2003',
        '\u2004',
        '\u2005',
        '\u2006',
        '\u2007',
        '\u2008',
        '\u2009',
        '\u200A',
        '\u2028',
        '\u2029',
        '\u202F',
        '\u205F',
        '\u3000',
        '\u200B',
        '\u2800',
        '—',
        '–',
    ];

    private static readonly SearchValues<char> Separators = SearchValues.Create(SeparatorsArray);
    private static readonly char[] SeparatorsAndMarks = [.. SeparatorsArray, .. "\"'“”„‟«»‹›‘’‚‛`´.,;:"];

    private static bool FirstLetter(ReadOnlySpan<char> word, out Rune first)
    {
        foreach (var rune in word.EnumerateRunes())
        {
            if (Rune.IsLetterOrDigit(rune))
            {
                first = rune;
                return true;
            }
        }

        first = default;
        return false;
    }

    /// <summary>Counts the parts of a word that begin with capital letters: <c>WeWillGo</c> has three.</summary>
    private static int Humps(ReadOnlySpan<char> word)
    {
        var (humps, wasLower) = (1, false);
        foreach (var rune in word.EnumerateRunes())
        {
            humps += wasLower && Rune.IsUpper(rune) ? 1 : 0;
            wasLower = Rune.IsLower(rune);
        }

        return humps;
    }

    private static bool HasLowerCase(ReadOnlySpan<char> word)
    {
        foreach (var rune in word.EnumerateRunes())
        {
            if (Rune.IsLower(rune))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Counts the visible words in text without word boundaries: parts joined by points, lines or capital letters.</summary>
    private static int InWord(ReadOnlySpan<char> word, ref int characters)
    {
        var (parts, letters, humps, katakana, hangul, longest, wasLower, unspaced) = (0, 0, 0, 0, 0, 0, false, 0);
        foreach (var rune in word.EnumerateRunes())
        {
            if (Invisible.Is(rune) && IsFiller(rune))
            {
                (parts, letters) = (parts + (letters > 0 ? 1 : 0), 0);
            }
            else if (Script.IsUnspaced(rune) && !Script.IsKatakana(rune))
            {
                unspaced += Rune.IsLetter(rune) ? 1 : 0;
            }
            else if (Rune.IsLetterOrDigit(rune))
            {
                letters++;
                longest = Math.Max(longest, letters);
                katakana += Script.IsKatakana(rune) ? 1 : 0;
                hangul += Script.IsHangul(rune) ? 1 : 0;
                humps += wasLower && Rune.IsUpper(rune) ? 1 : 0;
                wasLower = Rune.IsLower(rune);
            }
            else if (rune.Value is '.' or ':' or '·' or '_' or '\u203F' or '\u2040' or '\u2054' or '＿' or '．' or '：' or '\u2027')
            {
                (parts, letters) = (parts + (letters > 0 ? 1 : 0), 0);
            }
        }

        characters += unspaced;
        parts += letters > 0 ? 1 : 0;
        var counted = longest > 1 ? parts : Math.Min(parts, 1);
        counted = humps + 1 >= MinHumps ? Math.Max(counted, humps + 1) : counted;
        counted = Math.Max(counted, (katakana + KatakanaPerWord - 1) / KatakanaPerWord);
        return Math.Max(counted, (hangul + HangulPerWord - 1) / HangulPerWord);
    }

    private static bool IsFiller(Rune rune) => rune.Value is 0x115F or 0x1160 or 0x3164 or 0xFFA0;
}
