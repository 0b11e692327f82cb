using System.Collections.Immutable;
using Newsroom.Domain.Kernel;

namespace Newsroom.Domain.People;

/// <summary>The description of a person.</summary>
/// <param name="Name">The name that colleagues see.</param>
/// <param name="Roles">The roles.</param>
public sealed record DescribePerson(string Name, ImmutableArray<Role> Roles);
