using System.Collections.Immutable;
using Newsroom.Client.Speakers;

namespace Newsroom.Cli.Marking;

/// <summary>Finds speakers by what people type: an id, a name, or words of a name.</summary>
internal static class SpeakerNames
{
    /// <summary>Returns the speakers that an answer can mean; one where it is unambiguous.</summary>
    public static ImmutableArray<SpeakerDetails> Find(IReadOnlyList<SpeakerDetails> speakers, string answer)
    {
        var byId = speakers.Where(s => s.Id == answer).ToImmutableArray();
        if (!byId.IsEmpty)
        {
            return byId;
        }

        var byName = speakers.Where(s => s.Name.Equals(answer, StringComparison.OrdinalIgnoreCase)).ToImmutableArray();
        var words = Words(answer);
        return byName.IsEmpty && words.Length > 0 ? [.. speakers.Where(s => Has(Words(s.Name), words))] : byName;
    }

    private static bool Has(string[] name, string[] words) =>
        words.All(word => name.Any(part => part.StartsWith(word, StringComparison.OrdinalIgnoreCase)));

    private static string[] Words(string name) => name.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
}
