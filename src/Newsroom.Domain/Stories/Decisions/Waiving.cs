using System.Collections.Immutable;
using Newsroom.Domain.Kernel;
using Newsroom.Domain.Stories.Gates;
using Newsroom.Domain.Text;
using static Newsroom.Domain.Stories.StoryCommand;
using static Newsroom.Domain.Stories.StoryEvent;

namespace Newsroom.Domain.Stories.Decisions;

/// <summary>Exceptions: the only way past a gate that fails, and one everybody sees.</summary>
public static class Waiving
{
    /// <summary>A chief-editor who had no hand in the subject lets a gate that the desk's policy says can be waived pass for it, as it is.</summary>
    /// <param name="story">The story.</param>
    /// <param name="text">Its words.</param>
    /// <param name="command">What is asked.</param>
    /// <param name="policy">The gates of the story's desk.</param>
    /// <param name="actor">Who asks.</param>
    /// <param name="now">When.</param>
    public static Decision Waive(Story story, StoryText text, WaiveGate command, Policy policy, Actor actor, DateTimeOffset now)
    {
        if (!CommandGuard.Admits(story, command, actor, out var role, out var refusal))
        {
            return refusal;
        }

        var gate = command.Gate.ToKebabCase();
        if (Policy.Always.Contains(command.Gate))
        {
            return Refusal.Rule("gate-never-waived", $"Nobody waives {gate}.");
        }

        if (policy.TermsOf(command.Gate) is not { Waivable: true })
        {
            return Refusal.Rule(
                "gate-not-waivable",
                $"The policy of the {story.Desk} desk (version {policy.Version}) does not let {gate} be waived."
            );
        }

        if (string.IsNullOrWhiteSpace(command.Reason))
        {
            return Refusal.Rule("reason-required", "Say why the gate is waived.");
        }

        var result = GateList.Evaluate(story, text, policy, now).Single(g => g.Gate == command.Gate);
        var concerned = result.Reasons.Where(r => r.Subject == command.Subject).ToList();
        var reason = concerned.Find(r => r.Fingerprint == command.Fingerprint);
        return concerned.Count == 0
                ? Refusal.Rule(
                    "nothing-to-waive",
                    $"{gate} does not fail for \"{command.Subject}\"; gates lists what it fails for.",
                    $"{gate} does not fail for what was named."
                )
            : reason is null ? new StaleFingerprintRefusal(command.Subject, concerned[0].Fingerprint!.Value)
            : reason.Waiver is { } waiver
                ? Refusal.Rule("already-waived", $"{{{waiver.By}}} has waived {gate} for {command.Subject} already.")
            : HandsIn(story, text, reason).Contains(actor.Person)
                ? Refusal.Forbidden(
                    "waiver-own-words",
                    $"You had a hand in {command.Subject}; another chief-editor has to waive {gate} for it."
                )
            : new Decision.Accepted(
                role,
                [
                    new GateWaived(
                        command.Gate,
                        command.Subject,
                        reason.Fingerprint!.Value,
                        reason.Subject == ApprovalGates.Article ? null : reason.Words,
                        command.Reason,
                        policy.Version
                    )
                    {
                        WordsAlone = reason.WordsAlone,
                    },
                ]
            );
    }

    /// <summary>Who had a hand in what a gate fails for. Of a passage, who touched or attributed it; of quoted words, who touched them; of a note or the whole article, who wrote any of the article.</summary>
    public static ImmutableSortedSet<string> HandsIn(Story story, StoryText text, GateReason reason) =>
        story.PassageOf(reason.Subject) is { } passage ? text.InvolvedIn(passage)
        : reason is { Subject: not ApprovalGates.Article, Field: { } field, Range: { } range }
            ? text.BlameOf(field)
                .Touched(range)
                .Union(reason.Passage is { } having && story.PassageOf(having) is { } found ? text.InvolvedIn(found) : [])
        : text.InvolvedIn(story).Union(story.Authors);
}
