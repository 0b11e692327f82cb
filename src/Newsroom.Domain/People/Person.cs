using System.Collections.Immutable;
using Newsroom.Domain.Kernel;

namespace Newsroom.Domain.People;

/// <summary>Somebody who works here, or who wrote what was imported.</summary>
/// <param name="Id">The identity their tokens carry, as in <see cref="Actor.Person"/>.</param>
/// <param name="Name">As colleagues write it.</param>
/// <param name="Roles">What they may act as; their tokens say so too. None of who does not work here.</param>
public sealed record Person(string Id, string Name, ImmutableArray<Role> Roles);

/// <summary>A person joined, or their name or roles changed.</summary>
/// <param name="Id">The identity their tokens carry.</param>
/// <param name="Name">Their name from now on.</param>
/// <param name="Roles">Their roles from now on.</param>
public sealed record PersonDescribed(string Id, string Name, ImmutableArray<Role> Roles);
