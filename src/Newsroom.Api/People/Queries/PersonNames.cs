using System.Collections.Immutable;
using Marten;
using Marten.Services.BatchQuerying;
using Newsroom.Domain.Kernel;
using Newsroom.Domain.People;
using Newsroom.Domain.Stories;
using Newsroom.Domain.Stories.Gates;

namespace Newsroom.Api.People.Queries;

/// <summary>Loads the current names of people.</summary>
public static class PersonNames
{
    /// <summary>Loads all names.</summary>
    public static async Task<Names> LoadAsync(IQuerySession session, CancellationToken cancellationToken) =>
        Of(await session.Query<Person>().ToListAsync(cancellationToken));

    /// <summary>Loads all names in a batch.</summary>
    public static async Task<Names> PeopleAsync(this IBatchedQuery batch) => Of(await batch.Query<Person>().ToList());

    /// <summary>Replaces identities in a refusal with names; queries only where there are identities.</summary>
    public static async Task<Refusal> ResolveAsync(Refusal refusal, IQuerySession session, CancellationToken cancellationToken)
    {
        if (!Names.AreIn(refusal.Detail) && refusal is not GateRefusal)
        {
            return refusal;
        }

        var names = await LoadAsync(session, cancellationToken);
        refusal = refusal with { Detail = names.Fill(refusal.Detail) };
        return refusal is GateRefusal gates ? gates with { Gates = names.Fill(gates.Gates) } : refusal;
    }

    /// <summary>Replaces identities in gates' outcomes with names; queries only where there are identities.</summary>
    public static async Task<ImmutableArray<GateResult>> ResolveAsync(
        ImmutableArray<GateResult> gates,
        IQuerySession session,
        CancellationToken cancellationToken
    ) => gates.Any(g => g.Reasons.Any(r => Names.AreIn(r.Message))) ? (await LoadAsync(session, cancellationToken)).Fill(gates) : gates;

    private static Names Of(IEnumerable<Person> people) => new(people.ToDictionary(p => p.Id, p => p.Name));
}
