using System.Net;

namespace Newsroom.Cli.Tests.Reads;

/// <summary>What happens to stories, as it happens.</summary>
public sealed class WatchCommandTests
{
    private const string Story = FakeServer.StoryId;

    private readonly FakeServer server = new();

    public WatchCommandTests() =>
        server
            .On("GET /events?desk=town", $"event: heartbeat\nid: 7\ndata:\n\n{EventOf(9, 3)}{EventOf(12, 4)}")
            .On($"GET /stories/{Story}/history?after=2&limit=1", HistoryOf("{kit@newsroom} added a note: [red]Who?[/]"))
            .On($"GET /stories/{Story}/history?after=3&limit=1", HistoryOf("{kit@newsroom} added a note: \\u001b[31mWhen?"));

    [Fact]
    public async Task Each_event_is_shown_with_its_story_and_how_to_continue()
    {
        server.On($"GET /stories/{Story}", "{}", HttpStatusCode.NotFound);
        var shown = await TypeAsync("watch", "--desk", "town", "--limit", "2");
        shown.Code.ShouldBe(0, shown.Said);
        shown.Said.ShouldContain($"town {Story} v3");
        shown.Said.ShouldContain("added a note: [red]Who?[/]");
        shown.Said.ShouldContain($"town {Story} v4");
        shown.Said.ShouldNotContain("\u001b[31m");
        shown.Said.ShouldContain("--after 12");
        server.Requests.Count(request => request == $"GET /stories/{Story}").ShouldBe(1);
    }

    [Fact]
    public async Task With_JSON_an_event_is_a_line_and_nothing_else_is_read()
    {
        var shown = await TypeAsync("watch", "--desk", "town", "--limit", "1", "--json");
        shown.Code.ShouldBe(0, shown.Said);
        shown.Said.ShouldContain("\"type\":\"note_added\"");
        server.Requests.ShouldBe(["GET /events?desk=town"]);
    }

    [Fact]
    public async Task It_continues_after_a_position()
    {
        server.On($"GET /events?story={Story}&lastEventId=41", EventOf(42, 3));
        var shown = await TypeAsync("watch", "--story", Story, "--after", "41", "--limit", "1", "--json");
        shown.Said.ShouldContain("--after 42");
    }

    [Theory]
    [InlineData("--limit", "0")]
    [InlineData("--limit", "-3")]
    [InlineData("--limit", "many")]
    [InlineData("--since", "yesterdayish")]
    [InlineData("--story", "No Slug")]
    public async Task A_value_that_cannot_be_read_is_refused_before_a_request(string option, string value)
    {
        var shown = await TypeAsync("watch", option, value);
        shown.Code.ShouldNotBe(0);
        server.Requests.ShouldBeEmpty();
    }

    private static string EventOf(long sequence, long version) =>
        $"id: {sequence}\ndata: {{\"sequence\":{sequence},\"event\":\"{Story}\",\"type\":\"note_added\",\"at\":\"2026-03-12T09:30:00Z\","
        + $"\"by\":\"kit@newsroom\",\"as\":\"reporter\",\"story\":\"{Story}\",\"desk\":\"town\",\"version\":{version}}}\n\n";

    private static string HistoryOf(string sentence) =>
        $$"""
        [{ "from": 3, "to": 3, "at": "2026-03-12T09:30:00Z", "by": "kit@newsroom", "name": "Kit", "as": "reporter", "type": "note_added",
           "sentences": ["{{sentence}}"] }]
        """;

    private Task<Terminal> TypeAsync(params string[] line) =>
        Terminal.TypeAsync(
            environment =>
                environment with
                {
                    Connect = Terminal.ConnectTo(server.Client),
                    Width = 200,
                    Variable = name => name == "NEWSROOM_TOKEN" ? "token" : null,
                },
            line
        );
}
