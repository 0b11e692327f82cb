using System.Text;

namespace Newsroom.Domain.Text;

/// <summary>
/// The words a story is found by: what a reader reads, in one spelling (<see cref="SearchText"/>). A script without spaces is indexed by
/// overlapping pairs of characters, because no dictionary of its words is needed for them and every word of two characters or more is
/// found.
/// </summary>
public static class SearchWords
{
    /// <summary>The words of an article, one space between them.</summary>
    public static string Of(Article article) =>
        Of($"{article.Headline}\n{article.Standfirst}\n{VisibleText.TryOfMarkdown(article.Body)?.Text ?? article.Body}");

    /// <summary>
    /// The words of a text, one space between them: a run of n characters without spaces gives n-1 pairs and its last character.
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
