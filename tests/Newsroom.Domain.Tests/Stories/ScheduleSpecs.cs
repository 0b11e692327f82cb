using Newsroom.Domain.Kernel;
using Newsroom.Domain.Stories.Work;

namespace Newsroom.Domain.Tests.Stories;

public sealed class ScheduleSpecs
{
    private static readonly DateTimeOffset Six = new(2026, 3, 3, 7, 0, 0, TimeSpan.FromHours(1));
    private static readonly GivenCommand AtSix = Asked(new Schedule(Six), Pia);
    private static readonly GivenCommand[] Scheduled = [.. Ready, AtSix];

    [Fact]
    public void A_ready_story_is_scheduled_for_exactly_its_words() =>
        Given(Ready)
            .When(new Schedule(Six), by: Pia)
            .Then(new PublicationScheduled(Six.ToUniversalTime(), Given(Ready).Story.Fingerprint, null))
            .And(s => s.Story.Schedule!.Version.ShouldBe(s.Story.Version))
            .And(s => s.Story.Schedule!.By.ShouldBe("pia"))
            .And(s => s.Story.Publication.Status.ShouldBe(PublicationStatus.Unpublished));

    [Fact]
    public void When_due_it_is_published_with_the_schedule_as_its_cause() =>
        Given(Scheduled)
            .WhenDue()
            .Then("{pia} published edition 1, as scheduled: “Bridge”")
            .And(s => s.Happened.OfType<StoryPublished>().Single().Schedule.ShouldBe(5))
            .And(s => (s.Story.Schedule, s.Story.Publication.Edition).ShouldBe((null, 1)))
            .WhenDue(schedule: 5)
            .ThenNothing();

    [Fact]
    public void Schedules_are_rendered_as_sentences() =>
        Given(Ready)
            .When(new Schedule(Six) { Kind = EditionKind.First }, by: Pia)
            .Then("{pia} scheduled the publication (first) for 2026-03-03 06:00:00 UTC")
            .When(new CancelSchedule { Reason = "Postponed." }, by: Pia)
            .Then("{pia} ended the schedule for 2026-03-03 06:00:00 UTC")
            .And(_ => Sentences.Why(new ScheduleCancelled(5, Six, "Postponed.")).ShouldBe("Postponed."));

    [Fact]
    public void A_story_is_scheduled_once_and_again_after_it_was_cancelled() =>
        Given(Scheduled)
            .When(new Schedule(Six.AddHours(1)), by: Pia)
            .ThenRefused("already-scheduled")
            .When(new CancelSchedule(), by: Pia)
            .Then(new ScheduleCancelled(5, Six.ToUniversalTime(), null))
            .When(new CancelSchedule(), by: Pia)
            .ThenRefused("no-schedule")
            .When(new Schedule(Six.AddHours(1)), by: Pia)
            .Then(typeof(PublicationScheduled))
            .WhenDue(schedule: 5)
            .ThenNothing();

    [Fact]
    public void The_time_must_be_in_the_future() => Given(Ready).When(new Schedule(StorySpec.Start), by: Pia).ThenRefused("schedule-past");

    [Fact]
    public void Gates_must_hold_when_it_is_scheduled()
    {
        Given([.. Ready, Held()]).When(new Schedule(Six), by: Pia).ThenRefused("gates-failed");
        Given([Drafted(Plain)]).When(new Schedule(Six), by: Pia).ThenRefused("gates-failed");
        Given([.. Ready, Published()]).When(new Schedule(Six), by: Pia).ThenRefused("same-words");
        Given([.. Ready, Published(), Withheld(), Revised("It will not."), Submitted(), Approved(by: Ed), Approved(by: Lea)])
            .When(new Schedule(Six), by: Pia)
            .ThenRefused("story-withheld");
        Given(Ready).When(new Schedule(Six) { Kind = EditionKind.Update }, by: Pia).ThenRefused("kind");
        Given(Ready).When(new Schedule(Six) { Kind = EditionKind.Correction }, by: Pia).ThenRefused("kind");
    }

    [Fact]
    public void An_embargo_may_end_before_the_scheduled_time_and_not_after_it()
    {
        Given([.. Ready, Asked(new SetEmbargo(Six), Ed)]).When(new Schedule(Six), by: Pia).Then(typeof(PublicationScheduled));
        Given([.. Ready, Asked(new SetEmbargo(Six.AddSeconds(1)), Ed)]).When(new Schedule(Six), by: Pia).ThenRefused("gates-failed");
        Given([.. Scheduled, Asked(new SetEmbargo(Six.AddHours(1)), Ed)]).WhenDue().Then(Failed("gates-failed", Gate.EmbargoPassed));
    }

    [Fact]
    public void Gates_are_evaluated_again_when_it_is_due()
    {
        var spec = Given([.. Scheduled, Held()]).WhenDue().Then(Failed("gates-failed", Gate.NoHolds));
        spec.History.Last()
            .ShouldBe("The publication that {pia} scheduled for 2026-03-03 06:00:00 UTC failed: these gates failed: no-holds");
        var failed = spec.Story.ScheduleFailed!;
        (failed.Reason, failed.By, failed.Time).ShouldBe(("gates-failed", "pia", Six.ToUniversalTime()));
        failed.Gates.Single().Subjects.ShouldBe(["h1"]);
        spec.Story.Schedule.ShouldBeNull();
        spec.WhenDue(schedule: 5).ThenNothing();
    }

