using Newsroom.Api.LiveFeed;

namespace Newsroom.Api.Tests.LiveFeed;

/// <summary>A filter selects by the desk at the time of the event, and by the story.</summary>
public sealed class FeedFilterTests
{
    private static readonly Guid Story = Guid.NewGuid();

    [Theory]
    [InlineData(null, false, true)]
    [InlineData("town", false, true)]
    [InlineData("world", false, false)]
    [InlineData("town", true, true)]
    [InlineData("world", true, false)]
    public void A_desk_and_a_story_both_select(string? desk, bool isOfStory, bool selected) =>
        new FeedFilter(desk, isOfStory ? Story : null).Selects(Happened).ShouldBe(selected);

    [Fact]
    public void Another_story_is_not_selected() => new FeedFilter(null, Guid.NewGuid()).Selects(Happened).ShouldBeFalse();

    private static FeedEvent Happened => new(1, Guid.NewGuid(), "note_added", default, "kit@newsroom", null, Story, "town", 1);
}
