using System.Collections.Immutable;
using Newsroom.Domain.Desks;
using Newsroom.Domain.Stories;

namespace Newsroom.Domain.Policies;

/// <summary>An event of a desk's policies.</summary>
public abstract record PolicyEvent(string Desk, int Version)
{
    /// <summary>An admin proposed a policy.</summary>
    public sealed record PolicyProposed(string Desk, int Version, ImmutableArray<GateTerms> Gates, string Reason)
        : PolicyEvent(Desk, Version)
    {
        /// <summary>Whether people who may not read a confidential story see that it exists; null for no.</summary>
        public bool? ShowsConfidential { get; init; }

        /// <summary>Whether every read of a story of the desk is recorded; null for no.</summary>
        public bool? LogsReads { get; init; }
    }

    /// <summary>A chief-editor accepted a policy, which came into force.</summary>
    public sealed record PolicyAccepted(string Desk, int Version) : PolicyEvent(Desk, Version);

    /// <summary>A chief-editor rejected a policy.</summary>
    public sealed record PolicyRejected(string Desk, int Version, string Reason) : PolicyEvent(Desk, Version);
}
