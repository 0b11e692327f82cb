using System.Collections.Immutable;
using Marten;
using Marten.Linq.MatchesSql;
using Newsroom.Domain.Erasures;
using Newsroom.Domain.Kernel;
using Npgsql;

namespace Newsroom.Api.Erasures;

/// <summary>Finds the requested erasures that a person can decide.</summary>
public sealed class PendingErasures(NpgsqlDataSource database)
{
    private const int MaxRequests = 50;
    private const string IsRequested = "d.data ->> 'state' = 'requested'";

    /// <summary>Lists requests with the command that decides them; a request without data to erase can only be rejected.</summary>
    public async Task<IReadOnlyList<(Erasure Erasure, string Command)>> ForAsync(
        IQuerySession session,
        Actor actor,
        CancellationToken cancellationToken
    )
    {
        if (ConfigurationCatalog.ApproveErasure.RefuseUnlessHeldBy(actor) is not null)
        {
            return [];
        }

        var requested = await session
            .Query<Erasure>()
            .Where(erasure => erasure.MatchesSql(IsRequested))
            .Where(erasure => erasure.RequestedBy != actor.Person)
            .OrderBy(erasure => erasure.RequestedAt)
            .Take(MaxRequests)
            .ToListAsync(cancellationToken);
        if (requested.Count == 0)
        {
            return [];
        }

        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        var pending = new List<(Erasure, string)>();
        foreach (var erasure in requested)
        {
            // Where the ledger does not have all events of the parts yet, there is data to erase.
            var parts = await FoundPart.FindAsync(connection, erasure, cancellationToken);
            var context = new ErasureContext(erasure.Id, actor) { Parts = [.. (parts ?? []).Select(p => p.Part)] };
            var command = parts is null ? ConfigurationCatalog.ApproveErasure : ErasureWork.CommandOf(erasure, context);
            if (command is not null)
            {
                pending.Add((erasure, command.Name));
            }
        }

        return pending;
    }
}
