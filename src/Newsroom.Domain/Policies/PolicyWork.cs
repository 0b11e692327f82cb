using Newsroom.Domain.Kernel;

namespace Newsroom.Domain.Policies;

/// <summary>Finds the proposed policies that await the decision of a person.</summary>
public static class PolicyWork
{
    /// <summary>Lists the versions that the person can accept, in the order proposed.</summary>
    public static IEnumerable<PolicyVersion> Of(DeskPolicies policies, Actor actor) =>
        policies.Versions.Where(version => IsAccepted(policies, version.Version, actor));

    private static bool IsAccepted(DeskPolicies policies, int version, Actor actor) =>
        PolicyDecider.Decide(policies, new AcceptPolicy(version), new PolicyContext(policies.Desk, actor)).Refusal is null;
}
