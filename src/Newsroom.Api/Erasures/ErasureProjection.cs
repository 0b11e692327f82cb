using JasperFx.Events;
using Marten.Events.Aggregation;
using Newsroom.Api.Infrastructure.Persistence;
using Newsroom.Api.Infrastructure.Projections;
using Newsroom.Domain.Erasures;

namespace Newsroom.Api.Erasures;

/// <summary>Maintains erasures, inline.</summary>
public sealed partial class ErasureProjection : SingleStreamProjection<Erasure, Guid>
{
    /// <summary>Registers it.</summary>
    public static ProjectionRegistration Registration() => InlineProjection.OfStream("erasures", new ErasureProjection());

    /// <summary>Includes events of erasures only: other commands load none.</summary>
    public ErasureProjection()
    {
        IncludeType<ErasureEvent.ErasureRequested>();
        IncludeType<ErasureEvent.ErasureCarriedOut>();
        IncludeType<ErasureEvent.ErasureRejected>();
    }

    /// <inheritdoc/>
    public override Erasure? Evolve(Erasure? snapshot, Guid id, IEvent e) =>
        e.Data is ErasureEvent happened && e.Metadata() is var stamp
            ? Erasure.Evolve(snapshot, id, happened, stamp.By, stamp.At)
            : snapshot;
}
