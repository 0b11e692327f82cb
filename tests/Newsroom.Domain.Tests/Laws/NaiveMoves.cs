namespace Newsroom.Domain.Tests.Laws;

/// <summary>Which words a revision of one text moved, the slow way: every word taken out is tried against every word put in.</summary>
internal static class NaiveMoves
{
    /// <summary>Each run of three words or more: where it stands after the revision, and where it stood before.</summary>
    public static IEnumerable<(int At, TextRange From)> In(System.Collections.Immutable.ImmutableArray<TextEdit> edits)
    {
        var shift = 0;
        foreach (var put in edits)
        {
            var taken = 0;
            foreach (var at in WordsOf(put.Insert))
            {
                var (best, from) = (0, 0);
                foreach (var removed in edits)
                {
                    foreach (var start in WordsOf(removed.Remove))
                    {
                        var length = Common(removed.Remove[start..], put.Insert[at..]);
                        if (length > best && WordsOf(put.Insert.Substring(at, length)).Count >= 3)
                        {
                            (best, from) = (length, removed.At + start);
                        }
                    }
                }

                if (at >= taken && best > 0)
                {
                    yield return (put.At + shift + at, new TextRange(from, from + best));
                    taken = at + best;
                }
            }

            shift += put.Shift;
        }
    }

    private static List<int> WordsOf(string text) => [.. Enumerable.Range(0, text.Length).Where(i => char.IsLetterOrDigit(text[i]) && (i == 0 || !char.IsLetterOrDigit(text[i - 1])))];

    private static int Common(string one, string other)
    {
        var length = one.Zip(other).TakeWhile(pair => pair.First == pair.Second).Count();
        while (length > 0 && (Splits(one, length) || Splits(other, length)))
        {
            length--;
        }

        return length;
    }

    private static bool Splits(string text, int at) => at < text.Length && char.IsLetterOrDigit(text[at]) && char.IsLetterOrDigit(text[at - 1]);
}
