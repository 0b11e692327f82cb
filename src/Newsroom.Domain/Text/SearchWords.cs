using System.Text;

namespace Newsroom.Domain.Text;

/// <summary>
/// Splits visible text into index words (<see cref="SearchText"/>). Scripts without spaces are indexed by overlapping character pairs,
/// which finds every word of two or more characters without a dictionary.
/// </summary>
public static class SearchWords
{
    /// <summary>
    /// Returns the index words of an article without accents (<see cref="AccentFolding"/>): a line for headline and standfirst, one for
    /// byline and dateline, one for the body. Each word has a space on both sides, so that a phrase is found as a part of the text.
    /// </summary>
    public static string Of(Article article)
    {
        var body = VisibleText.TryOfMarkdown(article.Body)?.Text ?? article.Body;
        var words = new StringBuilder(body.Length);
        AppendLine(words, $"{article.Headline}\n{article.Standfirst}");
        AppendLine(words.Append('\n'), $"{article.Byline}\n{article.Dateline}");
        AppendLine(words.Append('\n'), body);
        return words.ToString();
    }

    /// <summary>
    /// Returns the index words of a text, separated by spaces. A dense run of n characters gives n-1 pairs and its last character.
    /// </summary>
    public static string Of(string text)
    {
        var words = new StringBuilder(text.Length);
        foreach (var run in SearchText.Runs(text))
        {
            foreach (var word in Of(run))
            {
                words.Append(words.Length > 0 ? " " : "").Append(word);
            }
        }

        return words.ToString();
    }

    /// <summary>Returns the index words of a run: itself, or its pairs and its last character.</summary>
    internal static IEnumerable<string> Of(SearchRun run) =>
        run.IsDense ? Enumerable.Range(0, run.Characters.Count).Select(run.Pair) : [run.Text];

    private static void AppendLine(StringBuilder words, string text)
    {
        words.Append(' ');
        SearchText.Read(text, words, AppendRun);
    }

    private static void AppendRun(StringBuilder words, ReadOnlySpan<char> run, IReadOnlyList<string> characters)
    {
        if (characters.Count == 0)
        {
            words.AppendFolded(run);
            words.Append(' ');
            return;
        }

        foreach (var word in Of(new SearchRun(run.ToString(), IsDense: true, characters)))
        {
            words.AppendFolded(word);
            words.Append(' ');
        }
    }
}
