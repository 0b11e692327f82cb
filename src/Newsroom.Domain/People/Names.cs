using System.Text.RegularExpressions;

namespace Newsroom.Domain.People;

/// <summary>The names of people, to fill into sentences that carry identities.</summary>
public sealed partial class Names(IReadOnlyDictionary<string, string> names)
{
    /// <summary>Whether a sentence names anybody.</summary>
    public static bool AreIn(string sentence) => Identity().IsMatch(sentence);

    /// <summary>A person's name, or their user name where nobody has described them.</summary>
    public string Of(string person) => names.TryGetValue(person, out var name) ? name : person.Split('@')[0];

    /// <summary>The sentence with names in the place of identities in braces.</summary>
    public string Fill(string sentence) => Identity().Replace(sentence, match => Of(match.Groups[1].Value));

    [GeneratedRegex(@"\{([^{}\s]+@[^{}\s]+)\}")]
    private static partial Regex Identity();
}
