using System.Text.Json;
using System.Text.RegularExpressions;
using Newsroom.Cli.Screens;
using Newsroom.Cli.Tokens;
using Newsroom.Domain.Stories;
using Newsroom.Domain.Stories.Decisions;

namespace Newsroom.Cli.Stories;

/// <summary>What an accepted command answers.</summary>
/// <param name="Story">The story.</param>
/// <param name="Version">Its version now.</param>
/// <param name="Events">What was recorded.</param>
/// <param name="Slug">Its name in addresses, where the command gave it one.</param>
/// <param name="Merged">The revisions by others it was merged with.</param>
internal sealed partial record CommandAnswer(Guid Story, long Version, IReadOnlyList<AnsweredEvent> Events, string? Slug = null, IReadOnlyList<OtherRevision>? Merged = null)
{
    /// <summary>Tells what was recorded.</summary>
    public void Show(Screen screen, string? token)
    {
        var by = Bearer.Of(token);
        foreach (var happened in Events)
        {
            screen.Say(screen.Sentence(happened.Type, Sentence(happened, by)));
        }

        if (Merged is { Count: > 0 })
        {
            screen.Say($"Merged with {string.Join(", ", Merged.Select(m => $"version {m.Version} by {Screen.Person(m.By)}"))}.");
        }

        screen.Say(Slug is null ? $"Now version {Version}." : $"{Slug} ({Story}) is now version {Version}.", Styles.Title);
    }

    private static string Sentence(AnsweredEvent happened, string? by)
    {
        try
        {
            if (StoryEvents.ByName.TryGetValue(happened.Type, out var type) && happened.Data.Deserialize(type, JsonSerializerOptions.Web) is StoryEvent known)
            {
                var sentence = Sentences.Of(known, by ?? "you").Replace("{you}", "You", StringComparison.Ordinal);
                return Identity().Replace(sentence, match => Screen.Person(match.Groups[1].Value));
            }
        }
        catch (Exception)
        {
            // The command is carried out; an event of a newer newsroom that cannot be told must not make it look otherwise.
        }

        return $"Recorded {happened.Type} (version {happened.Version}).";
    }

    [GeneratedRegex(@"\{([^{}\s]+@[^{}\s]+)\}")]
    private static partial Regex Identity();
}

/// <summary>One recorded event.</summary>
/// <param name="Type">Its storage name.</param>
/// <param name="Version">The version it made.</param>
/// <param name="Data">What happened.</param>
internal sealed record AnsweredEvent(string Type, long Version, JsonElement Data);
