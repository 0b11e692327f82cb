using System.Collections.Immutable;

namespace Newsroom.Domain.Stories;

/// <summary>A version of a file in the history that a merge brings in.</summary>
/// <param name="Text">The whole file.</param>
/// <param name="Authors">The author of its commit and their co-authors; empty for a version of the branch that was merged into.</param>
/// <param name="Parents">Indices of the versions it was made from, all of them earlier.</param>
public sealed record FileVersion(string Text, ImmutableArray<string> Authors, ImmutableArray<int> Parents);
