using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Newsroom.Domain.Desks;
using Newsroom.Domain.Kernel;
using Newsroom.Domain.Stories;

namespace Newsroom.Domain.Policies;

/// <summary>States of a proposed policy.</summary>
[JsonConverter(typeof(KebabCaseEnumConverter<PolicyState>))]
public enum PolicyState
{
    /// <summary>Awaits the decision of a chief-editor.</summary>
    Proposed,

    /// <summary>In force.</summary>
    InForce,

    /// <summary>A later version came into force.</summary>
    Superseded,

    /// <summary>Rejected by a chief-editor.</summary>
    Rejected,
}

/// <summary>A version of a desk's policy.</summary>
/// <param name="Version">From 1, in the order proposed.</param>
/// <param name="Gates">The terms of its gates.</param>
/// <param name="Reason">The reason of the proposal.</param>
/// <param name="State">Its state.</param>
/// <param name="ProposedBy">The person who proposed it.</param>
/// <param name="ProposedAt">When it was proposed.</param>
public sealed record PolicyVersion(
    int Version,
    ImmutableArray<GateTerms> Gates,
    string Reason,
    PolicyState State,
    string ProposedBy,
    DateTimeOffset ProposedAt
)
{
    /// <summary>The person who accepted or rejected it; null while undecided.</summary>
    public string? DecidedBy { get; init; }

    /// <summary>When it was decided.</summary>
    public DateTimeOffset? DecidedAt { get; init; }

    /// <summary>The reason of a rejection.</summary>
    public string? Rejection { get; init; }

    /// <summary>Whether people who may not read a confidential story of the desk see that it exists; null for no.</summary>
    public bool? ShowsConfidential { get; init; }

    /// <summary>Whether every read of a story of the desk is recorded; null for no.</summary>
    public bool? LogsReads { get; init; }

    /// <summary>Returns the policy that this version puts in force.</summary>
    public Policy ToPolicy() => new(Version, Gates) { ShowsConfidential = ShowsConfidential, LogsReads = LogsReads };
}

/// <summary>All policies of a desk.</summary>
/// <param name="Id">The stream.</param>
/// <param name="Desk">The desk.</param>
/// <param name="Versions">All versions, from 1.</param>
public sealed record DeskPolicies(Guid Id, string Desk, ImmutableArray<PolicyVersion> Versions)
{
    /// <summary>The policy in force; the default policy until a chief-editor accepts another.</summary>
    [JsonIgnore]
    public Policy InForce =>
        Versions.FirstOrDefault(v => v.State == PolicyState.InForce) is { } accepted ? accepted.ToPolicy() : Policy.Default;

    /// <summary>Gets <see cref="Policy.ShowsConfidential"/> of the policy in force. Stored, because lists depend on it.</summary>
    public bool? ShowsConfidential => InForce.ShowsConfidential;

    /// <summary>Gets <see cref="Policy.LogsReads"/> of the policy in force. Stored, because reads of stories depend on it.</summary>
    public bool? LogsReads => InForce.LogsReads;

    /// <summary>Returns the policy that was in force at an instant.</summary>
    public Policy InForceAt(DateTimeOffset at) =>
        Versions.Where(v => v.State is PolicyState.InForce or PolicyState.Superseded && v.DecidedAt <= at).MaxBy(v => v.DecidedAt)
            is { } accepted
            ? accepted.ToPolicy()
            : Policy.Default;

    /// <summary>Folds an event.</summary>
    /// <param name="policies">The policies before; null when there are none.</param>
    /// <param name="id">The stream.</param>
    /// <param name="happened">The event.</param>
    /// <param name="by">The person who acted.</param>
    /// <param name="at">When it was recorded.</param>
    public static DeskPolicies Evolve(DeskPolicies? policies, Guid id, PolicyEvent happened, string by, DateTimeOffset at)
    {
        policies ??= new DeskPolicies(id, happened.Desk, []);
        return happened switch
        {
            PolicyEvent.PolicyProposed e => policies with
            {
                Versions = policies.Versions.Add(
                    new PolicyVersion(e.Version, e.Gates, e.Reason, PolicyState.Proposed, by, at)
                    {
                        ShowsConfidential = e.ShowsConfidential,
                        LogsReads = e.LogsReads,
                    }
                ),
            },
            PolicyEvent.PolicyAccepted e => policies with { Versions = [.. policies.Versions.Select(v => Accept(v, e.Version, by, at))] },
            PolicyEvent.PolicyRejected e => policies with
            {
                Versions =
                [
                    .. policies.Versions.Select(v =>
                        v.Version == e.Version
                            ? v with
                            {
                                State = PolicyState.Rejected,
                                DecidedBy = by,
                                DecidedAt = at,
                                Rejection = e.Reason,
                            }
                            : v
                    ),
                ],
            },
            _ => throw new InvalidOperationException($"Policies cannot fold {happened.GetType().Name}."),
        };
    }

    private static PolicyVersion Accept(PolicyVersion version, int accepted, string by, DateTimeOffset at)
    {
        if (version.Version == accepted)
        {
            return version with { State = PolicyState.InForce, DecidedBy = by, DecidedAt = at };
        }

        var isReplaced = version.State == PolicyState.InForce || (version.State == PolicyState.Proposed && version.Version < accepted);
        return isReplaced ? version with { State = PolicyState.Superseded } : version;
    }
}
