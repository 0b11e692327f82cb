using CsCheck;
using Newsroom.Domain.Kernel;
using Newsroom.Domain.Policies;

namespace Newsroom.Domain.Tests.Policies;

/// <summary>A proposed policy waits for exactly the people who can accept it, for random policies and people.</summary>
public sealed class PolicyWorkProperties
{
    private const string Desk = "city";
    private static readonly Guid Id = new("0198c0de-0000-7000-8000-000000000004");

    private static readonly Gen<PolicyCommand> Commands = Gen.OneOf(
        Gen.Const<PolicyCommand>(new ProposePolicy([new GateTerms(Gate.Approvals)], "More checks.")),
        Gen.Int[1, 4].Select(PolicyCommand (version) => new AcceptPolicy(version)),
        Gen.Int[1, 4].Select(PolicyCommand (version) => new RejectPolicy(version, "Too strict."))
    );

    [Fact]
    public void A_policy_is_listed_for_a_person_if_and_only_if_accepting_it_is_accepted_from_them()
    {
        var (listed, left) = (0, 0);
        Gen.Select(Gen.Select(Commands, RandomPeople.Actors).Array[1, 12], RandomPeople.Actors.Array[1, 6])
            .Sample(
                (commands, people) =>
                {
                    if (Taken(commands) is { } policies)
                    {
                        foreach (var person in people)
                        {
                            var found = Check(policies, person);
                            Interlocked.Add(ref listed, found);
                            Interlocked.Add(ref left, policies.Versions.Length - found);
                        }
                    }
                },
                iter: Cases
            );
        listed.ShouldBeGreaterThan(Cases / 20);
        left.ShouldBeGreaterThan(Cases / 20);
    }

    private static int Check(DeskPolicies policies, Actor person)
    {
        var listed = PolicyWork.Of(policies, person).Select(version => version.Version).ToList();
        foreach (var version in policies.Versions)
        {
            var decision = PolicyDecider.Decide(policies, new AcceptPolicy(version.Version), new PolicyContext(Desk, person));
            var who = $"version {version.Version} for {person.Person} as {string.Join(", ", person.Roles)}: {decision.Refusal?.Code}";
            listed.Contains(version.Version).ShouldBe(decision.Refusal is null, who);
            listed.Contains(version.Version).ShouldBe(Awaits(version, person), who);
            if (decision.Refusal is null)
            {
                var decided = After(policies, decision, person)!;
                PolicyWork.Of(decided, person).ShouldNotContain(v => v.Version == version.Version, who);
            }
        }

        return listed.Count;
    }

    /// <summary>
    /// The rule in other words: an undecided proposal of another person, for a chief-editor who has no role that
    /// stands alone.
    /// </summary>
    private static bool Awaits(PolicyVersion version, Actor person) =>
        version is { State: PolicyState.Proposed, DecidedBy: null }
        && version.ProposedBy != person.Person
        && person.Is(Role.ChiefEditor)
        && !person.Is(Role.Admin)
        && !person.Is(Role.Auditor);

    private static DeskPolicies? Taken(IEnumerable<(PolicyCommand Command, Actor By)> commands) =>
        commands.Aggregate((DeskPolicies?)null, (policies, next) =>
            After(policies, PolicyDecider.Decide(policies, next.Command, new PolicyContext(Desk, next.By)), next.By)
        );

    private static DeskPolicies? After(DeskPolicies? policies, Decision<PolicyEvent> decision, Actor by) =>
        decision.Refusal is null
            ? decision.Events.Aggregate(policies, (before, happened) =>
                DeskPolicies.Evolve(before, Id, happened, by.Person, StorySpec.Start)
            )
            : policies;
}
