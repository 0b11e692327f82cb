using JasperFx.Events;
using Marten.Events.Aggregation;
using Newsroom.Api.Infrastructure.Persistence;
using Newsroom.Api.Infrastructure.Projections;
using Newsroom.Domain.Policies;

namespace Newsroom.Api.Policies;

/// <summary>A desk's policies, inline.</summary>
public sealed partial class PoliciesProjection : SingleStreamProjection<DeskPolicies, Guid>
{
    /// <summary>Registers it.</summary>
    public static ProjectionRegistration Registration() => InlineProjection.OfStream("policies", new PoliciesProjection());

    /// <summary>Takes part only in what concerns policies: a command on anything else does not load one.</summary>
    public PoliciesProjection()
    {
        IncludeType<PolicyEvent.PolicyProposed>();
        IncludeType<PolicyEvent.PolicyAccepted>();
        IncludeType<PolicyEvent.PolicyRejected>();
    }

    /// <summary>Folds by the domain's own fold.</summary>
    public override DeskPolicies? Evolve(DeskPolicies? snapshot, Guid id, IEvent e) =>
        e.Data is PolicyEvent happened && e.Metadata() is var stamp
            ? DeskPolicies.Evolve(snapshot, id, happened, stamp.By, stamp.At)
            : snapshot;
}
