using Marten;
using Microsoft.AspNetCore.Mvc;
using Newsroom.Api.Infrastructure.Http;
using Newsroom.Api.Infrastructure.Idempotency;
using Newsroom.Api.Infrastructure.Persistence;
using Newsroom.Api.Infrastructure.Security;
using Newsroom.Api.Refusals;
using Newsroom.Domain.Desks;
using Newsroom.Domain.Kernel;
using Newsroom.Domain.Policies;
using Newsroom.Domain.Stories;
using Npgsql;
using Wolverine.Attributes;

namespace Newsroom.Api.Policies;

/// <summary>GET /desks/{desk}/policies; POST /desks/{desk}/propose-policy, accept-policy, reject-policy</summary>
public static class PoliciesEndpoint
{
    /// <summary>What a desk's gates ask for, and every policy it has had or been offered.</summary>
    [EndpointSummary("What a desk's gates ask for, and every policy it has had or been offered.")]
    [ProducesResponseType<PoliciesView>(StatusCodes.Status200OK)]
    public static async Task<IResult> GetAsync(string desk, IQuerySession session, CancellationToken cancellationToken)
    {
        var batch = session.CreateBatchQuery();
        var loadingDesk = batch.Load<Desk>(desk);
        var loadingPolicies = batch.Load<DeskPolicies>(StreamOf(desk));
        await batch.Execute(cancellationToken);
        return await loadingDesk is { } known ? Results.Ok(PoliciesView.Of(known, await loadingPolicies)) : NotFound(desk);
    }

    /// <summary>Proposes a policy; a chief-editor puts it in force with accept-policy.</summary>
    [EndpointSummary("Proposes a policy; a chief-editor puts it in force with accept-policy.")]
    [ProducesResponseType<PoliciesView>(StatusCodes.Status200OK)]
    public static Task<IResult> ProposeAsync(
        string desk,
        ProposePolicy command,
        PolicyCommandHandler policies,
        CancellationToken cancellationToken
    ) => policies.HandleAsync(desk, ConfigurationCatalog.ProposePolicy, command, cancellationToken);

    /// <summary>Puts a proposed policy in force.</summary>
    [EndpointSummary("Puts a proposed policy in force.")]
    [ProducesResponseType<PoliciesView>(StatusCodes.Status200OK)]
    public static Task<IResult> AcceptAsync(
        string desk,
        AcceptPolicy command,
        PolicyCommandHandler policies,
        CancellationToken cancellationToken
    ) => policies.HandleAsync(desk, ConfigurationCatalog.AcceptPolicy, command, cancellationToken);

    /// <summary>Turns a proposed policy down.</summary>
    [EndpointSummary("Turns a proposed policy down.")]
    [ProducesResponseType<PoliciesView>(StatusCodes.Status200OK)]
    public static Task<IResult> RejectAsync(
        string desk,
        RejectPolicy command,
        PolicyCommandHandler policies,
        CancellationToken cancellationToken
    ) => policies.HandleAsync(desk, ConfigurationCatalog.RejectPolicy, command, cancellationToken);

    /// <summary>The stream of a desk's policies.</summary>
    internal static Guid StreamOf(string desk) => Record.StreamOf("policies", desk);

    /// <summary>There is no such desk.</summary>
    internal static IResult NotFound(string desk) => Refusal.NotFound("unknown-desk", $"There is no desk \"{desk}\".").ToProblem();
}

/// <summary>Handles commands about a desk's policies, one after the other.</summary>
[WolverineIgnore]
public sealed class PolicyCommandHandler(
    IDocumentStore store,
    NpgsqlDataSource database,
    CallingActor caller,
    RefusalLog refusals,
    CommandIdempotency idempotency,
    TimeProvider clock
)
{
    /// <summary>Loads and locks the desk's policies, lets the domain decide, appends.</summary>
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
            // The lock on the policies goes first: a rebuild that holds the stream of refusals waits for it.
            await transaction.RollbackAsync(cancellationToken);
            return await refusals.AnswerAsync(
                refusal,
                caller.Actor,
                description.Name,
                command,
                $"desk {desk}",
                story: null,
                cancellationToken
            );
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

/// <summary>What a desk's gates ask for.</summary>
/// <param name="Desk">The desk.</param>
/// <param name="InForce">The policy in force; version 0 until a chief-editor has accepted one.</param>
/// <param name="Always">The gates that bind every desk.</param>
/// <param name="Versions">Every policy proposed, from version 1 on.</param>
public sealed record PoliciesView(string Desk, Policy InForce, IReadOnlyList<Gate> Always, IReadOnlyList<PolicyVersion> Versions)
{
    /// <summary>The view of a desk's policies.</summary>
    public static PoliciesView Of(Desk desk, DeskPolicies? policies) =>
        new(desk.Id, policies?.InForce ?? Policy.Default, Policy.Always, policies is null ? [] : policies.Versions);
}
