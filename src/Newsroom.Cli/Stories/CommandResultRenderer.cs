using Newsroom.Cli.Rendering;
using Newsroom.Cli.Tokens;
using Newsroom.Client.Stories;

namespace Newsroom.Cli.Stories;

internal static class CommandResultRenderer
{
    /// <summary>Writes the appended events, the merged revisions and the new version.</summary>
    public static void WriteCommandResult(this ConsoleRenderer console, CommandResult result, string? token)
    {
        var actor = TokenIdentity.Read(token) ?? "you";
        foreach (var appended in result.Events)
        {
            console.Write(console.LocalizeTimes(appended.Type, Describe(appended, actor)));
        }

        if (result.Merged is { Count: > 0 } merged)
        {
            var revisions = merged.Select(m => $"version {m.Version} by {ConsoleRenderer.PersonName(m.By)}");
            console.Write($"Merged with {string.Join(", ", revisions)}.");
        }

        var story = result.Slug is null ? "Now" : $"{result.Slug} ({result.Story}) is now";
        console.Write($"{story} version {result.Version}.", Styles.Heading);
    }

    private static string Describe(AppendedEvent appended, string actor) =>
        EventDescription.Of(appended.Type, appended.Data, actor) ?? $"Recorded {appended.Type} (version {appended.Version}).";
}
