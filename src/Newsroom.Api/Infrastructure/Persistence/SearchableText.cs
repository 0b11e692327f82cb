using System.Text;
using Newsroom.Domain.Text;

namespace Newsroom.Api.Infrastructure.Persistence;

/// <summary>
/// Cuts texts, at white space, to what PostgreSQL's <c>to_tsvector</c> accepts: the words and positions of one vector may take 1,048,575
/// bytes. The size of plain words is computed as PostgreSQL does. A word with punctuation may become several, so the worst case is
/// assumed.
/// </summary>
public sealed class SearchableText
{
    private const int MaxVectorBytes = (1 << 20) - 1;
    private const int MaxWordBytes = 2046;
    private const int MaxPositions = 255;
    private const int LastPosition = 16383;
    private const int PositionBytes = 2;

    // "a.b/c" is indexed as a whole, as a host and as a path, with a position each: at most four times its length, as measured.
    private const int WorstCase = 5;

    // "2e4x" is indexed as a number and a word.
    private const int SecondWord = 6;

    private readonly Dictionary<string, Entry> words = new(StringComparer.Ordinal);
    private int position;
    private int size;

    private SearchableText(int reserved) => size = reserved;

    /// <summary>Returns as much of a text, from its beginning, as PostgreSQL accepts.</summary>
    /// <param name="text">The text.</param>
    /// <param name="reserved">The bytes of the vector that are needed for others than its words.</param>
    public static string Of(string text, int reserved = 0)
    {
        // At three bytes a character the text cannot exceed the limit, whatever its words are.
        var isShort = (long)text.Length * 3 * WorstCase + reserved < MaxVectorBytes;
        return isShort ? text : new SearchableText(reserved).Fitting(text);
    }

    private string Fitting(string text)
    {
        for (var at = 0; at < text.Length;)
        {
            var end = at;
            while (end < text.Length && !char.IsWhiteSpace(text[end]))
            {
                end++;
            }

            if (end > at && !Add(text[at..end]))
            {
                return text[..at].TrimEnd();
            }

            at = end + 1;
        }

        return text;
    }

    private bool Add(string word)
    {
        // Lower case may be longer; PostgreSQL writes "İ" as two characters in some locales.
        var bytes =
            Math.Max(Encoding.UTF8.GetByteCount(word), Encoding.UTF8.GetByteCount(word.ToLowerInvariant())) + word.Count(c => c == 'İ');
        var isPlain = word.EnumerateRunes().All(IsPlain);
        if (isPlain && bytes > MaxWordBytes)
        {
            return true;
        }

        position = Math.Min(position + 1, LastPosition);
        var known = words.TryGetValue(word, out var entry);
        var added = Growth(bytes, isPlain, known, entry) + (char.IsAsciiDigit(word[0]) ? SecondWord : 0);
        if (size + added > MaxVectorBytes)
        {
            return false;
        }

        size += added;
        words[word] = new Entry(known ? entry.Positions + 1 : 1, position);
        return true;
    }

    private static int Growth(int bytes, bool isPlain, bool known, Entry entry)
    {
        if (!known)
        {
            return isPlain ? bytes + (bytes & 1) + PositionBytes + PositionBytes : WorstCase * (bytes + 1);
        }

        if (entry.Positions >= MaxPositions || entry.Last == LastPosition)
        {
            return 0;
        }

        return isPlain ? PositionBytes : WorstCase * PositionBytes;
    }

    private static bool IsPlain(Rune rune) => Rune.IsLetterOrDigit(rune) || CombiningMarks.Is(rune);

    private readonly record struct Entry(int Positions, int Last);
}
