using System.Collections.Immutable;
using Newsroom.Domain.Kernel;
using Newsroom.Domain.Policies;

namespace Newsroom.Domain.Tests.Policies;

public sealed class PolicySpecs
{
    private const string City = "city";
    private static readonly GateTerms[] Terms = [new(Gate.ClaimsChecked) { Minimum = 2 }, new(Gate.Approvals) { Minimum = 1 }];

    private DeskPolicies? policies;

    [Fact]
    public void Until_one_is_accepted_the_default_holds()
    {
        Propose(Adi).ShouldBeNull();
        policies!.InForce.ShouldBe(Policy.Default);
    }

    [Fact]
    public void An_admin_proposes_and_a_chief_editor_accepts()
    {
        Propose(Adi).ShouldBeNull();
        Accept(1, Chi).ShouldBeNull();
        policies!.InForce.Version.ShouldBe(1);
        policies.InForce.Gates.ShouldBe(Terms);
        policies
            .Versions.Single()
            .ShouldSatisfyAllConditions(v =>
                (v.State, v.ProposedBy, v.DecidedBy, v.Reason).ShouldBe((PolicyState.InForce, "adi", "chi", "More checks."))
            );
    }

    [Fact]
    public void A_policy_states_who_knows_of_confidential_stories_and_whether_reads_are_recorded()
    {
        Propose(Adi).ShouldBeNull();
        Accept(1, Chi).ShouldBeNull();
        (policies!.ShowsConfidential, policies.LogsReads).ShouldBe((null, null));
        Decide(new ProposePolicy([.. Terms], "A register.") { ShowsConfidential = true, LogsReads = true }, Adi).ShouldBeNull();
        (policies.ShowsConfidential, policies.LogsReads).ShouldBe((null, null), "It is not in force yet.");
        Accept(2, Chi).ShouldBeNull();
        (policies.ShowsConfidential, policies.LogsReads).ShouldBe((true, true));
        (policies.InForce.ShowsConfidential, policies.InForce.LogsReads).ShouldBe((true, true));
    }

    [Fact]
    public void Other_roles_do_not_decide_policies()
    {
        Propose(Adi);
        foreach (var actor in new[] { Rita, Ed, Femi, Lea, Pia, Uma })
        {
            Propose(actor)!.Code.ShouldBe("role-required");
            Accept(1, actor)!.Code.ShouldBe("role-required");
            Reject(1, actor)!.Code.ShouldBe("role-required");
        }

        Propose(Chi)!.Code.ShouldBe("role-required");
        Accept(1, Adi)!.Code.ShouldBe("role-required");
    }

    [Fact]
    public void A_proposer_cannot_accept_the_proposal()
    {
        Propose(Actor.Of("zoe", Role.Admin)).ShouldBeNull();
        Accept(1, Actor.Of("zoe", Role.ChiefEditor))!.Code.ShouldBe("own-proposal");
        Accept(1, Chi).ShouldBeNull();
    }

    [Fact]
    public void A_later_one_takes_the_place_of_those_before_it()
    {
        Propose(Adi);
        Propose(Adi);
        Propose(Adi);
        Propose(Adi);
        Accept(1, Chi).ShouldBeNull();
        Accept(3, Chi).ShouldBeNull();
        policies!
            .Versions.Select(v => v.State)
            .ShouldBe([PolicyState.Superseded, PolicyState.Superseded, PolicyState.InForce, PolicyState.Proposed]);
        Accept(2, Chi)!.Code.ShouldBe("policy-decided");
        Accept(3, Chi)!.Code.ShouldBe("policy-decided");
        Accept(4, Chi).ShouldBeNull();
        policies.InForce.Version.ShouldBe(4);
    }

    [Fact]
    public void One_that_is_rejected_never_comes_into_force()
    {
        Propose(Adi);
        Reject(1, Chi, " ")!.Code.ShouldBe("reason-required");
        Reject(1, Chi).ShouldBeNull();
        Accept(1, Chi)!.Code.ShouldBe("policy-decided");
        policies!.InForce.ShouldBe(Policy.Default);
        policies.Versions.Single().Rejection.ShouldBe("Too much.");
    }

    [Fact]
    public void A_version_that_was_not_proposed_is_not_found()
    {
        Accept(1, Chi)!.Kind.ShouldBe(RefusalKind.NotFound);
        Propose(Adi);
        Reject(2, Chi)!.Kind.ShouldBe(RefusalKind.NotFound);
    }

