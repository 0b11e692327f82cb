using System.Diagnostics;
using Newsroom.Domain.Kernel;
using Newsroom.Domain.Stories;
using Newsroom.Domain.Text;
using static Newsroom.Domain.Policies.PolicyEvent;

namespace Newsroom.Domain.Policies;

/// <summary>Decides commands on policies. An admin proposes a policy; a chief-editor accepts it.</summary>
public static class PolicyDecider
{
    private const int MaxCount = 20;

    private static readonly Gate[] Chosen = [.. Enum.GetValues<Gate>().Except(Policy.Always)];

    /// <summary>Decides a command on a desk's policies.</summary>
    /// <param name="state">The desk's policies; null where none was proposed.</param>
    /// <param name="command">The command.</param>
    /// <param name="context">The desk and the caller.</param>
    public static Decision<PolicyEvent> Decide(DeskPolicies? state, PolicyCommand command, PolicyContext context) =>
        command switch
        {
            ProposePolicy c => Propose(state, c, context),
            AcceptPolicy c => Accept(state, c, context),
            RejectPolicy c => Reject(state, c, context),
            _ => throw new UnreachableException($"{command.GetType().Name} has no rule."),
        };

    private static Decision<PolicyEvent> Propose(DeskPolicies? policies, ProposePolicy command, PolicyContext context)
    {
        var refusal =
            ConfigurationCatalog.ProposePolicy.RefuseUnlessHeldBy(context.Actor)
            ?? CommandTexts.Refuse(command)
            ?? RefuseUnreasoned(command.Reason, "A reason is required: why the policy should change.")
            ?? RefuseTerms(command);
        if (refusal is not null)
        {
            return refusal;
        }

        return new PolicyProposed(context.Desk, (policies?.Versions.Length ?? 0) + 1, command.Gates, command.Reason)
        {
            ShowsConfidential = command.ShowsConfidential ? true : null,
            LogsReads = command.LogsReads ? true : null,
        };
    }

    private static Decision<PolicyEvent> Accept(DeskPolicies? policies, AcceptPolicy command, PolicyContext context)
    {
        var refusal =
            ConfigurationCatalog.AcceptPolicy.RefuseUnlessHeldBy(context.Actor)
            ?? RefuseDecided(context.Desk, policies, command.Version, out var proposed)
            ?? (
                proposed.ProposedBy == context.Actor.Person
                    ? Refusal.Forbidden("own-proposal", "You proposed this policy; another person has to accept it.")
                    : null
            );
        if (refusal is not null)
        {
            return refusal;
        }

        return new PolicyAccepted(context.Desk, command.Version);
    }

    private static Decision<PolicyEvent> Reject(DeskPolicies? policies, RejectPolicy command, PolicyContext context)
    {
        var refusal =
            ConfigurationCatalog.RejectPolicy.RefuseUnlessHeldBy(context.Actor)
            ?? CommandTexts.Refuse(command)
            ?? RefuseUnreasoned(command.Reason, "A reason is required: why the policy is rejected.")
            ?? RefuseDecided(context.Desk, policies, command.Version, out _);
        if (refusal is not null)
        {
            return refusal;
        }

        return new PolicyRejected(context.Desk, command.Version, command.Reason);
    }

    private static Refusal? RefuseUnreasoned(string reason, string detail) =>
        string.IsNullOrWhiteSpace(reason) ? Refusal.Rule("reason-required", detail) : null;

    private static Refusal? RefuseDecided(string desk, DeskPolicies? policies, int version, out PolicyVersion proposed)
    {
        proposed = policies?.Versions.FirstOrDefault(v => v.Version == version)!;
        if (proposed is null)
        {
            return Refusal.NotFound("unknown-policy", $"The {desk} desk has no policy of version {version}.");
        }

        return proposed.State == PolicyState.Proposed
            ? null
            : Refusal.Rule(
                "policy-decided",
                $"Version {version} of the policy is {proposed.State.ToKebabCase()}; only a proposed version can be accepted or rejected."
            );
    }

    private static Refusal? RefuseTerms(ProposePolicy command)
    {
        if (command.Gates.IsDefault || command.Gates.Any(g => g is null))
        {
            return new Refusal(RefusalKind.Malformed, "gates-missing", "The gates are required, as a list of terms.");
        }

        if (command.Gates.FirstOrDefault(g => Policy.Always.Contains(g.Gate)) is { } always)
        {
            return Refusal.Rule(
                "gate-always-in-force",
                $"{always.Gate.ToKebabCase()} binds every desk and has no terms. Omit it. Accepted: "
                    + $"{string.Join(", ", Chosen.Select(g => g.ToKebabCase()))}."
            );
        }

        if (command.Gates.GroupBy(g => g.Gate).FirstOrDefault(g => g.Count() > 1) is { } twice)
        {
            return Refusal.Rule("gate-twice", $"{twice.Key.ToKebabCase()} is given twice. Give each gate once.");
        }

        return command.Gates.All(g => g.Gate != Gate.Approvals)
            ? Refusal.Rule("approvals-required", "Every policy requires at least 1 approval, so that no person publishes a draft alone.")
            : command.Gates.Select(RefuseTerms).FirstOrDefault(r => r is not null);
    }

    private static Refusal? RefuseTerms(GateTerms terms) =>
        terms switch
        {
            { Minimum: < 1 or > MaxCount } => Terms(terms, $"minimum is from 1 to {MaxCount}"),
            { Minimum: not null, Gate: not (Gate.QuotesVerified or Gate.ClaimsChecked or Gate.Approvals) } => Terms(
                terms,
                "it has no minimum"
            ),
            { FewestWords: not null, Gate: not Gate.QuotesAttributed } => Terms(terms, "it has no fewestWords"),
            { FewestWords: < 1 or > MaxCount } => Terms(terms, $"fewestWords is from 1 to {MaxCount}"),
            { Roles.IsDefaultOrEmpty: true } => null,
            { Gate: not Gate.Approvals } => Terms(terms, "it has no roles"),
            _ when terms.Roles.Any(r => r is null || !Stories.CommandCatalog.Of<Stories.StoryCommand.Approve>().Roles.Contains(r.Role)) =>
                Terms(terms, "the accepted roles are editor and legal"),
            _ when terms.Roles.GroupBy(r => r.Role).Any(g => g.Count() > 1) => Terms(terms, "each role is given once"),
            _ when terms.Roles.Any(r => r.Minimum < 1 || r.Minimum > (terms.Minimum ?? 1)) => Terms(
                terms,
                $"a role can require from 1 to {terms.Minimum ?? 1} of the {terms.Minimum ?? 1} approvals"
            ),
            _ => null,
        };

    private static Refusal Terms(GateTerms terms, string what) =>
        Refusal.Rule("gate-terms", $"The terms of {terms.Gate.ToKebabCase()} are invalid: {what}.");
}
