using Newsroom.Api.LiveFeed;

namespace Newsroom.Api.Tests.LiveFeed;

/// <summary>The connections to the feed are bounded.</summary>
public sealed class FeedListenersTests
{
    private readonly FeedListeners listeners = new();

    [Fact]
    public void A_person_has_a_bounded_number_and_a_connection_that_closes_makes_room()
    {
        var own = Enumerable.Range(0, FeedListeners.MaxOfPerson).Select(_ => listeners.Add("ana")!).ToList();
        listeners.Add("ana").ShouldBeNull();
        listeners.Add("kit").ShouldNotBeNull();
        own[0].Dispose();
        own[0].Dispose();
        listeners.Add("ana").ShouldNotBeNull();
        listeners.Add("ana").ShouldBeNull();
    }

    [Fact]
    public void All_people_together_have_a_bounded_number()
    {
        var all = Enumerable.Range(0, FeedListeners.Max).Select(number => listeners.Add($"{number}")).ToList();
        all.ShouldNotContain((IDisposable?)null);
        listeners.Add("ana").ShouldBeNull();
        all[0]!.Dispose();
        listeners.Add("ana").ShouldNotBeNull();
    }

    [Fact]
    public void The_feed_is_read_only_while_there_is_a_connection()
    {
        var cancellationToken = TestContext.Current.CancellationToken;
        listeners.WaitForAnyAsync(cancellationToken).IsCompleted.ShouldBeFalse();
        var first = listeners.Add("ana")!;
        listeners.WaitForAnyAsync(cancellationToken).IsCompleted.ShouldBeTrue();
        first.Dispose();
        listeners.Count.ShouldBe(0);
        listeners.WaitForAnyAsync(cancellationToken).IsCompleted.ShouldBeFalse();
    }
}
