using JasperFx.Events;
using Marten.Events.Projections;
using Newsroom.Domain.People;

namespace Newsroom.Api.People;

/// <summary>The people as they are.</summary>
public sealed partial class PersonProjection : MultiStreamProjection<Person, string>
{
    /// <summary>One document per person.</summary>
    public PersonProjection() => Identity<PersonDescribed>(e => e.Id);

    /// <summary>The latest description is the person.</summary>
    public override Person? Evolve(Person? snapshot, string id, IEvent e) =>
        e.Data is PersonDescribed p ? new Person(p.Id, p.Name, p.Roles) : snapshot;
}
