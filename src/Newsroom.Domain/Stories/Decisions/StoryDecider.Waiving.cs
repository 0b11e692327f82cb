using Newsroom.Domain.Kernel;
using Newsroom.Domain.Stories.Gates;
using Newsroom.Domain.Text;
using static Newsroom.Domain.Stories.StoryCommand;
using static Newsroom.Domain.Stories.StoryEvent;

namespace Newsroom.Domain.Stories.Decisions;

/// <summary>Decides waivers, the only way past a gate that fails.</summary>
public static partial class StoryDecider
{
    /// <summary>
    /// Waives a gate for one subject at its fingerprint, where the policy allows it. The actor must not have touched the subject.
    /// </summary>
    private static Decision<StoryEvent> Waive(Story story, StoryText text, WaiveGate command, DecisionContext context)
    {
        var policy = context.PolicyFor(story);
        var gate = command.Gate.ToKebabCase();
        if (Policy.Always.Contains(command.Gate))
        {
            return Refusal.Rule("gate-never-waived", $"{gate} cannot be waived.");
        }

        if (policy.TermsOf(command.Gate) is not { Waivable: true })
        {
            return Refusal.Rule(
                "gate-not-waivable",
                $"The policy of the {story.Desk} desk (version {policy.Version}) does not allow a waiver of {gate}."
            );
        }

        if (string.IsNullOrWhiteSpace(command.Reason))
        {
            return Refusal.Rule("reason-required", "A reason is required: why the gate is waived.");
        }

        var result = GateList.Evaluate(story, text, policy, context.Now).Single(g => g.Gate == command.Gate);
        var concerned = result.Reasons.Where(r => r.Subject == command.Subject).ToList();
        var waived = concerned.FindAll(r => r.Fingerprint == command.Fingerprint);
        if (concerned.Count == 0)
        {
            return Refusal.Rule(
                "nothing-to-waive",
                $"{gate} does not fail for \"{command.Subject}\". gates lists the subjects it fails for.",
                $"{gate} does not fail for the named subject."
            );
        }

        if (waived is not [var reason, ..])
        {
            return new StaleFingerprintRefusal(command.Subject, concerned[0].Fingerprint!.Value);
        }

        if (reason.Waiver is { } waiver)
        {
            return Refusal.Rule("already-waived", $"{{{waiver.By}}} has already waived {gate} for {command.Subject}.");
        }

        if (SubjectAuthors.Of(story, text, waived).Contains(context.Actor.Person))
        {
            return Refusal.Forbidden(
                "waiver-own-words",
                $"You touched {command.Subject}; another chief-editor has to waive {gate} for it."
            );
        }

        var words = reason.Subject == ApprovalGates.Article ? null : reason.Words;
        return context.Accept(
            new GateWaived(command.Gate, command.Subject, reason.Fingerprint!.Value, words, command.Reason, policy.Version)
            {
                WordsAlone = reason.WordsAlone,
            }
        );
    }
}