    [Fact]
    public void A_proposal_requires_a_reason() => Refused([.. Terms], " ").ShouldBe("reason-required");

    [Fact]
    public void Every_policy_requires_approvals()
    {
        Refused(new GateTerms(Gate.ClaimsChecked)).ShouldBe("approvals-required");
        Refused(new GateTerms(Gate.Approvals) { Minimum = 0 }).ShouldBe("gate-terms");
        Refused(new GateTerms(Gate.Approvals)).ShouldBeNull();
    }

    [Theory]
    [InlineData(Gate.NoHolds)]
    [InlineData(Gate.EmbargoPassed)]
    [InlineData(Gate.LegalClearance)]
    public void A_gate_that_binds_every_desk_is_in_no_policy(Gate gate) =>
        Refused(new GateTerms(Gate.Approvals), new GateTerms(gate) { Waivable = true }).ShouldBe("gate-always-in-force");

    [Fact]
    public void A_policy_lists_its_gates()
    {
        PolicyDecider.Decide(null, new ProposePolicy(default, "x"), new PolicyContext(City, Adi)).Refusal!.Code.ShouldBe("gates-missing");
        Refused(new GateTerms(Gate.Approvals), null!).ShouldBe("null-member");
    }

    [Fact]
    public void A_gate_is_given_once() => Refused(new GateTerms(Gate.Approvals), new GateTerms(Gate.Approvals)).ShouldBe("gate-twice");

    [Fact]
    public void Terms_are_those_the_gate_has()
    {
        var approvals = new GateTerms(Gate.Approvals);
        Refused(approvals, new GateTerms(Gate.QuotesVerified) { Minimum = 0 }).ShouldBe("gate-terms");
        Refused(approvals, new GateTerms(Gate.QuotesVerified) { Minimum = 21 }).ShouldBe("gate-terms");
        Refused(approvals, new GateTerms(Gate.QuotesVerified) { Minimum = 20 }).ShouldBeNull();
        Refused(approvals, new GateTerms(Gate.NotesResolved) { Minimum = 1 }).ShouldBe("gate-terms");
        Refused(approvals, new GateTerms(Gate.ClaimsChecked) { FewestWords = 5 }).ShouldBe("gate-terms");
        Refused(approvals, new GateTerms(Gate.QuotesAttributed) { FewestWords = 0 }).ShouldBe("gate-terms");
        Refused(approvals, new GateTerms(Gate.QuotesAttributed) { FewestWords = 5 }).ShouldBeNull();
        Refused(approvals, new GateTerms(Gate.ClaimsChecked) { Roles = [new(Role.Editor, 1)] }).ShouldBe("gate-terms");
    }

    [Fact]
    public void Approvals_are_asked_of_roles_that_approve_and_of_no_more_people_than_there_are()
    {
        Refused(Approvals(2, (Role.Editor, 1), (Role.Legal, 1))).ShouldBeNull();
        Refused(Approvals(2, (Role.Editor, 3))).ShouldBe("gate-terms");
        Refused(Approvals(2, (Role.Editor, 0))).ShouldBe("gate-terms");
        Refused(Approvals(2, (Role.Publisher, 1))).ShouldBe("gate-terms");
        Refused(Approvals(2, (Role.Editor, 1), (Role.Editor, 1))).ShouldBe("gate-terms");
    }

    private static GateTerms Approvals(int minimum, params (Role Role, int Minimum)[] roles) =>
        new(Gate.Approvals) { Minimum = minimum, Roles = [.. roles.Select(r => new RoleMinimum(r.Role, r.Minimum))] };

    private static string? Refused(params GateTerms[] gates) => Refused(gates, "More checks.");

    private static string? Refused(GateTerms[] gates, string reason) =>
        PolicyDecider.Decide(null, new ProposePolicy([.. gates], reason), new PolicyContext(City, Adi)).Refusal?.Code;

    private Refusal? Propose(Actor by) => Decide(new ProposePolicy([.. Terms], "More checks."), by);

    private Refusal? Accept(int version, Actor by) => Decide(new AcceptPolicy(version), by);

    private Refusal? Reject(int version, Actor by, string reason = "Too much.") => Decide(new RejectPolicy(version, reason), by);

    private Refusal? Decide(PolicyCommand command, Actor by)
    {
        var decision = PolicyDecider.Decide(policies, command, new PolicyContext(City, by));
        policies = decision.Events.Aggregate(policies, (at, happened) => DeskPolicies.Evolve(at, Guid.Empty, happened, by.Person, Start));
        return decision.Refusal;
    }
}
