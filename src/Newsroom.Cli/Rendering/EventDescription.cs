using System.Text.Json;
using System.Text.RegularExpressions;
using Newsroom.Domain.Stories;

namespace Newsroom.Cli.Rendering;

/// <summary>Describes events of stories as sentences.</summary>
internal static partial class EventDescription
{
    /// <summary>Returns the sentence of an event; null for an event that this client cannot read.</summary>
    /// <param name="type">The stored name.</param>
    /// <param name="data">The data.</param>
    /// <param name="actor">The identity of the actor; “you” where it is unknown.</param>
    public static string? Of(string type, JsonElement data, string actor)
    {
        try
        {
            if (
                StoryEvents.ByName.TryGetValue(type, out var known) && data.Deserialize(known, JsonSerializerOptions.Web) is StoryEvent read
            )
            {
                var sentence = Sentences.Of(read, actor).Replace("{you}", "You", StringComparison.Ordinal);
                return WithNames(sentence);
            }
        }
        catch (Exception)
        {
            // The server accepted the command: an event in a newer format must not be reported as a failure.
        }

        return null;
    }

    private static string WithNames(string sentence) =>
        IdentityPlaceholder().Replace(sentence, match => ConsoleRenderer.PersonName(match.Groups[1].Value));

    [GeneratedRegex(@"\{([^{}\s]+@[^{}\s]+)\}")]
    private static partial Regex IdentityPlaceholder();
}