    [Fact]
    public void Other_words_are_not_published_unless_the_scheduled_ones_return()
    {
        GivenCommand[] changed = [.. Scheduled, Revised("The bridge will not be rebuilt.", by: Ed)];
        Given([.. changed, Approved(by: Eve), Approved(by: Lea)]).WhenDue().Then(Failed("words-changed"));
        Given([.. changed, Revised(Plain, by: Ed)]).WhenDue().Then(typeof(StoryPublished));
        Effects(Scheduled, new ReviseArticle { Body = "It fell." }, Ed)
            .ShouldContain(
                "The publication scheduled for 2026-03-03T06:00:00Z would fail: the words would not be the scheduled ones."
            );
        Effects(changed, new ReviseArticle { Body = Plain }, Ed)
            .ShouldContain(
                "The publication scheduled for 2026-03-03T06:00:00Z would be possible again: the words would be the scheduled ones."
            );
    }

    [Fact]
    public void The_person_who_scheduled_it_must_be_a_publisher_still() =>
        Given(Scheduled)
            .WhenDue(present: Actor.Of("pia", Role.Reporter))
            .Then(Failed("role-required"))
            .And(s => s.History.Last().ShouldEndWith("failed: the person who scheduled it is no longer a publisher"));

    [Fact]
    public void The_person_who_scheduled_it_has_acted_on_a_story_that_becomes_confidential() =>
        Given([.. Scheduled, Asked(new MarkConfidential("The source is at risk.") { As = Role.Editor }, Ed)])
            .WhenDue()
            .Then(typeof(StoryPublished));

    [Fact]
    public void After_an_outage_it_is_published_only_if_it_is_not_too_late()
    {
        Given(Scheduled).WhenDue(late: StorySpec.MaxDelay).Then(typeof(StoryPublished));
        Given(Scheduled)
            .WhenDue(late: StorySpec.MaxDelay + TimeSpan.FromSeconds(1))
            .Then(Failed("schedule-late"))
            .And(s => s.History.Last().ShouldEndWith("failed: it was too late"));
    }

    [Fact]
    public void A_withheld_story_is_not_published_when_it_is_due()
    {
        GivenCommand[] reviewed = [Submitted(), Approved(by: Ed), Approved(by: Lea)];
        GivenCommand[] further = [.. Ready, Published(), Revised("It will not be rebuilt."), .. reviewed];
        Given([.. further, AtSix, Withheld()]).WhenDue().Then(typeof(ScheduledPublicationFailed));
        Given([.. further, AtSix, Withheld(), Asked(new Release(), Pia)])
            .WhenDue()
            .Then("{pia} published edition 2 (update), as scheduled: “Bridge”");
    }

    [Fact]
    public void What_ends_the_story_or_publishes_it_ends_the_schedule()
    {
        var cancelled = new ScheduleCancelled(5, Six.ToUniversalTime(), null);
        Given(Scheduled).When(new Spike("Dull."), by: Ed).Then(new StorySpiked("Dull.") { VoidsApprovals = true }, cancelled);
        Given(Scheduled).When(new Publish(), by: Pia).Then(typeof(StoryPublished), cancelled);
        GivenCommand[] further =
        [
            .. Ready,
            Published(),
            Revised("It will not be rebuilt."),
            Submitted(),
            Approved(by: Ed),
            Approved(by: Lea),
            AtSix,
        ];
        Given(further).When(new Retract("Forged.", "Gone."), by: Chi).Then(typeof(StoryRetracted), typeof(ScheduleCancelled));
        Given(further).When(new Kill("Forged.", "Gone."), by: Lea).Then(typeof(StoryKilled), typeof(ScheduleCancelled));
        Given(further)
            .When(new Correct(EditionKind.Correction, "We were wrong."), by: Pia)
            .Then(typeof(StoryCorrected), typeof(ScheduleCancelled))
            .And(s => s.Story.Schedule.ShouldBeNull());
        Effects(Scheduled, new Spike("Dull."), Ed).ShouldContain("The publication scheduled for 2026-03-03T06:00:00Z would be cancelled.");
    }

    [Fact]
    public void A_scheduled_story_waits_for_no_publisher_and_a_failed_one_does()
    {
        Work(Given(Scheduled)).ShouldBeEmpty();
        var failed = Given([.. Scheduled, Asked(new SetEmbargo(Six.AddHours(1)), Ed)]).WhenDue();
        Work(failed).ShouldBe([(WorkKind.ScheduleFailed, "cancel-schedule", "gates-failed"), (WorkKind.Publish, "publish", "ready")]);
        failed
            .When(new CancelSchedule(), by: Pia)
            .Then(typeof(ScheduleCancelled))
            .And(s => Work(s).ShouldBe([(WorkKind.Publish, "publish", "ready")]));
    }

    private static IEnumerable<(WorkKind, string, string)> Work(StorySpec spec) =>
        StoryWork.Of(spec.Story, spec.Text, spec.Gates).Select(work => (work.Kind, work.Command, work.Reason));

    private static IEnumerable<string> Effects(GivenCommand[] given, StoryCommand command, Actor by)
    {
        var spec = Given(given);
        var before = new StorySnapshot(spec.Story, spec.Text);
        var accepted = spec.Decide(command with { BasedOn = spec.Story.Version }, by).ShouldBeOfType<AcceptedStoryCommand>();
        return StoryEffects.Of(before, accepted, by, spec.Now).Select(effect => effect.Sentence);
    }

    private static Expected Failed(string reason, params Gate[] gates) =>
        new(
            $"{reason}: {string.Join(' ', gates)}",
            (e, _) => e is ScheduledPublicationFailed f ? $"{f.Reason}: {string.Join(' ', f.Gates.Select(g => g.Gate))}" : $"{e}"
        );
}
