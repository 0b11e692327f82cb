using System.Text;

namespace Newsroom.Domain.Articles;

/// <summary>What stories are searched by: the words a reader reads, without addresses, markup and marks, in lower case.</summary>
public static class SearchWords
{
    /// <summary>The words of an article, one space between them.</summary>
    public static string Of(Article article) => Words($"{article.Headline}\n{article.Standfirst}\n{ReadersText.TryOfMarkdown(article.Body)?.Text ?? article.Body}", keep: "");

    /// <summary>What somebody typed in a search box, cut into words in the same way; quote marks and a leading hyphen keep their meaning.</summary>
    public static string OfQuery(string typed) => Words(typed, keep: "\"-");

    private static string Words(string text, string keep)
    {
        var words = new StringBuilder(text.Length);
        Span<char> lower = stackalloc char[2];
        foreach (var rune in text.EnumerateRunes())
        {
            if (TextTokens.IsWord(rune))
            {
                words.Append(lower[..Rune.ToLowerInvariant(rune).EncodeToUtf16(lower)]);
            }
            else if (rune.IsAscii && keep.Contains((char)rune.Value, StringComparison.Ordinal) && (rune.Value != '-' || words.Length == 0 || words[^1] == ' '))
            {
                words.Append((char)rune.Value);
            }
            else if (words.Length > 0 && words[^1] != ' ')
            {
                words.Append(' ');
            }
        }

        return words.ToString().TrimEnd();
    }
}
