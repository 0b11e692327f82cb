using static Newsroom.Cli.Tests.FakeServer;

namespace Newsroom.Cli.Tests.Reads;

/// <summary>The option --since lists what changed, for copies.</summary>
public sealed class SinceOptionTests
{
    private readonly FakeServer server = new();

    [Fact]
    public async Task Changed_stories_and_entries_are_asked_for()
    {
        await Terminal.TypeAsync(server.Client, "stories", "--since", "2026-03-12T09:00Z", "--after", "17");
        server.Requests[^1].ShouldStartWith("GET /stories?since=2026-03-12T09");
        server.Requests[^1].ShouldEndWith("&after=17");

        await Terminal.TypeAsync(server.Client, "audit", "--since", "2026-03-12T09:00Z", "--story", "mayor");
        server.Requests[^1].ShouldStartWith("GET /audit?since=2026-03-12T09");
        server.Requests[^1].ShouldEndWith("&story=mayor");
    }

    [Fact]
    public async Task A_filter_is_not_combined_with_it()
    {
        var refused = await Terminal.TypeAsync(server.Client, "stories", "--since", "2026-03-12T09:00Z", "--desk", "town");
        refused.Code.ShouldBe(1);
        refused.Said.ShouldContain("Omit the other filters.");
        server.Requests.ShouldBeEmpty();
    }

    [Fact]
    public async Task The_position_is_named_for_the_next_page()
    {
        server.On(
            "GET /stories?since=" + Uri.EscapeDataString("2026-03-12T09:00:00.0000000Z"),
            $"[{Card}]",
            link: "</stories?since=x&after=18>; rel=\"next\""
        );
        (await Terminal.TypeAsync(server.Client, "stories", "--since", "2026-03-12T09:00Z")).Error.ShouldContain("--after 18");
    }
}
