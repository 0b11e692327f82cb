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

    private WordSequence(string text)
    {
        this.text = text;
        Count = new WordReader(text, words, ranges).Read();
    }

    /// <summary>Gets the words, lower case, compatibility composed.</summary>
    public IReadOnlyList<string> Words => words;

    /// <summary>Gets the word count; in unspaced scripts two characters count as one word.</summary>
    public int Count { get; }

    /// <summary>Reads visible text.</summary>
    public static WordSequence Of(string text) => new(text);

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
}
