using System.Text.RegularExpressions;
using Marten;
using Newsroom.Domain.People;

namespace Newsroom.Api.People;

/// <summary>The names of people, to fill into sentences that carry identities.</summary>
public sealed partial class Names(IReadOnlyDictionary<string, string> names)
{
    /// <summary>The names known now.</summary>
    public static async Task<Names> Load(IQuerySession session, CancellationToken cancel) =>
        new((await session.Query<Person>().ToListAsync(cancel)).ToDictionary(p => p.Id, p => p.Name));

    /// <summary>A person's name, or their user name where nobody has described them.</summary>
    public string Of(string person) => names.TryGetValue(person, out var name) ? name : person.Split('@')[0];

    /// <summary>The sentence with names in the place of identities in braces.</summary>
    public string Fill(string sentence) => Identity().Replace(sentence, match => Of(match.Groups[1].Value));

    [GeneratedRegex(@"\{([^{}\s]+@[^{}\s]+)\}")]
    private static partial Regex Identity();
}
