using System.Collections.Immutable;
using Newsroom.Domain.Kernel;

namespace Newsroom.Domain.Erasures;

/// <summary>What a decision on an erasure needs beside it.</summary>
/// <param name="Erasure">The erasure's stream.</param>
/// <param name="Actor">The caller.</param>
public sealed record ErasureContext(Guid Erasure, Actor Actor)
{
    /// <summary>Gets what there is to erase.</summary>
    public ImmutableArray<ErasedPart> Parts { get; init; } = [];
}
