using System.Globalization;
using System.Text;

namespace Newsroom.Domain.Text;

/// <summary>
/// Removes what people leave out when they type a search: accents of Latin and Greek letters, the points of Hebrew and Arabic vowels, and
/// the dots of ё. Marks that make another letter in their script, such as that of й or a Devanagari vowel, are kept.
/// </summary>
internal static class AccentFolding
{
    /// <summary>Appends a normalised, case-folded word without accents.</summary>
    public static void AppendFolded(this StringBuilder text, ReadOnlySpan<char> word)
    {
        if (Ascii.IsValid(word))
        {
            text.Append(word);
        }
        else
        {
            text.Append(Fold(word.ToString()));
        }
    }

    /// <summary>Returns a normalised, case-folded word without accents. Idempotent.</summary>
    public static string Fold(string word)
    {
        if (Ascii.IsValid(word))
        {
            return word;
        }

        var kept = new StringBuilder(word.Length);
        var (dropsMarks, last) = (false, default(Rune));
        foreach (var rune in word.Normalize(NormalizationForm.FormD).EnumerateRunes())
        {
            if (Rune.GetUnicodeCategory(rune) == UnicodeCategory.NonSpacingMark)
            {
                var isOfYo = last.Value == 'е' && rune.Value == 0x0308;
                if (!dropsMarks && !isOfYo && !IsVowelPoint(rune))
                {
                    kept.Append(rune.ToString());
                }

                continue;
            }

            (dropsMarks, last) = (IsLatinOrGreek(rune), rune);
            kept.Append(Letter(rune) ?? rune.ToString());
        }

        return kept.ToString().Normalize(NormalizationForm.FormC);
    }

    private static bool IsLatinOrGreek(Rune rune) => rune.Value is < 0x0250 or (>= 0x0370 and <= 0x03FF);

    private static bool IsVowelPoint(Rune rune) =>
        rune.Value is (>= 0x0591 and <= 0x05C7) or (>= 0x064B and <= 0x0652) or 0x0670;

    /// <summary>Returns the letters that are typed for one that Unicode does not decompose; null for others.</summary>
    private static string? Letter(Rune rune) =>
        rune.Value switch
        {
            'æ' => "ae",
            'œ' => "oe",
            'ø' => "o",
            'ł' => "l",
            'đ' or 'ð' => "d",
            'þ' => "th",
            'ħ' => "h",
            'ŧ' => "t",
            'ŋ' => "n",
            _ => null,
        };
}
