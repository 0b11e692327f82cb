using System.Collections.Immutable;

namespace Newsroom.Evidence.Bundles;

/// <summary>What a verification found.</summary>
/// <param name="Holds">Whether everything was proved.</param>
/// <param name="Title">What the story is called; null where that cannot be said.</param>
/// <param name="Proved">What was proved, a sentence each, in the order it was.</param>
/// <param name="Wrong">The first thing that is wrong; null where nothing is.</param>
/// <param name="Meaning">What that means, and what to do; null where nothing is wrong.</param>
public sealed record Verification(bool Holds, string? Title, ImmutableArray<string> Proved, string? Wrong, string? Meaning)
{
    /// <summary>
    /// What is proved, and which files are only as the maker of the bundle wrote them. Null where there are none, or something is wrong.
    /// </summary>
    public string? Scope { get; init; }
}
