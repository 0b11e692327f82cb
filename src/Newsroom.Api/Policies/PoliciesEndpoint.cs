using Marten;
using Microsoft.AspNetCore.Mvc;
using Newsroom.Api.Infrastructure.Http;
using Newsroom.Api.Infrastructure.Persistence;
using Newsroom.Domain.Desks;
using Newsroom.Domain.Kernel;
using Newsroom.Domain.Policies;
using Newsroom.Domain.Stories;

namespace Newsroom.Api.Policies;

/// <summary>Handles GET /desks/{desk}/policies; POST /desks/{desk}/propose-policy, accept-policy, reject-policy.</summary>
public static class PoliciesEndpoint
{
    /// <summary>Returns the policy in force and all proposed versions of a desk.</summary>
    [EndpointSummary("Get the policy in force and all proposed versions of a desk.")]
    [ProducesResponseType<PoliciesView>(StatusCodes.Status200OK)]
    public static async Task<IResult> GetAsync(string desk, IQuerySession session, CancellationToken cancellationToken)
    {
        var batch = session.CreateBatchQuery();
        var loadingDesk = batch.Load<Desk>(desk);
        var loadingPolicies = batch.Load<DeskPolicies>(StreamOf(desk));
        await batch.Execute(cancellationToken);
        return await loadingDesk is null ? UnknownDesk(desk).ToProblem() : Results.Ok(PoliciesView.Of(desk, await loadingPolicies));
    }

    /// <summary>Proposes a policy; it comes into force when a chief-editor accepts it.</summary>
    [EndpointSummary("Propose a policy. It comes into force when a chief-editor accepts it.")]
    [ProducesResponseType<PoliciesView>(StatusCodes.Status200OK)]
    public static Task<IResult> ProposeAsync(
        string desk,
        ProposePolicy command,
        PolicyCommandHandler policies,
        CancellationToken cancellationToken
    ) => policies.HandleAsync(desk, ConfigurationCatalog.ProposePolicy, command, cancellationToken);

    /// <summary>Accepts a proposed policy, which comes into force.</summary>
    [EndpointSummary("Accept a proposed policy, which comes into force.")]
    [ProducesResponseType<PoliciesView>(StatusCodes.Status200OK)]
    public static Task<IResult> AcceptAsync(
        string desk,
        AcceptPolicy command,
        PolicyCommandHandler policies,
        CancellationToken cancellationToken
    ) => policies.HandleAsync(desk, ConfigurationCatalog.AcceptPolicy, command, cancellationToken);

    /// <summary>Rejects a proposed policy.</summary>
    [EndpointSummary("Reject a proposed policy.")]
    [ProducesResponseType<PoliciesView>(StatusCodes.Status200OK)]
    public static Task<IResult> RejectAsync(
        string desk,
        RejectPolicy command,
        PolicyCommandHandler policies,
        CancellationToken cancellationToken
    ) => policies.HandleAsync(desk, ConfigurationCatalog.RejectPolicy, command, cancellationToken);

    /// <summary>Returns the stream of a desk's policies.</summary>
    internal static Guid StreamOf(string desk) => StreamIds.Of("policies", desk);

    /// <summary>Creates the refusal of a desk that does not exist.</summary>
    internal static Refusal UnknownDesk(string desk) => Refusal.NotFound("unknown-desk", $"There is no desk \"{desk}\".");
}

/// <summary>The policies of a desk.</summary>
/// <param name="Desk">The desk.</param>
/// <param name="InForce">The policy in force; version 0 until a chief-editor accepts one.</param>
/// <param name="Always">The gates that bind every desk.</param>
/// <param name="Versions">All proposed versions, from 1.</param>
public sealed record PoliciesView(string Desk, Policy InForce, IReadOnlyList<Gate> Always, IReadOnlyList<PolicyVersion> Versions)
{
    /// <summary>Creates the view.</summary>
    public static PoliciesView Of(string desk, DeskPolicies? policies) =>
        new(desk, policies?.InForce ?? Policy.Default, Policy.Always, policies is null ? [] : policies.Versions);
}
