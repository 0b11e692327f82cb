using JasperFx.Events;
using Marten.Events.Projections;
using Newsroom.Api.Infrastructure.Projections;
using Newsroom.Domain.People;

namespace Newsroom.Api.People;

/// <summary>The people as they are.</summary>
public sealed partial class PersonProjection : MultiStreamProjection<Person, string>
{
    /// <summary>Registers it.</summary>
    public static ProjectionRegistration Registration() => InlineProjection.OfName("people", new PersonProjection(), "person", NameOf);

    private static string? NameOf(object happened) => (happened as PersonDescribed)?.Id;

    /// <summary>One document per person.</summary>
    public PersonProjection() => Identity<PersonDescribed>(e => NameOf(e)!);

    /// <summary>The latest description is the person.</summary>
    public override Person? Evolve(Person? snapshot, string id, IEvent e) =>
        e.Data is PersonDescribed p ? new Person(p.Id, p.Name, p.Roles) : snapshot;
}
