using Newsroom.Domain.Kernel;

namespace Newsroom.Domain.Policies;

/// <summary>The data that a decision on policies needs besides them.</summary>
/// <param name="Desk">The desk's id.</param>
/// <param name="Actor">The caller.</param>
public sealed record PolicyContext(string Desk, Actor Actor);
