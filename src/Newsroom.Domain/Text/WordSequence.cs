using System.Globalization;
using System.Text;
using Newsroom.Domain.Kernel;

namespace Newsroom.Domain.Text;

/// <summary>
/// Represents the words of a text with their places, without case, punctuation and typography. Currency, percent and other symbols are
/// words, because changing one changes the statement. In unspaced scripts each character is a word.
/// </summary>
public sealed class WordSequence
{
    private readonly string text;
    private readonly List<string> words = [];
    private readonly List<TextRange> ranges = [];

    private WordSequence(string text) => this.text = text;

    /// <summary>Gets the words, lower case, compatibility composed.</summary>
    public IReadOnlyList<string> Words => words;

    /// <summary>Gets the word count; in unspaced scripts two characters count as one word.</summary>
    public int Count { get; private set; }

    /// <summary>Reads visible text.</summary>
    public static WordSequence Of(string text)
    {
        var sequence = new WordSequence(text);
        sequence.Read();
        return sequence;
    }

    /// <summary>Computes the fingerprint of the words, without speaker, attribution, marks and case.</summary>
    public Fingerprint Fingerprint() => Text.Fingerprint.Of("words", string.Join(' ', words));

    /// <summary>Returns the range of consecutive words.</summary>
    public TextRange RangeOf(int first, int count) => new(ranges[first].Start, ranges[first + count - 1].End);

    /// <summary>Returns the index of the first word that ends after an offset.</summary>
    public int IndexAt(int offset) => First(range => range.End > offset);

    /// <summary>Returns the index of the first word that begins at or after an offset.</summary>
    public int IndexFrom(int offset) => First(range => range.Start >= offset);

    /// <summary>Returns whether punctuation, a line end or an end of the text precedes a word.</summary>
    public bool IsSeparatedBefore(int index)
    {
        if (index == 0 || index == ranges.Count)
        {
            return true;
        }

        return text.AsSpan(ranges[index - 1].End..ranges[index].Start).ContainsAnyExcept(' ', '\u00A0', '\u202F');
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

    private int First(Func<TextRange, bool> isBehind)
    {
        var (low, high) = (0, ranges.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = isBehind(ranges[middle]) ? (low, middle) : (middle + 1, high);
        }

        return low;
    }

    private bool IsElision(int value, int next) => IsApostrophe(value) && next < text.Length && char.IsLetter(text[next]);

    private bool IsSign(int at, int value, int next) =>
        IsMinus(value) && next < text.Length && char.IsDigit(text[next]) && (at == 0 || char.IsWhiteSpace(text[at - 1]));

    private void Read()
    {
        var word = new StringBuilder();
        var (start, end, spaceless, spacelessWords) = (0, 0, false, 0);
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
                if (word.Length > 0 && !IsCombining(category) && (apart || spaceless))
                {
                    Finish();
                }

                Put(at, next);
                spaceless |= apart;
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
        Count = words.Count - spacelessWords + ((spacelessWords + 1) / 2);

        void Put(int from, int to)
        {
            start = word.Length == 0 ? from : start;
            end = to;
            word.Append(text, from, to - from);
        }

        void Finish()
        {
            if (word.Length > 0)
            {
                words.Add(Folded(word.ToString()));
                ranges.Add(new TextRange(start, end));
                spacelessWords += spaceless ? 1 : 0;
            }

            word.Clear();
            spaceless = false;
        }
    }
}
