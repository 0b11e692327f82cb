using System.Text.RegularExpressions;

namespace Newsroom.Domain.People;

/// <summary>Replaces identities in sentences with the names of people.</summary>
public sealed partial class PersonNames(IReadOnlyDictionary<string, string> names)
{
    /// <summary>Returns whether a sentence contains identities.</summary>
    public static bool AreIn(string sentence) => sentence.Contains('{', StringComparison.Ordinal) && Identity().IsMatch(sentence);

    /// <summary>Returns a person's name; the user name where there is none.</summary>
    public string Of(string person) => names.TryGetValue(person, out var name) ? name : person.Split('@')[0];

    /// <summary>Replaces identities in braces with names.</summary>
    public string Resolve(string sentence) => Identity().Replace(sentence, match => Of(match.Groups[1].Value));

    [GeneratedRegex(@"\{([^{}\s]+@[^{}\s]+)\}")]
    private static partial Regex Identity();
}
