using JasperFx.Events;
using Marten.Events.Projections;
using Newsroom.Api.Infrastructure.Projections;
using Newsroom.Domain.Desks;

namespace Newsroom.Api.Desks;

/// <summary>Projects desks to documents, inline.</summary>
public sealed partial class DeskProjection : MultiStreamProjection<Desk, string>
{
    /// <summary>Returns the registration of the projection.</summary>
    public static ProjectionRegistration Registration() => InlineProjection.OfName("desks", new DeskProjection(), "desk", NameOf);

    private static string? NameOf(object happened) => (happened as DeskDefined)?.Desk.Id;

    /// <summary>Creates one document per desk.</summary>
    public DeskProjection() => Identity<DeskDefined>(e => NameOf(e)!);

    /// <summary>Folds an event.</summary>
    public override Desk? Evolve(Desk? snapshot, string id, IEvent e) => Desk.Evolve(snapshot, e.Data);
}
