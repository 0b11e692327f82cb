namespace Newsroom.Domain.Tests.Stories;

public sealed class SpikeSpecs
{
    [Fact]
    public void A_story_is_spiked_and_unspiked() =>
        Given(Drafted(Plain), Submitted())
            .When(new Spike("Overtaken by events."), by: Ed)
            .Then(new StorySpiked("Overtaken by events."))
            .And(s => s.Story.Stage.ShouldBe(Stage.Spiked))
            .When(new Unspike { Reason = "It happened." }, by: Eve)
            .Then(new StoryUnspiked("It happened."))
            .And(s => s.Story.Stage.ShouldBe(Stage.Drafting));

    [Fact]
    public void A_spike_is_rendered_as_a_sentence() =>
        Given(Drafted())
            .When(new Spike("Dull."), by: Ed)
            .Then("{ed} spiked the story")
            .When(new Unspike { Reason = "Not so dull." }, by: Ed)
            .Then("{ed} unspiked the story")
            .And(_ => Sentences.Why(new StorySpiked("Dull.")).ShouldBe("Dull."))
            .And(_ => Sentences.Why(new StoryUnspiked("Not so dull.")).ShouldBe("Not so dull."));

    [Fact]
    public void Approvals_given_before_are_void() =>
        Given(Ready)
            .When(new Spike("Overtaken by events."), by: Ed)
            .Then(new StorySpiked("Overtaken by events.") { VoidsApprovals = true })
            .And(s => s.Then("{ed} spiked the story; earlier approvals are void"))
            .And(s => s.Story.Approvals.ShouldBeEmpty())
            .When(new Unspike(), by: Ed)
            .Then(new StoryUnspiked(null))
            .When(new SubmitForReview(), by: Rita)
            .When(new Publish(), by: Pia)
            .ThenRefused("gates-failed")
            .When(story => new Approve(story.Fingerprint), by: Ed)
            .When(story => new Approve(story.Fingerprint), by: Lea)
            .When(new Publish(), by: Pia)
            .Then(typeof(StoryPublished));

    [Fact]
    public void Approvals_that_restored_words_would_have_reinstated_are_void() =>
        Given([.. Ready, Revised("It fell.", by: Ed), Spiked(), Asked(new Unspike(), Ed)])
            .When(new ReviseArticle { Body = Plain }, by: Rita)
            .Then(typeof(ArticleRevised));

    [Fact]
    public void A_waiver_of_approvals_is_void() =>
        Given(Drafted(Plain), Submitted())
            .Under(new GateTerms(Gate.Approvals) { Minimum = 1, Waivable = true })
            .When(story => new WaiveGate(Gate.Approvals, "article", story.Fingerprint, "Night shift."), by: Chi)
            .When(new Spike("Dull."), by: Ed)
            .When(new Unspike(), by: Ed)
            .And(s => s.Gates.Single(g => g.Gate == Gate.Approvals).Outcome.ShouldBe(GateOutcome.Failed));

    /// <summary>
    /// Stories spiked and unspiked before spiking voided approvals replay with them; a story still spiked then is unspiked without them.
    /// </summary>
    [Fact]
    public void Events_stored_before_replay_unchanged()
    {
        var spec = Given([.. Ready, Spiked()]);
        var story = spec
            .Recorded.Select(r => (Happened: r.Happened is StorySpiked e ? e with { VoidsApprovals = null } : r.Happened, r.Metadata))
            .Aggregate((Story?)null, (at, r) => Story.Evolve(at, spec.Story.Id, r.Happened, r.Metadata))!;
        story.Approvals.Length.ShouldBe(2);
        Story.Evolve(story, story.Id, new StoryUnspiked(null), default).Approvals.Length.ShouldBe(2);
        StoryDecider
            .Decide(new StorySnapshot(story, spec.Text), new Unspike(), new DecisionContext(Ed, spec.Now))
            .ShouldBeOfType<AcceptedStoryCommand>()
            .Events.ShouldBe([new StoryUnspiked(null) { VoidsApprovals = true }]);
        Story.Evolve(story, story.Id, new StoryUnspiked(null) { VoidsApprovals = true }, default).Approvals.ShouldBeEmpty();
    }

    [Fact]
    public void A_spike_requires_a_reason() => Given(Drafted()).When(new Spike(""), by: Ed).ThenRefused("reason-required");

    [Fact]
    public void A_published_story_cannot_be_spiked() =>
        Given([.. Ready, Published()]).When(new Spike("Dull."), by: Ed).ThenRefused("story-published");

    [Fact]
    public void Only_a_spiked_story_is_unspiked() => Given(Drafted()).When(new Unspike(), by: Ed).ThenRefused("not-spiked");

    [Fact]
    public void A_spiked_story_is_not_spiked_again() =>
        Given(Drafted(), Spiked()).When(new Spike("Dull."), by: Ed).ThenRefused("story-spiked");
}
