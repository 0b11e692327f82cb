using System.Text.Json;
using System.Text.RegularExpressions;
using Newsroom.Cli.Rendering;
using Newsroom.Cli.Tokens;
using Newsroom.Client.Stories;
using Newsroom.Domain.Stories;

namespace Newsroom.Cli.Stories;

internal static partial class CommandResultRenderer
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

    private static string Describe(AppendedEvent appended, string actor)
    {
        try
        {
            if (
                StoryEvents.ByName.TryGetValue(appended.Type, out var type)
                && appended.Data.Deserialize(type, JsonSerializerOptions.Web) is StoryEvent known
            )
            {
                var sentence = Sentences.Of(known, actor).Replace("{you}", "You", StringComparison.Ordinal);
                return IdentityPlaceholder().Replace(sentence, match => ConsoleRenderer.PersonName(match.Groups[1].Value));
            }
        }
        catch (Exception)
        {
            // The server accepted the command: an event in a newer format must not be reported as a failure.
        }

        return $"Recorded {appended.Type} (version {appended.Version}).";
    }

    [GeneratedRegex(@"\{([^{}\s]+@[^{}\s]+)\}")]
    private static partial Regex IdentityPlaceholder();
}
