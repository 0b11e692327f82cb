using System.Collections.Immutable;

namespace Newsroom.Domain.Stories;

/// <summary>A version of a file that a merge brings in.</summary>
/// <param name="Text">The whole file.</param>
/// <param name="Authors">The author of its commit and the co-authors; empty for a version of the target branch.</param>
/// <param name="Parents">The indexes of its parents, which precede it.</param>
public sealed record FileVersion(string Text, ImmutableArray<string> Authors, ImmutableArray<int> Parents);
