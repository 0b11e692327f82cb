namespace Newsroom.Domain.Tests.Stories.Properties;

/// <summary>People who save whole texts, and one who saves last and has read only the first.</summary>
internal static class Saves
{
    /// <summary>Returns the body after the last save; null if it is refused as overlapping.</summary>
    public static string? Merge(string first, IEnumerable<(string By, string Body)> saves, (string By, string Body) last) =>
        Merge(first, saves.Select(save => (save.By, save.Body, (long?)null)), last);

    /// <summary>The same, with some earlier saves also based on version 1 and merged.</summary>
    public static string? Merge(string first, IEnumerable<(string By, string Body, long? Saw)> saves, (string By, string Body) last)
    {
        var (now, others) = (first, new List<OtherRevision>());
        foreach (var (by, body, saw) in saves)
        {
            var saved = new ArticleEdits([], [], TextDiff.Between(now, body));
            others.Add(new OtherRevision(others.Count + 2, by, saved) { Saw = saw ?? others.Count + 1 });
            now = body;
        }

        var text = new StoryText(
            Guid.Empty,
            others.Count + 1,
            new Article("", "", now, "", ""),
            Blame.Of("", "", 1),
            Blame.Of("", "", 1),
            Blame.Of(now, "ed", 1)
        );
        var refusal = new ConcurrentRevisions(1, others.Count + 1, [.. others]).Merge(
            text,
            field => field == ArticleField.Body ? last.Body : null,
            last.By,
            out var edits
        );
        return refusal is null ? edits.Apply(text.Article).Body : null;
    }
}
