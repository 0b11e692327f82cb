using System.Text.RegularExpressions;
using Newsroom.Domain.People;
using Newsroom.Evidence.Replay;

// Frozen: part of the verifier of bundle format 1. Bundles that were handed out are verified with it, so it is never changed.

namespace Newsroom.Evidence.V1;

/// <summary>The names of people, to fill into sentences that carry identities.</summary>
internal sealed partial class Names(IReadOnlyDictionary<string, string> names)
{
    public static Names In(IEnumerable<BundledEvent> events)
    {
        var names = new Dictionary<string, string>();
        foreach (var bundled in events.Where(e => e.Record.Type == "person_described"))
        {
            var person = StoredJson.Read<PersonDescribed>(bundled.Event.Data());
            names[person.Id] = person.Name;
        }

        return new Names(names);
    }

    public string Of(string person) => names.TryGetValue(person, out var name) ? name : person.Split('@')[0];

    public string Fill(string sentence) => Identity().Replace(sentence, match => Of(match.Groups[1].Value));

    [GeneratedRegex(@"\{([^{}\s]+@[^{}\s]+)\}")]
    private static partial Regex Identity();
}
