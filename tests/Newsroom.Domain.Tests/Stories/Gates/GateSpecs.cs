using Newsroom.Domain.Kernel;

namespace Newsroom.Domain.Tests.Stories.Gates;

/// <summary>For each gate: when it passes, when it fails, and the reasons it gives.</summary>
public sealed partial class GateSpecs
{
    private const string Words = "“We will rebuild the bridge,”";

    // The marks are added after the words were attributed.
    private const string UnquotedWords = "We will rebuild the bridge,";
    private const string Unquoted = UnquotedWords + " said the mayor. It cost 3 million.";

    [Fact]
    public void A_passage_without_a_place_blocks_nothing() =>
        Given(Drafted(), Attributed(), Flagged(), Revised("Silence."))
            .And(s => s.Gates.Where(g => g.Outcome == GateOutcome.Failed).Select(g => g.Gate).ShouldBe([Gate.Approvals]));

    [Fact]
    public void A_hold_says_who_lifts_it() =>
        Given(Drafted(Plain), Held(by: Ed), Held(by: Lea))
            .And(s =>
                s.Gates.Single(g => g.Gate == Gate.NoHolds)
                    .Reasons.Select(r => Told(r.Ways))
                    .ShouldBe(["lift-hold by editor or legal", "lift-hold by legal"])
            );

    [Fact]
    public void Only_notes_that_must_be_resolved_block() =>
        Given(Drafted(Plain), Noted(), Noted(mustResolve: true))
            .And(s => Failing(s, Gate.NotesResolved).Select(CodeOf).ShouldBe(["note-open"]))
            .When(new ResolveNote("n2"), by: Ed)
            .And(s => Failing(s, Gate.NotesResolved).ShouldBeEmpty());

    [Fact]
    public void Ready_means_in_review_and_every_gate_holds()
    {
        var ready = Given(Ready);
        GateList.IsReady(ready.Story, ready.Text, ready.Gates).ShouldBeTrue();
        var held = Given([.. Ready, Held()]);
        GateList.IsReady(held.Story, held.Text, held.Gates).ShouldBeFalse();
        var live = Given([.. Ready, Published()]);
        GateList.IsReady(live.Story, live.Text, live.Gates).ShouldBeFalse();
        var again = Given([.. Ready, Published(), Submitted()]);
        again.Gates.ShouldAllBe(g => g.Outcome != GateOutcome.Failed);
        GateList.IsReady(again.Story, again.Text, again.Gates).ShouldBeFalse("readers have it");
        var restyled = Given([.. Ready, Published(), Revised(Plain.Replace("bridge", "*bridge*", StringComparison.Ordinal)), Submitted()]);
        GateList.IsReady(restyled.Story, restyled.Text, restyled.Gates).ShouldBeTrue("only the markup changed, and can be published");
    }

    [Fact]
    public void A_gate_a_policy_leaves_out_asks_for_nothing()
    {
        var spec = Given(Drafted(), Flagged(), Held());
        var bare = new Policy(3, [new GateTerms(Gate.Approvals)]);
        GateList
            .Evaluate(spec.Story, spec.Text, bare, spec.Now)
            .Select(g => g.Gate)
            .ShouldBe([Gate.Approvals, Gate.LegalClearance, Gate.NoHolds, Gate.EmbargoPassed]);
    }

    [Fact]
    public void Every_reason_names_commands_there_are_and_roles_that_may_give_them()
    {
        var spec = Given(
            Drafted("“One, two, three, four.” " + Bridge, headline: "“Two, three” it is"),
            Attributed(),
            Flagged(),
            Held(),
            Noted(mustResolve: true),
            Asked(new RequestLegalReview("Thief."), Rita),
            Asked(new SetEmbargo(Start.AddDays(1)), Ed)
        );
        spec.Gates.Select(g => g.Outcome).Distinct().ShouldBe([GateOutcome.Failed]);
        spec.Gates.ShouldAllBe(g => g.Asks.EndsWith('.'));
        var reasons = spec.Gates.SelectMany(g => g.Reasons).ToList();
        reasons.Count.ShouldBeGreaterThanOrEqualTo(spec.Gates.Length);
        foreach (var reason in reasons)
        {
            reason.Message.ShouldEndWith(".");
            reason.Ways.ShouldNotBeEmpty();
            reason.Ways.ShouldAllBe(way =>
                way.Roles.All(role => CommandCatalog.All.Single(c => c.Name == way.Command).Roles.Contains(role))
            );
        }
    }

    private static string Told(IEnumerable<GateWay> ways) =>
        string.Join(
            ", ",
            ways.Select(w =>
            {
                var roles = string.Join(" or ", w.Roles.Select(r => r.ToKebabCase()));
                var only = w.OnlyBy.IsEmpty ? "" : $" if {string.Join(" or ", w.OnlyBy)}";
                var not = w.NotBy.IsEmpty ? "" : $" but not {string.Join(" or ", w.NotBy)}";
                return $"{w.Command} by {roles}{only}{not}";
            })
        );

    private static string[] Failing(StorySpec spec, Gate gate) =>
        [.. spec.Gates.Single(g => g.Gate == gate).Reasons.Select(r => r.Range is { } range ? $"{r.Code} {range} {r.Words}" : r.Code)];

    private static GateReason Reason(StorySpec spec, Gate gate) => spec.Gates.Single(g => g.Gate == gate).Reasons.ShouldHaveSingleItem();

    private static string CodeOf(string reason) => reason.Split(' ')[0];
}
