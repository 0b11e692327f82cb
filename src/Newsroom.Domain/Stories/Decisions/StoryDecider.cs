using System.Diagnostics;
using Newsroom.Domain.Kernel;
using static Newsroom.Domain.Stories.StoryCommand;

namespace Newsroom.Domain.Stories.Decisions;

/// <summary>Decides story commands: events to append, or a refusal. Pure; each topic has a file.</summary>
public static partial class StoryDecider
{
    /// <summary>Decides a command.</summary>
    /// <param name="state">The story and its texts; null where the command starts one.</param>
    /// <param name="command">The command.</param>
    /// <param name="context">The other data that the decision needs.</param>
    /// <exception cref="ArgumentNullException">The command does not start a story, and there is none.</exception>
    public static Decision<StoryEvent> Decide(StorySnapshot? state, StoryCommand command, DecisionContext context)
    {
        if (!CommandGuard.Admits(state?.Story, command, context.Actor, out var role, out var refusal))
        {
            return refusal;
        }

        context = context with { Role = role };
        if (command is DraftArticle draft)
        {
            return Draft(draft, context);
        }

        ArgumentNullException.ThrowIfNull(state);
        var (story, text) = state;
        return command switch
        {
            DescribeStory c => Describe(story, text, c, context),
            ReviseArticle c => Revise(story, text, c, context),
            RestoreRevision c => Restore(story, text, c, context),
            Assign c => Assign(story, c, context),
            Spike c => Spike(story, c, context),
            Unspike c => Unspike(story, c, context),
            AttributeQuote c => Attribute(story, text, c, context),
            FlagClaim c => Flag(story, text, c, context),
            WithdrawQuote c => WithdrawQuote(story, text, c, context),
            WithdrawClaim c => WithdrawClaim(story, text, c, context),
            DismissQuotation c => Dismiss(story, text, c, context),
            DismissProposed c => DismissAll(story, text, c, context),
            FactCheck c => Check(story, text, c, context),
            ClaimCheck c => ClaimCheck(story, text, c, context),
            ReleaseCheck c => ReleaseCheck(story, c, context),
            PlanStory c => Plan(story, c, context),
            AddNote c => AddNote(story, c, context),
            ResolveNote c => ResolveNote(story, c, context),
            SubmitForReview => Submit(story, context),
            RequestChanges c => RequestChanges(story, c, context),
            RequestLegalReview c => RequestLegalReview(story, c, context),
            Approve c => Approve(story, text, c, context),
            WithdrawApproval c => WithdrawApproval(story, c, context),
            PlaceHold c => PlaceHold(story, c, context),
            LiftHold c => LiftHold(story, c, context),
            SetEmbargo c => SetEmbargo(story, c, context),
            MarkConfidential c => MarkConfidential(story, c, context),
            LiftConfidentiality c => LiftConfidentiality(story, c, context),
            LiftEmbargo c => LiftEmbargo(story, c, context),
            WaiveGate c => Waive(story, text, c, context),
            Publish c => Publish(story, text, c, context),
            Correct c => Correct(story, text, c, context),
            Schedule c => Schedule(story, text, c, context),
            CancelSchedule c => CancelSchedule(story, c, context),
            Withhold c => Withhold(story, c, context),
            Release c => Release(story, c, context),
            Retract c => Retract(story, c, context),
            Kill c => Kill(story, c, context),
            PublishFactCheck c => PublishFactCheck(story, text, c, context),
            WithdrawFactCheck c => WithdrawFactCheck(story, c, context),
            _ => throw new UnreachableException($"{command.GetType().Name} has no rule."),
        };
    }
}
