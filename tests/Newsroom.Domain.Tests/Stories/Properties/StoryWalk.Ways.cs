using System.Collections.Immutable;
using Newsroom.Domain.Kernel;

namespace Newsroom.Domain.Tests.Stories.Properties;

internal sealed partial class StoryWalk
{
    /// <summary>
    /// Asserts that each way is accepted from everyone it names, and that another person is refused or does not resolve the reason.
    /// </summary>
    public void CheckWays()
    {
        var gates = spec.Gates;
        foreach (var (gate, reason) in gates.SelectMany(g => g.Blocking, (g, reason) => (g.Gate, reason)))
        {
            var isOver = spec.Story.Closed() is ClosedState.Retracted or ClosedState.Killed;
            (isOver || !reason.Ways.IsEmpty).ShouldBeTrue($"{reason.Message} {Told}");
            foreach (var ways in reason.Ways.GroupBy(way => way.Command))
            {
                CheckWays([.. ways], Settling(ways.Key, gate, reason), reason.Message, after => IsUnresolved(gate, reason, after));
            }
        }

        foreach (var ways in NextSteps.Of(spec.Story, spec.Text, gates).GroupBy(way => way.Command))
        {
            CheckWays([.. ways], Next(ways.Key), "The next step", _ => false);
        }
    }

    private void CheckWays(List<GateWay> ways, StoryCommand asked, string reason, Func<StorySnapshot, bool> isUnresolved)
    {
        foreach (var by in Everybody.Concat(Others))
        {
            foreach (var role in CommandCatalog.Of(asked).Roles.Where(by.Is))
            {
                var decision = spec.Decide(asked with { As = role, BasedOn = spec.Story.Version }, by);
                var who = $"{reason} {ways[0].Command} by {by.Person} as {role}: {decision.Refusal?.Code}. {Told}";
                if (ways.Exists(way => way.Names(by.Person, role)))
                {
                    decision.Refusal.ShouldBeNull(who);
                }
                else if (decision is AcceptedStoryCommand accepted)
                {
                    isUnresolved(spec.After(accepted, by)).ShouldBeTrue(who);
                }
            }
        }
    }

    /// <summary>Returns whether the gate still has the reason, with the same numbers in its first sentence.</summary>
    private bool IsUnresolved(Gate gate, GateReason reason, StorySnapshot after) =>
        GateList
            .Evaluate(after.Story, after.Text, Policy.Binding(after.Story, spec.PolicyOf), spec.Now)
            .Single(g => g.Gate == gate)
            .Blocking.Any(r =>
                (r.Code, r.Subject, r.Fingerprint, r.Words, FirstSentence(r))
                == (reason.Code, reason.Subject, reason.Fingerprint, reason.Words, FirstSentence(reason))
            );

    private static string FirstSentence(GateReason reason) => reason.Message.Split(". ")[0];
}
