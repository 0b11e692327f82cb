using System.Globalization;
using System.Text;

namespace Newsroom.Domain.Text;

/// <summary>A word of a text as it is written, in the spelling of the search index.</summary>
/// <param name="Range">Its place in the text.</param>
/// <param name="Text">The index word: a word, or a pair of characters of a script without spaces.</param>
/// <param name="IsPair">Whether it consists of characters of a script without spaces.</param>
public readonly record struct FoldedWord(TextRange Range, string Text, bool IsPair)
{
    /// <summary>Returns the words of a text. Pairs overlap.</summary>
    /// <param name="text">The text.</param>
    /// <param name="mayMatch">Leaves out words of ASCII by their first character, in lower case, before they are folded.</param>
    public static IEnumerable<FoldedWord> Of(string text, Func<char, bool> mayMatch)
    {
        for (var at = 0; at < text.Length;)
        {
            var (end, isAscii) = End(text, at);
            if (end == at)
            {
                at += Rune.TryGetRuneAt(text, at, out var skipped) ? skipped.Utf16SequenceLength : 1;
                continue;
            }

            if (!isAscii)
            {
                foreach (var word in OfRun(text, new TextRange(at, end)))
                {
                    yield return word;
                }
            }
            else if (mayMatch(char.ToLowerInvariant(text[at])))
            {
                yield return new FoldedWord(new TextRange(at, end), text[at..end].ToLowerInvariant(), IsPair: false);
            }

            at = end;
        }
    }

    private static (int End, bool IsAscii) End(string text, int at)
    {
        var (isAscii, isDense) = (true, (bool?)null);
        while (at < text.Length)
        {
            if (char.IsAscii(text[at]))
            {
                if (!char.IsAsciiLetterOrDigit(text[at]) || isDense == true)
                {
                    break;
                }

                (isDense, at) = (false, at + 1);
                continue;
            }

            // Soft hyphens and the like are inside of words.
            var isRune = Rune.TryGetRuneAt(text, at, out var rune);
            if (!isRune || !(TextTokens.IsWord(rune) || rune.Value is 0xAD or 0x200B or 0x2060 or 0xFEFF))
            {
                break;
            }

            if (TextTokens.IsWord(rune) && !SearchText.IsMark(rune))
            {
                if ((isDense ?? SearchText.IsDense(rune)) != SearchText.IsDense(rune))
                {
                    break;
                }

                isDense = SearchText.IsDense(rune);
            }

            isAscii = false;
            at += rune.Utf16SequenceLength;
        }

        return (at, isAscii);
    }

    private static IEnumerable<FoldedWord> OfRun(string text, TextRange range)
    {
        var runs = SearchText.Runs(range.Of(text));
        var places = runs is [{ IsDense: true }] ? Characters(text, range) : [];
        foreach (var run in runs)
        {
            if (!run.IsDense)
            {
                yield return new FoldedWord(range, AccentFolding.Fold(run.Text), IsPair: false);
                continue;
            }

            for (var i = 0; i < run.Characters.Count; i++)
            {
                // Normalisation may join or split characters: then the pair is somewhere in the run.
                var place =
                    places.Count == run.Characters.Count
                        ? new TextRange(places[i].Start, places[Math.Min(i + 1, places.Count - 1)].End)
                        : range;
                yield return new FoldedWord(place, run.Pair(i), IsPair: true);
            }
        }
    }

    private static List<TextRange> Characters(string text, TextRange range)
    {
        var places = new List<TextRange>();
        for (var at = range.Start; at < range.End;)
        {
            Rune.TryGetRuneAt(text, at, out var rune);
            var end = at + Math.Max(1, rune.Utf16SequenceLength);
            if (places.Count > 0 && (CombiningMarks.Is(rune) || rune.Value is 0x200C or 0x200D))
            {
                places[^1] = new TextRange(places[^1].Start, end);
            }
            else
            {
                places.Add(new TextRange(at, end));
            }

            at = end;
        }

        return places;
    }
}
