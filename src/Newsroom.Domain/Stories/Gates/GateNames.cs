using System.Collections.Immutable;
using Newsroom.Domain.People;

namespace Newsroom.Domain.Stories.Gates;

/// <summary>Replaces identities with names in gates' reasons.</summary>
public static class GateNames
{
    /// <summary>Returns the outcomes with names in place of identities.</summary>
    public static ImmutableArray<GateResult> Resolve(this PersonNames names, ImmutableArray<GateResult> gates) =>
        [.. gates.Select(g => g with { Reasons = [.. g.Reasons.Select(r => r with { Message = names.Resolve(r.Message) })] })];
}
