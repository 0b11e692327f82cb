using System.Collections.Immutable;
using Newsroom.Domain.Kernel;

namespace Newsroom.Domain.People;

/// <summary>A person who works here, or who wrote imported words.</summary>
/// <param name="Id">The identity in tokens, as in <see cref="Actor.Person"/>.</param>
/// <param name="Name">The name that colleagues see.</param>
/// <param name="Roles">The roles; none for a person who does not work here.</param>
public sealed record Person(string Id, string Name, ImmutableArray<Role> Roles)
{
    /// <summary>Folds an event.</summary>
    public static Person? Evolve(Person? person, object happened) =>
        happened is PersonDescribed e ? new Person(e.Id, e.Name, e.Roles) : person;
}

/// <summary>A person was described: name and roles.</summary>
/// <param name="Id">The identity in tokens.</param>
/// <param name="Name">The new name.</param>
/// <param name="Roles">The new roles.</param>
public sealed record PersonDescribed(string Id, string Name, ImmutableArray<Role> Roles);
