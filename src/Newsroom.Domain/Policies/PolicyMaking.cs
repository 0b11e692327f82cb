using Newsroom.Domain.Desks;
using Newsroom.Domain.Kernel;
using Newsroom.Domain.Stories;
using Newsroom.Domain.Text;
using static Newsroom.Domain.Policies.PolicyEvent;

namespace Newsroom.Domain.Policies;

/// <summary>Changing what the gates ask for takes two people: an admin proposes, a chief-editor accepts.</summary>
public static class PolicyMaking
{
    private const int MostPeople = 20;

    private static readonly Gate[] Chosen = [.. Enum.GetValues<Gate>().Except(Policy.Always)];

    /// <summary>An admin proposes a policy.</summary>
    /// <param name="desk">The desk.</param>
    /// <param name="policies">Its policies so far, or null.</param>
    /// <param name="command">What is asked.</param>
    /// <param name="actor">Who asks.</param>
    /// <param name="happened">What comes of it.</param>
    /// <returns>The refusal, or null.</returns>
    public static Refusal? Propose(Desk desk, DeskPolicies? policies, ProposePolicy command, Actor actor, out PolicyEvent happened)
    {
        happened = new PolicyProposed(desk.Id, (policies?.Versions.Length ?? 0) + 1, command.Gates, command.Reason);
        return ConfigurationCatalog.ProposePolicy.RefuseUnlessHeldBy(actor)
            ?? CommandTexts.Refuse(command)
            ?? (string.IsNullOrWhiteSpace(command.Reason) ? Refusal.Rule("reason-required", "Say why the policy should change.") : null)
            ?? RefuseTerms(command);
    }

    /// <summary>A chief-editor, who is not who proposed it, puts a policy in force.</summary>
    /// <returns>The refusal, or null.</returns>
    public static Refusal? Accept(Desk desk, DeskPolicies? policies, AcceptPolicy command, Actor actor, out PolicyEvent happened)
    {
        happened = new PolicyAccepted(desk.Id, command.Version);
        return ConfigurationCatalog.AcceptPolicy.RefuseUnlessHeldBy(actor)
            ?? RefuseDecided(desk, policies, command.Version, out var proposed)
            ?? (
                proposed.ProposedBy == actor.Person
                    ? Refusal.Forbidden("own-proposal", "You proposed this policy; somebody else has to accept it.")
                    : null
            );
    }

    /// <summary>A chief-editor turns a policy down.</summary>
    /// <returns>The refusal, or null.</returns>
    public static Refusal? Reject(Desk desk, DeskPolicies? policies, RejectPolicy command, Actor actor, out PolicyEvent happened)
    {
        happened = new PolicyRejected(desk.Id, command.Version, command.Reason);
        return ConfigurationCatalog.RejectPolicy.RefuseUnlessHeldBy(actor)
            ?? CommandTexts.Refuse(command)
            ?? (string.IsNullOrWhiteSpace(command.Reason) ? Refusal.Rule("reason-required", "Say why the policy is rejected.") : null)
            ?? RefuseDecided(desk, policies, command.Version, out _);
    }

    private static Refusal? RefuseDecided(Desk desk, DeskPolicies? policies, int version, out PolicyVersion proposed)
    {
        proposed = policies?.Versions.FirstOrDefault(v => v.Version == version)!;
        return proposed is null
                ? Refusal.NotFound("unknown-policy", $"Nobody has proposed a policy of version {version} for the {desk.Id} desk.")
            : proposed.State != PolicyState.Proposed
                ? Refusal.Rule(
                    "policy-decided",
                    $"Version {version} of the policy is {proposed.State.ToKebabCase()}; only one that is proposed can be accepted "
                        + "or rejected."
                )
            : null;
    }

    private static Refusal? RefuseTerms(ProposePolicy command) =>
        command.Gates.IsDefault || command.Gates.Any(g => g is null)
            ? new Refusal(RefusalKind.Malformed, "gates-missing", "Give the gates as a list, each with its terms.")
        : command.Gates.FirstOrDefault(g => Policy.Always.Contains(g.Gate)) is { } always
            ? Refusal.Rule(
                "gate-always-in-force",
                $"{always.Gate.ToKebabCase()} binds every desk and has no terms; leave it out. A policy chooses among "
                    + $"{string.Join(", ", Chosen.Select(g => g.ToKebabCase()))}."
            )
        : command.Gates.GroupBy(g => g.Gate).FirstOrDefault(g => g.Count() > 1) is { } twice
            ? Refusal.Rule("gate-twice", $"{twice.Key.ToKebabCase()} is given twice.")
        : command.Gates.All(g => g.Gate != Gate.Approvals)
            ? Refusal.Rule(
                "approvals-required",
                "Every policy asks for approvals, at least 1: nobody takes a story from draft to published alone."
            )
        : command.Gates.Select(RefuseTerms).FirstOrDefault(r => r is not null);

    private static Refusal? RefuseTerms(GateTerms terms) =>
        terms switch
        {
            { Minimum: < 1 or > MostPeople } => Terms(terms, $"minimum is from 1 to {MostPeople}"),
            { Minimum: not null, Gate: not (Gate.QuotesVerified or Gate.ClaimsChecked or Gate.Approvals) } => Terms(
                terms,
                "it has no minimum"
            ),
            { FewestWords: not null, Gate: not Gate.QuotesAttributed } => Terms(terms, "it has no fewestWords"),
            { FewestWords: < 1 or > MostPeople } => Terms(terms, $"fewestWords is from 1 to {MostPeople}"),
            { Roles.IsDefaultOrEmpty: true } => null,
            { Gate: not Gate.Approvals } => Terms(terms, "it has no roles"),
            _ when terms.Roles.Any(r => r is null || !Stories.CommandCatalog.Of<Stories.StoryCommand.Approve>().Roles.Contains(r.Role)) =>
                Terms(terms, "roles are those that approve: editor, legal"),
            _ when terms.Roles.GroupBy(r => r.Role).Any(g => g.Count() > 1) => Terms(terms, "each role is given once"),
            _ when terms.Roles.Any(r => r.Minimum < 1 || r.Minimum > (terms.Minimum ?? 1)) => Terms(
                terms,
                $"of {terms.Minimum ?? 1} approvals, from 1 to {terms.Minimum ?? 1} can be asked of a role"
            ),
            _ => null,
        };

    private static Refusal Terms(GateTerms terms, string what) =>
        Refusal.Rule("gate-terms", $"The terms of {terms.Gate.ToKebabCase()} do not hold: {what}.");
}
