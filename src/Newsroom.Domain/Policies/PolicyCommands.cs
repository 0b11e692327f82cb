using System.Collections.Immutable;
using Newsroom.Domain.Stories;

namespace Newsroom.Domain.Policies;

/// <summary>A command on a desk's policies.</summary>
public abstract record PolicyCommand;

/// <summary>Propose a policy.</summary>
/// <param name="Gates">The gates with their terms; an optional gate that is left out requires nothing.</param>
/// <param name="Reason">The reason.</param>
public sealed record ProposePolicy(ImmutableArray<GateTerms> Gates, string Reason) : PolicyCommand
{
    /// <summary>
    /// Whether people who may not read a confidential story of the desk see that it exists, with its desk and stage; no by default.
    /// </summary>
    public bool ShowsConfidential { get; init; }

    /// <summary>Whether every read of a story of the desk is recorded; no by default.</summary>
    public bool LogsReads { get; init; }
}

/// <summary>Accept a proposed policy, which comes into force.</summary>
/// <param name="Version">The version.</param>
public sealed record AcceptPolicy(int Version) : PolicyCommand;

/// <summary>Reject a proposed policy.</summary>
/// <param name="Version">The version.</param>
/// <param name="Reason">The reason.</param>
public sealed record RejectPolicy(int Version, string Reason) : PolicyCommand;
