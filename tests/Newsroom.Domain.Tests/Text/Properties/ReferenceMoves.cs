namespace Newsroom.Domain.Tests.Text.Properties;

/// <summary>Reference implementation of move detection: compares every removed word with every inserted one.</summary>
internal static class ReferenceMoves
{
    /// <summary>Lists each moved run of three words or more: its place after and before the revision.</summary>
    public static IEnumerable<(int At, ArticleField Field, TextRange From)> In(ArticleEdits edits, ArticleField field)
    {
        var shift = 0;
        foreach (var put in edits[field])
        {
            var taken = 0;
            foreach (var at in WordsOf(put.Insert))
            {
                var (best, from, text) = (0, 0, field);
                foreach (var (source, removed) in Enum.GetValues<ArticleField>().SelectMany(f => edits[f].Select(e => (f, e))))
                {
                    foreach (var start in WordsOf(removed.Remove))
                    {
                        var length = Common(removed.Remove[start..], put.Insert[at..]);
                        if (length > best && WordsOf(put.Insert.Substring(at, length)).Count >= 3)
                        {
                            (best, from, text) = (length, removed.At + start, source);
                        }
                    }
                }

                if (at >= taken && best > 0)
                {
                    yield return (put.At + shift + at, text, new TextRange(from, from + best));
                    taken = at + best;
                }
            }

            shift += put.Shift;
        }
    }

    private static List<int> WordsOf(string text) =>
        [.. Enumerable.Range(0, text.Length).Where(i => char.IsLetterOrDigit(text[i]) && (i == 0 || !char.IsLetterOrDigit(text[i - 1])))];

    private static int Common(string one, string other)
    {
        var length = one.Zip(other).TakeWhile(pair => pair.First == pair.Second).Count();
        while (length > 0 && (Splits(one, length) || Splits(other, length)))
        {
            length--;
        }

        return length;
    }

    private static bool Splits(string text, int at) =>
        at < text.Length && char.IsLetterOrDigit(text[at]) && char.IsLetterOrDigit(text[at - 1]);
}
