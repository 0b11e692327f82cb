using Newsroom.Domain.Kernel;

namespace Newsroom.Domain.Stories;

/// <summary>A command whose example is sent before another one's, and the role that sends it.</summary>
/// <param name="Type">The command.</param>
/// <param name="Role">The role.</param>
public sealed record ExampleStep(Type Type, Role Role)
{
    /// <summary>Gets the body, where it is not the example of the command; as JSON.</summary>
    public string? Body { get; init; }

    /// <summary>Gets whether another person in the role sends it than the one who sends other steps.</summary>
    public bool IsByAnother { get; init; }
}
