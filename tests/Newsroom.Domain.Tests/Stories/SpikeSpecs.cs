namespace Newsroom.Domain.Tests.Stories;

public sealed class SpikeSpecs
{
    [Fact]
    public void A_story_will_not_run_and_then_may_after_all() => Given(Drafted(Plain), Submitted())
        .When(new Spike("Overtaken by events."), by: Ed)
        .Then(new StorySpiked("Overtaken by events."))
        .And(s => s.Story.Stage.ShouldBe(Stage.Spiked))
        .When(new Unspike { Reason = "It happened." }, by: Eve)
        .Then(new StoryUnspiked("It happened."))
        .And(s => s.Story.Stage.ShouldBe(Stage.Drafting));

    [Fact]
    public void It_is_told_as_a_sentence() => Given(Drafted())
        .When(new Spike("Dull."), by: Ed)
        .Then("{ed} spiked the story")
        .When(new Unspike { Reason = "Not so dull." }, by: Ed)
        .Then("{ed} unspiked the story")
        .And(_ => Sentences.Why(new StorySpiked("Dull.")).ShouldBe("Dull."))
        .And(_ => Sentences.Why(new StoryUnspiked("Not so dull.")).ShouldBe("Not so dull."));

    [Fact]
    public void It_must_be_said_why() => Given(Drafted())
        .When(new Spike(""), by: Ed)
        .ThenRefused("reason-required");

    [Fact]
    public void What_readers_have_cannot_be_spiked() => Given([.. Ready, Published()])
        .When(new Spike("Dull."), by: Ed)
        .ThenRefused("story-published");

    [Fact]
    public void Only_a_spiked_story_is_unspiked() => Given(Drafted())
        .When(new Unspike(), by: Ed)
        .ThenRefused("not-spiked");

    [Fact]
    public void A_spiked_story_is_not_spiked_again() => Given(Drafted(), Spiked())
        .When(new Spike("Dull."), by: Ed)
        .ThenRefused("story-spiked");
}
