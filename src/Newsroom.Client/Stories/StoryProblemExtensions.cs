using Newsroom.Client.Http;

namespace Newsroom.Client.Stories;

/// <summary>Reads the members that refused story commands add to problem details.</summary>
public static class StoryProblemExtensions
{
    /// <summary>Returns each gate, where gates were the reason; otherwise null.</summary>
    public static IReadOnlyList<GateResult>? GetGates(this ApiProblem problem) => Read<IReadOnlyList<GateResult>>(problem, "gates");

    /// <summary>Returns both sides of each conflicting edit, where concurrent edits were the reason; otherwise null.</summary>
    public static IReadOnlyList<EditConflict>? GetConflicts(this ApiProblem problem) =>
        Read<IReadOnlyList<EditConflict>>(problem, "conflicts");

    private static T? Read<T>(ApiProblem problem, string member)
        where T : class
    {
        ArgumentNullException.ThrowIfNull(problem);
        return problem.GetExtension<T>(member);
    }
}
