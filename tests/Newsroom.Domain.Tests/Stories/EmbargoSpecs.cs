namespace Newsroom.Domain.Tests.Stories;

public sealed class EmbargoSpecs
{
    private static readonly DateTimeOffset Six = new(2026, 3, 3, 6, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Nothing_publishes_before_its_instant() =>
        Given(Ready)
            .When(new SetEmbargo(Six) { Reason = "The report is out at six." }, by: Ed)
            .Then(new EmbargoSet(Six, "The report is out at six."))
            .When(new Publish(), by: Pia)
            .ThenRefused("gates-failed")
            .And(s =>
                s.Gates.Single(g => g.Gate == Gate.EmbargoPassed)
                    .Reasons.Single()
                    .Message.ShouldBe(
                        "{ed} put the story under embargo until 2026-03-03 06:00:00 UTC: The report is out at six. It ends "
                            + "then, or an editor lifts it."
                    )
            )
            .After(Six - Start)
            .When(new Publish(), by: Pia)
            .Then(typeof(StoryPublished));

    [Fact]
    public void An_embargo_ends_at_its_instant_and_not_before()
    {
        var spec = Given([.. Ready, Asked(new SetEmbargo(Six), Ed)]);
        Outcome(Six.AddTicks(-1)).ShouldBe(GateOutcome.Failed);
        Outcome(Six).ShouldBe(GateOutcome.Passed);

        GateOutcome Outcome(DateTimeOffset now) =>
            GateList.Evaluate(spec.Story, spec.Text, Policy.Default, now).Single(g => g.Gate == Gate.EmbargoPassed).Outcome;
    }

    [Fact]
    public void An_embargo_is_rendered_as_a_sentence() =>
        Given(Drafted())
            .When(new SetEmbargo(Six.ToOffset(TimeSpan.FromHours(2))) { Reason = "Six." }, by: Ed)
            .Then("{ed} set an embargo until 2026-03-03 06:00:00 UTC")
            .And(s => Sentences.Why(s.Happened[0]).ShouldBe("Six."))
            .When(new LiftEmbargo { Reason = "It leaked." }, by: Ed)
            .Then("{ed} lifted the embargo")
            .And(s => Sentences.Why(s.Happened[0]).ShouldBe("It leaked."));

    [Fact]
    public void An_embargo_must_end_in_the_future() => Given(Drafted()).When(new SetEmbargo(Start), by: Ed).ThenRefused("embargo-past");

    [Fact]
    public void A_further_one_takes_the_place_of_the_first() =>
        Given(Drafted(), Asked(new SetEmbargo(Six), Ed))
            .When(new SetEmbargo(Six), by: Eve)
            .ThenRefused("nothing-changed")
            .When(new SetEmbargo(Six.AddHours(-1)), by: Eve)
            .Then(typeof(EmbargoSet))
            .And(s => s.Story.Embargo!.Until.ShouldBe(Six.AddHours(-1)));

    [Fact]
    public void One_that_is_lifted_stops_nothing() =>
        Given([.. Ready, Asked(new SetEmbargo(Six), Ed)])
            .When(new LiftEmbargo(), by: Eve)
            .Then(new EmbargoLifted(null))
            .When(new Publish(), by: Pia)
            .Then(typeof(StoryPublished));

    [Fact]
    public void A_missing_embargo_is_not_lifted() => Given(Drafted()).When(new LiftEmbargo(), by: Ed).ThenRefused("no-embargo");
}
