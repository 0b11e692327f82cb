using Newsroom.Client.Stories;

namespace Newsroom.Cli.Rendering;

internal static class ConflictRenderer
{
    /// <summary>Writes the common base and both sides of a conflicting edit.</summary>
    public static void WriteConflict(this ConsoleRenderer console, EditConflict conflict)
    {
        var theirs = conflict.Theirs;
        var people = string.Join(" and ", theirs.By.Select(ConsoleRenderer.PersonName));
        console.Write($"In the {conflict.Field}:", Styles.Heading);
        console.WriteIndented($"Base (version {conflict.Base.Version}): {Quote(conflict.Base.Words)}");
        console.WriteIndented($"Yours: {Quote(conflict.Yours.Words)}", Styles.Pending);
        console.WriteIndented($"Theirs (version {theirs.Version}, by {people}): {Quote(theirs.Words)}", Styles.Failure);
    }

    private static string Quote(string words) => string.IsNullOrWhiteSpace(words) ? "nothing" : $"“{words.Trim()}”";
}
