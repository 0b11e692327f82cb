using System.Collections.Immutable;
using Newsroom.Domain.Kernel;

namespace Newsroom.Domain.Erasures;

/// <summary>The data that a decision on an erasure needs besides it.</summary>
/// <param name="Erasure">The erasure's stream.</param>
/// <param name="Actor">The caller.</param>
public sealed record ErasureContext(Guid Erasure, Actor Actor)
{
    /// <summary>Gets the parts that can be erased.</summary>
    public ImmutableArray<ErasedPart> Parts { get; init; } = [];
}
