using System.Collections.Immutable;
using Marten;
using Marten.Services.BatchQuerying;
using Newsroom.Domain.Kernel;
using Newsroom.Domain.People;
using Newsroom.Domain.Stories;
using Newsroom.Domain.Stories.Gates;

namespace Newsroom.Api.People.Queries;

/// <summary>Loads the current names of people.</summary>
public static class PersonNameLookup
{
    /// <summary>Loads all names.</summary>
    public static async Task<PersonNames> LoadAsync(IQuerySession session, CancellationToken cancellationToken) =>
        await LoadInBatchAsync(session.CreateBatchQuery(), cancellationToken);

    /// <summary>Loads all names in a batch.</summary>
    public static Task<PersonNames> PeopleAsync(this IBatchedQuery batch) => batch.AddItem(new PersonNamesQuery());

    /// <summary>Replaces identities in a refusal with names; queries only where there are identities.</summary>
    public static async Task<Refusal> ResolveAsync(Refusal refusal, IQuerySession session, CancellationToken cancellationToken)
    {
        if (!PersonNames.AreIn(refusal.Detail) && refusal is not GateRefusal)
        {
            return refusal;
        }

        var names = await LoadAsync(session, cancellationToken);
        refusal = refusal with { Detail = names.Resolve(refusal.Detail) };
        return refusal is GateRefusal gates ? gates with { Gates = names.Resolve(gates.Gates) } : refusal;
    }

    private static async Task<PersonNames> LoadInBatchAsync(IBatchedQuery batch, CancellationToken cancellationToken)
    {
        var names = batch.PeopleAsync();
        await batch.Execute(cancellationToken);
        return await names;
    }
}
