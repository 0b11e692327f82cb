using System.Globalization;
using System.Text;

namespace Newsroom.Domain.Text;

/// <summary>Divides visible text into words, in one pass.</summary>
/// <param name="text">The text.</param>
/// <param name="words">Receives the words, lower case, compatibility composed.</param>
/// <param name="ranges">Receives their places.</param>
internal struct WordReader(string text, List<string> words, List<TextRange> ranges)
{
    // The word that is being read, and its place.
    private readonly StringBuilder word = new();
    private int start;
    private int end;
    private bool isSpaceless;

    private int spacelessWords;

    /// <summary>Adds the words and their places to the lists.</summary>
    /// <returns>The word count.</returns>
    public int Read()
    {
        for (var at = 0; at < text.Length;)
        {
            if (!Rune.TryGetRuneAt(text, at, out var rune))
            {
                Finish();
                at++;
                continue;
            }

            var (category, next) = (Rune.GetUnicodeCategory(rune), at + rune.Utf16SequenceLength);
            if (IsOfWord(category))
            {
                var apart = IsSpaceless(rune.Value);
                if (word.Length > 0 && !IsCombining(category) && (apart || isSpaceless))
                {
                    Finish();
                }

                Put(at, next);
                isSpaceless |= apart;
            }
            else if (word.Length == 0 && IsSign(at, rune.Value, next))
            {
                word.Append('-');
                (start, end) = (at, next);
            }
            else if (IsSymbol(category, rune.Value))
            {
                Finish();
                Put(at, next);
                Finish();
            }
            else if (category != UnicodeCategory.Format && !(word.Length > 0 && IsElision(rune.Value, next)))
            {
                Finish();
            }

            at = next;
        }

        Finish();
        return words.Count - spacelessWords + ((spacelessWords + 1) / 2);
    }

    private void Put(int from, int to)
    {
        start = word.Length == 0 ? from : start;
        end = to;
        word.Append(text, from, to - from);
    }

    private void Finish()
    {
        if (word.Length > 0)
        {
            words.Add(Folded(word.ToString()));
            ranges.Add(new TextRange(start, end));
            spacelessWords += isSpaceless ? 1 : 0;
        }

        word.Clear();
        isSpaceless = false;
    }

    private static bool IsSymbol(UnicodeCategory category, int value) =>
        category switch
        {
            UnicodeCategory.CurrencySymbol or UnicodeCategory.OtherSymbol => true,
            UnicodeCategory.MathSymbol => !IsMinus(value),
            _ => value is '%' or '‰' or '#' or '&' or '@' or '§',
        };

    private static bool IsOfWord(UnicodeCategory category) =>
        IsCombining(category)
        || category
            is UnicodeCategory.UppercaseLetter
                or UnicodeCategory.LowercaseLetter
                or UnicodeCategory.TitlecaseLetter
                or UnicodeCategory.ModifierLetter
                or UnicodeCategory.OtherLetter
                or UnicodeCategory.DecimalDigitNumber
                or UnicodeCategory.LetterNumber
                or UnicodeCategory.OtherNumber;

    private static bool IsCombining(UnicodeCategory category) =>
        category is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.EnclosingMark;

    /// <summary>Han, kana, Thai, Lao, Myanmar and Khmer are written without spaces between words.</summary>
    private static bool IsSpaceless(int value) =>
        value
            is (>= 0x0E00 and <= 0x0EFF)
                or (>= 0x1000 and <= 0x109F)
                or (>= 0x1780 and <= 0x17FF)
                or (>= 0x3005 and <= 0x3007)
                or (>= 0x3040 and <= 0x30FF)
                or (>= 0x31F0 and <= 0x31FF)
                or (>= 0x3400 and <= 0x9FFF)
                or (>= 0xF900 and <= 0xFAFF)
                or (>= 0xFF66 and <= 0xFF9F)
                or (>= 0x20000 and <= 0x3FFFF);

    private static bool IsApostrophe(int value) => value is '\'' or '’' or '‘' or '‛' or '＇' or 'ʼ';

    private static bool IsMinus(int value) => value is '-' or '−' or '–' or '‐' or '‑';

    private static string Folded(string word) =>
        Ascii.IsValid(word) ? word.ToLowerInvariant() : word.Normalize(NormalizationForm.FormKC).ToLowerInvariant();

    private readonly bool IsElision(int value, int next) => IsApostrophe(value) && next < text.Length && char.IsLetter(text[next]);

    private readonly bool IsSign(int at, int value, int next) =>
        IsMinus(value) && next < text.Length && char.IsDigit(text[next]) && (at == 0 || char.IsWhiteSpace(text[at - 1]));
}
