using System.Collections.Immutable;

namespace Newsroom.Evidence.Bundles;

/// <summary>Represents the result of a verification.</summary>
/// <param name="Holds">Whether everything was proved.</param>
/// <param name="Title">The story's title; null if unknown.</param>
/// <param name="Proved">What was proved, one sentence each, in order.</param>
/// <param name="Wrong">The first fault; null if there is none.</param>
/// <param name="Meaning">What the fault means and what to do; null if there is none.</param>
public sealed record Verification(bool Holds, string? Title, ImmutableArray<string> Proved, string? Wrong, string? Meaning)
{
    /// <summary>Gets what is proved and which files are not; null if all files are, or verification failed.</summary>
    public string? Scope { get; init; }
}
