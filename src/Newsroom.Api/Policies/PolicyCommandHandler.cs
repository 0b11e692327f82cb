using Marten;
using Newsroom.Api.Infrastructure.Idempotency;
using Newsroom.Api.Infrastructure.Persistence;
using Newsroom.Api.Infrastructure.Security;
using Newsroom.Api.Refusals;
using Newsroom.Domain.Desks;
using Newsroom.Domain.Kernel;
using Newsroom.Domain.Policies;
using Newsroom.Domain.Stories;
using Npgsql;

namespace Newsroom.Api.Policies;

/// <summary>Handles commands on a desk's policies, one at a time.</summary>
public sealed class PolicyCommandHandler(
    IDocumentStore store,
    NpgsqlDataSource database,
    CallingActor caller,
    RefusalLog refusals,
    CommandIdempotency idempotency,
    TimeProvider clock
)
{
    /// <summary>Loads and locks the desk's policies, decides, and appends the event.</summary>
    public Task<IResult> HandleAsync(
        string desk,
        ConfigurationCommand description,
        PolicyCommand command,
        CancellationToken cancellationToken
    ) => TransientRetry.RunAsync(() => HandleOnceAsync(desk, description, command, cancellationToken), clock, cancellationToken);

    private async Task<IResult> HandleOnceAsync(
        string desk,
        ConfigurationCommand description,
        PolicyCommand command,
        CancellationToken cancellationToken
    )
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        await using var session = store.RecordingSession(caller.Actor, description.Name, transaction);
        var id = PoliciesEndpoint.StreamOf(desk);
        var batch = session.CreateBatchQuery();
        var loadingDesk = batch.Load<Desk>(desk);
        var fetching = batch.Events.FetchForExclusiveWriting<DeskPolicies>(id);
        await batch.Execute(cancellationToken);
        if (await loadingDesk is not { } known)
        {
            return PoliciesEndpoint.NotFound(desk);
        }

        if (await idempotency.ReplayAsync(session, command, cancellationToken) is { } replayed)
        {
            return replayed;
        }

        var stream = await fetching;
        var decision = PolicyDecider.Decide(stream.Aggregate, command, new PolicyContext(known, caller.Actor));
        if (decision.Refusal is { } refusal)
        {
            // Releases the lock on the policies first: a rebuild that holds the stream of refusals waits for it.
            await transaction.RollbackAsync(cancellationToken);
            return await refusals.AnswerAsync(refusal, caller.Actor, description, command, $"desk {desk}", cancellationToken);
        }

        stream.AppendMany(decision.Events);
        await session.SaveChangesAsync(cancellationToken);
        var view = PoliciesView.Of(known, await session.LoadAsync<DeskPolicies>(id, cancellationToken));
        var response = idempotency.Store(session, command, idempotency.Ok(view, id));
        await session.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return response;
    }
}
