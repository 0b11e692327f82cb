using Newsroom.Domain.Kernel;

namespace Newsroom.Domain.Desks;

/// <summary>The data that a decision on a desk needs besides the desk.</summary>
/// <param name="Desk">The desk's id.</param>
/// <param name="Actor">The caller.</param>
public sealed record DeskContext(string Desk, Actor Actor);
