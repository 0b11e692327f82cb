using Newsroom.Domain.Kernel;

namespace Newsroom.Domain.Stories;

/// <summary>A command whose example is sent before another one's, and the role that sends it.</summary>
/// <param name="Type">The command.</param>
/// <param name="Role">The role.</param>
public sealed record ExampleStep(Type Type, Role Role);
