// Frozen: part of the verifier of bundle format 1. Bundles that were handed out are verified with it, so it is never changed.
namespace Newsroom.Evidence.V1;

/// <summary>Where in a text a run of whole words can end.</summary>
internal sealed class WordBorders
{
    private readonly string text;

    // Of each offset, the last before it at which no word is split; made when it is first asked for.
    private int[]? before;

    public WordBorders(string text) => this.text = text;

    /// <summary>Whether a word stands on both sides of an offset.</summary>
    public bool Splits(int at) => Splits(text, at);

    /// <summary>The last offset before this one that splits no word; 0 where there is none.</summary>
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

    /// <summary>Whether a word stands on both sides of an offset of a text.</summary>
    public static bool Splits(string text, int at) => at > 0 && at < text.Length && IsOfWord(text[at - 1]) && IsOfWord(text[at]);

    /// <summary>Whether a character is neither white space nor punctuation.</summary>
    public static bool IsOfWord(char c) => !char.IsWhiteSpace(c) && !char.IsPunctuation(c);
}
