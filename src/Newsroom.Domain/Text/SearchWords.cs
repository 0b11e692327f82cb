using System.Text;

namespace Newsroom.Domain.Text;

/// <summary>
/// Splits visible text into index words (<see cref="SearchText"/>). Scripts without spaces are indexed by overlapping character pairs,
/// which finds every word of two or more characters without a dictionary.
/// </summary>
public static class SearchWords
{
    /// <summary>Returns the index words of an article, separated by spaces.</summary>
    public static string Of(Article article) =>
        Of($"{article.Headline}\n{article.Standfirst}\n{VisibleText.TryOfMarkdown(article.Body)?.Text ?? article.Body}");

    /// <summary>
    /// Returns the index words of a text, separated by spaces. A dense run of n characters gives n-1 pairs and its last character.
    /// </summary>
    public static string Of(string text)
    {
        var words = new StringBuilder(text.Length);
        foreach (var run in SearchText.Runs(text))
        {
            if (!run.IsDense)
            {
                Append(words, run.Text);
                continue;
            }

            for (var i = 0; i < run.Characters.Count; i++)
            {
                Append(words, run.Pair(i));
            }
        }

        return words.ToString();
    }

    private static void Append(StringBuilder words, string word)
    {
        if (words.Length > 0)
        {
            words.Append(' ');
        }

        words.Append(word);
    }
}
