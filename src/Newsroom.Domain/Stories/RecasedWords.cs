using System.Globalization;
using System.Text;
using Newsroom.Domain.Kernel;
using Newsroom.Domain.Text;

namespace Newsroom.Domain.Stories;

/// <summary>
/// Finds words of which a correction changed only the letter case: polish, Polish. Case is ignored at the beginning of a sentence, and
/// among words that are all capitalised, such as a title.
/// </summary>
/// <param name="before">The visible text before the correction.</param>
/// <param name="words">Its words.</param>
/// <param name="after">The text after it.</param>
internal sealed class RecasedWords(string before, WordSequence words, string after)
{
    private readonly WordSequence corrected = WordSequence.Of(after);
    private int shifted;

    /// <summary>Returns the indexes of such words in the next edit; edits are passed in order.</summary>
    public IEnumerable<int> In(TextEdit edit)
    {
        var at = edit.At + shifted;
        shifted += edit.Insert.Length - edit.Remove.Length;
        var (first, end) = (words.IndexAt(edit.At), words.IndexFrom(edit.End));
        var (now, nowEnd) = (corrected.IndexAt(at), corrected.IndexFrom(at + edit.Insert.Length));
        if (end - first != nowEnd - now)
        {
            return [];
        }

        return Enumerable.Range(first, Math.Max(0, end - first)).Where(i => IsRecased(i, now + i - first)).ToList();
    }

    /// <summary>Returns whether replaced words are at a place with the recased word in its former case.</summary>
    /// <param name="replaced">The run of words.</param>
    /// <param name="pattern">The run, split into words.</param>
    /// <param name="cased">The index of the word compared exactly.</param>
    /// <param name="text">The visible text.</param>
    /// <param name="sequence">Its words.</param>
    /// <param name="at">The index of the first word.</param>
    public static bool IsSame(string replaced, WordSequence pattern, int cased, string text, WordSequence sequence, int at)
    {
        var word = Raw(text, sequence, at + cased);
        if (word != Raw(replaced, pattern, cased) || (IsCapital(word) && BeginsSentence(text, sequence.RangeOf(at + cased, 1).Start)))
        {
            return false;
        }

        return HasLowerBeside(text, sequence, at, pattern.Words.Count, cased)
            || !HasLowerBeside(replaced, pattern, 0, pattern.Words.Count, cased);
    }

    private bool IsRecased(int was, int now) =>
        words.Words[was] == corrected.Words[now]
        && Raw(before, words, was) != Raw(after, corrected, now)
        && !BeginsSentence(before, words.RangeOf(was, 1).Start)
        && !BeginsSentence(after, corrected.RangeOf(now, 1).Start);

    private static string Raw(string text, WordSequence sequence, int word) => Normaliser.Normalise(sequence.RangeOf(word, 1).Of(text));

    private static bool IsCapital(string word) => Rune.TryGetRuneAt(word, 0, out var first) && Rune.IsUpper(first);

    /// <summary>Returns whether a neighbour of the compared word begins with a lower-case letter.</summary>
    private static bool HasLowerBeside(string text, WordSequence sequence, int at, int count, int cased)
    {
        for (var i = 0; i < count; i++)
        {
            if (i != cased && Rune.TryGetRuneAt(text, sequence.RangeOf(at + i, 1).Start, out var first) && Rune.IsLower(first))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Returns whether a sentence or line begins at a place, apart from white space and opening marks.</summary>
    private static bool BeginsSentence(string text, int at)
    {
        const string Ends = ".!?…:;。！？";
        while (at > 0 && text[at - 1] is not '\n' && (char.IsWhiteSpace(text[at - 1]) || IsOpening(text[at - 1])))
        {
            at--;
        }

        return at == 0 || text[at - 1] is '\n' || Ends.Contains(text[at - 1], StringComparison.Ordinal);
    }

    private static bool IsOpening(char c) =>
        c is '"' or '\'' or '(' or '[' or '–' or '—' or '-'
        || char.GetUnicodeCategory(c)
            is UnicodeCategory.InitialQuotePunctuation
                or UnicodeCategory.FinalQuotePunctuation
                or UnicodeCategory.OpenPunctuation;
}
