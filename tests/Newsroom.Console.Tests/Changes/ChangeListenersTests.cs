using Newsroom.Console.Changes;

namespace Newsroom.Console.Tests.Changes;

public sealed class ChangeListenersTests
{
    private readonly ChangeListeners listeners = new();

    [Fact]
    public void A_session_has_a_bounded_number_of_pages_and_a_page_that_leaves_makes_room()
    {
        var seats = Enumerable.Range(0, ChangeListeners.MaxOfSession).Select(_ => listeners.Add("ana")!).ToList();
        listeners.Add("ana").ShouldBeNull();
        listeners.Add("kit").ShouldNotBeNull();
        seats[0].Dispose();
        seats[0].Dispose();
        listeners.Add("ana").ShouldNotBeNull();
        listeners.Add("ana").ShouldBeNull();
    }

    [Fact]
    public void All_sessions_together_have_a_bounded_number_of_pages()
    {
        var seats = Enumerable.Range(0, ChangeListeners.Max).Select(number => listeners.Add($"{number}")).ToList();
        seats.ShouldNotContain((IDisposable?)null);
        listeners.Add("ana").ShouldBeNull();
        seats[0]!.Dispose();
        listeners.Add("ana").ShouldNotBeNull();
    }
}
