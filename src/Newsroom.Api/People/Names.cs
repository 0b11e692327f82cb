using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Marten;
using Newsroom.Domain;
using Newsroom.Domain.Gates;
using Newsroom.Domain.People;

namespace Newsroom.Api.People;

/// <summary>The names of people, to fill into sentences that carry identities.</summary>
public sealed partial class Names(IReadOnlyDictionary<string, string> names)
{
    /// <summary>The names known now.</summary>
    public static async Task<Names> Load(IQuerySession session, CancellationToken cancel) =>
        new((await session.Query<Person>().ToListAsync(cancel)).ToDictionary(p => p.Id, p => p.Name));

    /// <summary>A refusal with names in the place of identities; nobody is looked up where nobody is named.</summary>
    public static async Task<Refusal> Fill(Refusal refusal, IQuerySession session, CancellationToken cancel)
    {
        if (!Identity().IsMatch(refusal.Detail) && refusal.Gates.IsEmpty)
        {
            return refusal;
        }

        var names = await Load(session, cancel);
        return refusal with { Detail = names.Fill(refusal.Detail), Gates = names.Fill(refusal.Gates) };
    }

    /// <summary>Gates' outcomes with names in the place of identities; nobody is looked up where nobody is named.</summary>
    public static async Task<ImmutableArray<GateResult>> Fill(ImmutableArray<GateResult> gates, IQuerySession session, CancellationToken cancel) =>
        gates.Any(g => g.Reasons.Any(r => Identity().IsMatch(r.Message))) ? (await Load(session, cancel)).Fill(gates) : gates;

    /// <summary>Gates' outcomes with names in the place of identities.</summary>
    public ImmutableArray<GateResult> Fill(ImmutableArray<GateResult> gates) =>
        [.. gates.Select(g => g with { Reasons = [.. g.Reasons.Select(r => r with { Message = Fill(r.Message) })] })];

    /// <summary>A person's name, or their user name where nobody has described them.</summary>
    public string Of(string person) => names.TryGetValue(person, out var name) ? name : person.Split('@')[0];

    /// <summary>The sentence with names in the place of identities in braces.</summary>
    public string Fill(string sentence) => Identity().Replace(sentence, match => Of(match.Groups[1].Value));

    [GeneratedRegex(@"\{([^{}\s]+@[^{}\s]+)\}")]
    private static partial Regex Identity();
}
