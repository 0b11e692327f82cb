namespace Newsroom.Domain.Text;

/// <summary>Finds the ends of runs of whole words.</summary>
internal sealed class WordBorders
{
    private readonly string text;

    // For each offset, the last one before it that splits no word; computed on first use.
    private int[]? before;

    public WordBorders(string text) => this.text = text;

    /// <summary>Returns whether an offset splits a word.</summary>
    public bool Splits(int at) => Splits(text, at);

    /// <summary>Returns the last offset before this one that splits no word; 0 if there is none.</summary>
    public int LastBefore(int at)
    {
        if (before is null)
        {
            before = new int[text.Length + 1];
            for (var i = 1; i <= text.Length; i++)
            {
                before[i] = i - 1 == 0 || !Splits(i - 1) ? i - 1 : before[i - 1];
            }
        }

        return before[at];
    }

    /// <summary>Returns whether an offset of a text splits a word.</summary>
    public static bool Splits(string text, int at) =>
        at > 0
        && at < text.Length
        && IsOfWord(text[at - 1])
        && IsOfWord(text[at])
        && !(
            !char.IsLowSurrogate(text[at])
            && (TextTokens.IsUnspaced(text, at) || TextTokens.IsUnspaced(text, at - 1))
            && !TextTokens.Attaches(text, at)
        );

    public static bool IsOfWord(char c) => !char.IsWhiteSpace(c) && !char.IsPunctuation(c);
}
