using Newsroom.Domain.Kernel;

namespace Newsroom.Domain.People;

/// <summary>The data that a decision on a person needs besides the person.</summary>
/// <param name="Person">The identity of the person, as in <see cref="Kernel.Actor.Person"/>.</param>
/// <param name="Actor">The caller.</param>
public sealed record PersonContext(string Person, Actor Actor);
