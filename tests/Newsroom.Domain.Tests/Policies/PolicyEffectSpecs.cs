using Newsroom.Domain.Policies;

namespace Newsroom.Domain.Tests.Policies;

/// <summary>What a policy would change for stories.</summary>
public sealed class PolicyEffectSpecs
{
    private static readonly Policy Strict = new(1, [new(Gate.Approvals) { Minimum = 3 }]);

    private static readonly Policy Lax = new(1, []);

    [Fact]
    public void A_story_that_a_gate_would_block_is_named() =>
        Sentences([ReadyStory()], Policy.Default, Strict).ShouldBe([$"“{Headline}” would be blocked by approvals."]);

    [Fact]
    public void A_story_that_a_gate_would_not_block_any_more_is_named() =>
        Sentences([ReadyStory()], Strict, Lax).ShouldBe([$"“{Headline}” would no longer be blocked by approvals."]);

    [Fact]
    public void A_story_with_the_same_gates_is_not_named() => Sentences([ReadyStory()], Policy.Default, Lax).ShouldBeEmpty();

    [Fact]
    public void No_more_than_the_most_urgent_stories_are_compared()
    {
        var stories = Enumerable.Repeat(ReadyStory(), PolicyEffects.MaxStories).ToList();
        Sentences(stories, Policy.Default, Strict).Count.ShouldBe(PolicyEffects.MaxStories);

        var sentences = Sentences([.. stories, ReadyStory()], Policy.Default, Strict);
        sentences.Count.ShouldBe(PolicyEffects.MaxStories + 1);
        sentences[^1].ShouldBe("The desk has further stories: only the 50 most urgent were compared.");
    }

    private static string Headline => ReadyStory().Text.Article.Headline;

    private static StorySnapshot ReadyStory()
    {
        var spec = Given(Ready);
        return new StorySnapshot(spec.Story, spec.Text);
    }

    private static List<string> Sentences(IReadOnlyList<StorySnapshot> stories, Policy before, Policy after) =>
        [.. PolicyEffects.Of(stories, _ => before, _ => after, StorySpec.Start).Select(effect => effect.Sentence)];
}
