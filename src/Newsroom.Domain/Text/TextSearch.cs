namespace Newsroom.Domain.Text;

/// <summary>
/// Finds all occurrences of a string in linear time (Knuth, Morris, Pratt). A naive search is quadratic for repetitive texts.
/// </summary>
public static class TextSearch
{
    /// <summary>Returns the offsets of all occurrences, which may overlap, in order; none for an empty string.</summary>
    public static IEnumerable<int> All(string text, string words)
    {
        if (words.Length == 0 || words.Length > text.Length)
        {
            yield break;
        }

        var first = text.IndexOf(words[0], StringComparison.Ordinal);
        var borders = first < 0 ? [] : Borders(words);
        var matched = 0;
        for (var at = first; at >= 0 && at < text.Length; at++)
        {
            while (matched > 0 && text[at] != words[matched])
            {
                matched = borders[matched - 1];
            }

            matched += text[at] == words[matched] ? 1 : 0;
            if (matched == words.Length)
            {
                yield return at + 1 - words.Length;
                matched = borders[matched - 1];
            }
        }
    }

    /// <summary>Computes, for each prefix, the length of its longest proper prefix that is also its suffix.</summary>
    private static int[] Borders(string words)
    {
        var borders = new int[words.Length];
        for (var (at, length) = (1, 0); at < words.Length; at++)
        {
            while (length > 0 && words[at] != words[length])
            {
                length = borders[length - 1];
            }

            length += words[at] == words[length] ? 1 : 0;
            borders[at] = length;
        }

        return borders;
    }
}
