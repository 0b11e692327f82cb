using System.Collections.Immutable;
using Newsroom.Domain.Stories;

namespace Newsroom.Domain.Policies;

/// <summary>A command on a desk's policies.</summary>
public abstract record PolicyCommand;

/// <summary>Propose what a desk's gates shall ask for.</summary>
/// <param name="Gates">The gates and their terms; of those a desk chooses, one left out asks for nothing.</param>
/// <param name="Reason">Why.</param>
public sealed record ProposePolicy(ImmutableArray<GateTerms> Gates, string Reason) : PolicyCommand;

/// <summary>Put a proposed policy in force.</summary>
/// <param name="Version">Which.</param>
public sealed record AcceptPolicy(int Version) : PolicyCommand;

/// <summary>Turn a proposed policy down.</summary>
/// <param name="Version">Which.</param>
/// <param name="Reason">Why.</param>
public sealed record RejectPolicy(int Version, string Reason) : PolicyCommand;
