using Newsroom.Api.LiveFeed;

namespace Newsroom.Api.Tests.LiveFeed;

/// <summary>The latest events are kept in a bounded number.</summary>
public sealed class FeedBufferTests
{
    private const int Capacity = 10;

    private static readonly Guid Story = Guid.NewGuid();

    private readonly FeedBuffer buffer = new(Capacity);

    [Fact]
    public void Events_after_a_position_are_listed_in_order_and_the_end_skips_what_is_no_event_of_a_story()
    {
        buffer.Reset(100);
        buffer.Add(PageOf(end: 110, 103, 105, 107));
        Read(100, most: 10).ShouldBe(("103 105 107", 110));
        Read(103, most: 10).ShouldBe(("105 107", 110));
        Read(104, most: 1).ShouldBe(("105", 105));
        Read(107, most: 10).ShouldBe(("", 110));
        Read(110, most: 10).ShouldBe(("", 110));
    }

    [Fact]
    public void A_position_before_the_buffer_is_not_answered()
    {
        buffer.Reset(100);
        buffer.Add(PageOf(end: 101, 101));
        buffer.After(99, most: 10).ShouldBeNull();
        Read(100, most: 10).ShouldBe(("101", 101));
    }

    [Fact]
    public void The_oldest_events_leave_and_every_later_one_is_still_listed()
    {
        for (var sequence = 1; sequence <= 1000; sequence++)
        {
            buffer.Add(PageOf(end: sequence, sequence));
        }

        var first = Enumerable.Range(0, 1000).First(position => buffer.After(position, most: 1) is not null);
        first.ShouldBeInRange(1000 - (2 * Capacity), 1000 - Capacity);
        var listed = buffer.After(first, most: 1000)!.Events.Select(e => (int)e.Sequence);
        listed.ShouldBe(Enumerable.Range(first + 1, 1000 - first));
    }

    [Fact]
    public void Earlier_events_of_a_story_are_confidential_once_it_is()
    {
        buffer.Add(PageOf(end: 1, 1));
        buffer.After(0, most: 1)!.Confidential.ShouldBeEmpty();
        buffer.Add(PageOf(end: 2, 2) with { Confidential = new HashSet<Guid> { Story } });
        buffer.After(0, most: 1)!.Confidential.ShouldBe([Story]);
    }

    [Fact]
    public void A_story_is_confidential_before_the_event_that_made_it_so_is_here()
    {
        buffer.Known.ShouldBeNull();
        buffer.Reset(0);
        buffer.Add(PageOf(end: 1, 1));
        buffer.AddConfidential([Story], position: 5);
        buffer.Known.ShouldBe(5);
        buffer.After(0, most: 1)!.Confidential.ShouldBe([Story]);
        buffer.Add(PageOf(end: 2, 2));
        buffer.After(0, most: 1)!.Confidential.ShouldBe([Story]);
    }

    [Fact]
    public void A_story_whose_events_have_left_is_judged_by_its_next_one()
    {
        var other = Guid.NewGuid();
        buffer.AddConfidential([other, Story], position: 1);
        for (var sequence = 1; sequence <= 3 * Capacity; sequence++)
        {
            buffer.Add(PageOf(end: sequence, sequence));
        }

        buffer.Add(PageOf(other, end: 100, 100));
        buffer.After(99, most: 1)!.Confidential.ShouldBeEmpty();
        buffer.After((3 * Capacity) - 1, most: 1)!.Confidential.ShouldBe([Story]);
    }

    private (string Sequences, long End) Read(long after, int most)
    {
        var page = buffer.After(after, most)!;
        return (string.Join(' ', page.Events.Select(e => e.Sequence)), page.End);
    }

    private static FeedPage PageOf(long end, params long[] sequences) => PageOf(Story, end, sequences);

    private static FeedPage PageOf(Guid story, long end, params long[] sequences) =>
        new(
            [.. sequences.Select(s => new FeedEvent(s, Guid.NewGuid(), "note_added", default, "kit@newsroom", null, story, "town", 1))],
            new HashSet<Guid>(),
            end
        );
}
