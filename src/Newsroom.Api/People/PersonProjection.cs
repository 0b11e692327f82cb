using JasperFx.Events;
using Marten.Events.Projections;
using Newsroom.Api.Infrastructure.Projections;
using Newsroom.Domain.People;

namespace Newsroom.Api.People;

/// <summary>Projects people to documents, inline.</summary>
public sealed partial class PersonProjection : MultiStreamProjection<Person, string>
{
    /// <summary>Returns the registration of the projection.</summary>
    public static ProjectionRegistration Registration() => InlineProjection.OfName("people", new PersonProjection(), "person", NameOf);

    private static string? NameOf(object happened) => (happened as PersonDescribed)?.Id;

    /// <summary>Creates one document per person.</summary>
    public PersonProjection() => Identity<PersonDescribed>(e => NameOf(e)!);

    /// <summary>Folds an event.</summary>
    public override Person? Evolve(Person? snapshot, string id, IEvent e) => Person.Evolve(snapshot, e.Data);
}
