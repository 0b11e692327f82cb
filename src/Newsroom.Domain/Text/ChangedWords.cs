namespace Newsroom.Domain.Text;

/// <summary>Describes the first visible difference between two articles; ignores typography, markup and white space.</summary>
public static class ChangedWords
{
    private const int MaxCharacters = 80;
    private const int Context = 20;

    /// <summary>Describes the first difference; null if readers see the same text.</summary>
    public static string? First(Article before, Article after) =>
        In("headline", before.Headline, after.Headline)
        ?? In("standfirst", before.Standfirst, after.Standfirst)
        ?? In("body", VisibleText.OfMarkdown(before.Body).Text, VisibleText.OfMarkdown(after.Body).Text)
        ?? In("byline", before.Byline, after.Byline)
        ?? In("dateline", before.Dateline, after.Dateline);

    private static string? In(string name, string before, string after)
    {
        var (was, now) = (Normaliser.Normalise(before), Normaliser.Normalise(after));
        if (was == now)
        {
            return null;
        }

        var edit = TextDiff.Between(was, now)[0];
        return (edit.Remove.Trim(), edit.Insert.Trim()) switch
        {
            ("", "") => $"words of the {name} were joined or split at “{Around(was, edit)}”",
            ("", var added) => $"“{Cut(added)}” was added to the {name}",
            (var removed, "") => $"“{Cut(removed)}” was removed from the {name}",
            var (removed, added) => $"“{Cut(removed)}” became “{Cut(added)}” in the {name}",
        };
    }

    private static string Around(string text, TextEdit edit) =>
        Cut(text[Math.Max(0, edit.At - Context)..Math.Min(text.Length, edit.End + Context)]);

    private static string Cut(string words)
    {
        if (words.Length <= MaxCharacters)
        {
            return words;
        }

        var end = char.IsHighSurrogate(words[MaxCharacters - 1]) ? MaxCharacters - 1 : MaxCharacters;
        return $"{words[..end]}…";
    }
}
