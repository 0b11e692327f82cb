using JasperFx.Events;
using Marten.Events.Aggregation;
using Newsroom.Api.Infrastructure.Persistence;
using Newsroom.Api.Infrastructure.Projections;
using Newsroom.Domain.Policies;

namespace Newsroom.Api.Policies;

/// <summary>Projects a desk's policies to a document, inline.</summary>
public sealed partial class PoliciesProjection : SingleStreamProjection<DeskPolicies, Guid>
{
    /// <summary>Returns the registration of the projection.</summary>
    public static ProjectionRegistration Registration() => InlineProjection.OfStream("policies", new PoliciesProjection());

    /// <summary>Handles policy events only, so that other commands load no policies.</summary>
    public PoliciesProjection()
    {
        IncludeType<PolicyEvent.PolicyProposed>();
        IncludeType<PolicyEvent.PolicyAccepted>();
        IncludeType<PolicyEvent.PolicyRejected>();
    }

    /// <summary>Folds an event.</summary>
    public override DeskPolicies? Evolve(DeskPolicies? snapshot, Guid id, IEvent e) =>
        e.Data is PolicyEvent happened && e.Metadata() is var metadata
            ? DeskPolicies.Evolve(snapshot, id, happened, metadata.By, metadata.At)
            : snapshot;
}
