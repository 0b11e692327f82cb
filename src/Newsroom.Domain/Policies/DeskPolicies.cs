using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Newsroom.Domain.Desks;
using Newsroom.Domain.Kernel;
using Newsroom.Domain.Stories;

namespace Newsroom.Domain.Policies;

/// <summary>How far a proposed policy has come.</summary>
[JsonConverter(typeof(KebabCaseEnumConverter<PolicyState>))]
public enum PolicyState
{
    /// <summary>A chief-editor may accept it.</summary>
    Proposed,

    /// <summary>It is what the desk's gates ask for.</summary>
    InForce,

    /// <summary>A later one came into force, after it or instead of it.</summary>
    Superseded,

    /// <summary>A chief-editor did not want it.</summary>
    Rejected,
}

/// <summary>One version of a desk's policy.</summary>
/// <param name="Version">From 1, in the order proposed.</param>
/// <param name="Gates">What it asks for.</param>
/// <param name="Reason">Why it was proposed.</param>
/// <param name="State">How far it has come.</param>
/// <param name="ProposedBy">Who proposed it.</param>
/// <param name="ProposedAt">When.</param>
public sealed record PolicyVersion(
    int Version,
    ImmutableArray<GateTerms> Gates,
    string Reason,
    PolicyState State,
    string ProposedBy,
    DateTimeOffset ProposedAt
)
{
    /// <summary>Who accepted or rejected it; null while nobody has.</summary>
    public string? DecidedBy { get; init; }

    /// <summary>When.</summary>
    public DateTimeOffset? DecidedAt { get; init; }

    /// <summary>Why it was rejected.</summary>
    public string? Rejection { get; init; }
}

/// <summary>Every policy a desk has had or been offered.</summary>
/// <param name="Id">The stream of their events.</param>
/// <param name="Desk">The desk.</param>
/// <param name="Versions">From version 1 on.</param>
public sealed record DeskPolicies(Guid Id, string Desk, ImmutableArray<PolicyVersion> Versions)
{
    /// <summary>The policy in force; the default one until a chief-editor has accepted another.</summary>
    [JsonIgnore]
    public Policy InForce =>
        Versions.FirstOrDefault(v => v.State == PolicyState.InForce) is { } accepted
            ? new Policy(accepted.Version, accepted.Gates)
            : Policy.Default;

    /// <summary>The policy that was in force at an instant.</summary>
    public Policy InForceAt(DateTimeOffset at) =>
        Versions.Where(v => v.State is PolicyState.InForce or PolicyState.Superseded && v.DecidedAt <= at).MaxBy(v => v.DecidedAt)
            is { } accepted
            ? new Policy(accepted.Version, accepted.Gates)
            : Policy.Default;

    /// <summary>The policies after an event.</summary>
    /// <param name="policies">Those before; null when there were none.</param>
    /// <param name="id">The stream.</param>
    /// <param name="happened">The event.</param>
    /// <param name="by">Who did it.</param>
    /// <param name="at">When.</param>
    public static DeskPolicies Evolve(DeskPolicies? policies, Guid id, PolicyEvent happened, string by, DateTimeOffset at)
    {
        policies ??= new DeskPolicies(id, happened.Desk, []);
        return happened switch
        {
            PolicyEvent.PolicyProposed e => policies with
            {
                Versions = policies.Versions.Add(new PolicyVersion(e.Version, e.Gates, e.Reason, PolicyState.Proposed, by, at)),
            },
            PolicyEvent.PolicyAccepted e => policies with
            {
                Versions =
                [
                    .. policies.Versions.Select(v =>
                        v.Version == e.Version ? v with { State = PolicyState.InForce, DecidedBy = by, DecidedAt = at }
                        : v.State == PolicyState.InForce || (v.State == PolicyState.Proposed && v.Version < e.Version)
                            ? v with
                            {
                                State = PolicyState.Superseded,
                            }
                        : v
                    ),
                ],
            },
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
}
