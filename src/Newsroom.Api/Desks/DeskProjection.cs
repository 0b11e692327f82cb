using JasperFx.Events;
using Marten.Events.Projections;
using Newsroom.Api.Infrastructure.Projections;
using Newsroom.Domain.Desks;

namespace Newsroom.Api.Desks;

/// <summary>The desks as they are.</summary>
public sealed partial class DeskProjection : MultiStreamProjection<Desk, string>
{
    /// <summary>Registers it.</summary>
    public static ProjectionRegistration Registration() => InlineProjection.OfName("desks", new DeskProjection(), "desk", NameOf);

    private static string? NameOf(object happened) => (happened as DeskDefined)?.Desk.Id;

    /// <summary>One document per desk.</summary>
    public DeskProjection() => Identity<DeskDefined>(e => NameOf(e)!);

    /// <summary>The latest definition is the desk.</summary>
    public override Desk? Evolve(Desk? snapshot, string id, IEvent e) => e.Data is DeskDefined defined ? defined.Desk : snapshot;
}
