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

    /// <summary>Replaces the person with the latest description.</summary>
    public override Person? Evolve(Person? snapshot, string id, IEvent e) =>
        e.Data is PersonDescribed p ? new Person(p.Id, p.Name, p.Roles) : snapshot;
}
