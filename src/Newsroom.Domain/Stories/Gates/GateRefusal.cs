using System.Collections.Immutable;
using Newsroom.Domain.Kernel;

namespace Newsroom.Domain.Stories.Gates;

/// <summary>At least one gate blocks publication.</summary>
/// <param name="Detail">Which gates block, in a sentence.</param>
/// <param name="Gates">The outcome of every gate.</param>
public sealed record GateRefusal(string Detail, ImmutableArray<GateResult> Gates) : Refusal(RefusalKind.Rule, "gates-failed", Detail);
