using System.Collections.Immutable;
using System.Globalization;
using Newsroom.Domain.Kernel;
using Newsroom.Domain.Stories.Gates;
using static Newsroom.Domain.Stories.StoryCommand;
using static Newsroom.Domain.Stories.StoryEvent;

namespace Newsroom.Domain.Stories.Decisions;

/// <summary>Decides scheduled publications.</summary>
public static partial class StoryDecider
{
    /// <summary>
    /// Publishes a scheduled story, or records why it is not published. Every rule of publish is evaluated again; the actor of the context
    /// is the person who scheduled it, with present roles.
    /// </summary>
    /// <param name="state">The story and its texts.</param>
    /// <param name="schedule">The version that scheduled the publication.</param>
    /// <param name="maxDelay">How late it may be published.</param>
    /// <param name="context">The other data of the decision.</param>
    /// <returns>No events where the schedule was cancelled or has ended.</returns>
    public static AcceptedStoryCommand Fire(StorySnapshot state, long schedule, TimeSpan maxDelay, DecisionContext context)
    {
        var fired = context with { Role = Role.Publisher };
        if (state.Story.Schedule is not { } due || due.Version != schedule)
        {
            return fired.Accept();
        }

        if (context.Now - due.Time > maxDelay)
        {
            return Failed(due, ScheduleFailures.Late);
        }

        var publish = new Publish { Kind = due.Kind, As = Role.Publisher, BasedOn = state.Story.Version };
        if (!CommandGuard.Admits(state.Story, publish, context.Actor, out _, out var refusal))
        {
            return Failed(due, refusal.Code);
        }

        if (state.Story.Fingerprint != due.Fingerprint)
        {
            return Failed(due, ScheduleFailures.WordsChanged);
        }

        return RefuseEdition(state.Story, state.Text, due.Kind, fired, context.Now, out var gates) is { } notNow
            ? Failed(due, notNow.Code, (notNow as GateRefusal)?.Gates)
            : fired.Accept([
                EditionOf(state.Story, state.Text, due.Kind, fired, gates) with
                {
                    Schedule = due.Version,
                },
                .. EndOfFactChecks(state.Story),
            ]);

        AcceptedStoryCommand Failed(PublicationSchedule failed, string code, ImmutableArray<GateResult>? gates = null) =>
            fired.Accept(new ScheduledPublicationFailed(failed.Version, failed.Time, code, FailedGate.Of(gates ?? [])));
    }

    /// <summary>Schedules the publication of these words. Gates hold now, with the embargo as it is at the scheduled time.</summary>
    private static Decision<StoryEvent> Schedule(Story story, StoryText text, Schedule command, DecisionContext context)
    {
        if (command.Time <= context.Now)
        {
            return Refusal.Rule("schedule-past", $"{Written(command.Time)} is in the past. Accepted: a future time.");
        }

        if (story.Schedule is { } pending)
        {
            return Refusal.Rule(
                "already-scheduled",
                $"The publication is scheduled for {Written(pending.Time)}. Cancel that first (cancel-schedule)."
            );
        }

        // Tokens are not asked for again when it is due.
        if (context.DescribedRoles is { } described && !described.Contains(Role.Publisher))
        {
            return Refusal.Rule(
                "not-described-as-publisher",
                "When the publication is due, the roles of your description apply, and publisher is not one of them. An admin can change "
                    + "the description (describe-person), or another publisher can schedule the story."
            );
        }

        return RefuseEdition(story, text, command.Kind, context, command.Time, out _) is { } refusal
            ? refusal
            : context.Accept(new PublicationScheduled(command.Time.ToUniversalTime(), story.Fingerprint, command.Kind));
    }

    /// <summary>Cancels the pending publication, or settles one that failed.</summary>
    private static Decision<StoryEvent> CancelSchedule(Story story, CancelSchedule command, DecisionContext context) =>
        (story.Schedule, story.ScheduleFailed) switch
        {
            ({ } pending, _) => context.Accept(new ScheduleCancelled(pending.Version, pending.Time, command.Reason)),
            (_, { } failed) => context.Accept(new ScheduleCancelled(failed.Version, failed.Time, command.Reason)),
            _ => Refusal.Rule("no-schedule", "The story has no scheduled publication."),
        };

    /// <summary>Returns the end of a pending schedule that another command overtakes; none where there is no schedule.</summary>
    private static ImmutableArray<StoryEvent> EndOfSchedule(Story story) =>
        story.Schedule is { } pending ? [new ScheduleCancelled(pending.Version, pending.Time, Reason: null)] : [];

    private static string Written(DateTimeOffset time) =>
        $"{time.UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture)} UTC";
}
