using static Newsroom.Cli.Tests.FakeServer;

namespace Newsroom.Cli.Tests.Reads;

public class LocalTimeTests
{
    private readonly FakeServer server = new();

    [Fact]
    public async Task History_shows_the_end_of_an_embargo_in_local_time()
    {
        server.On(
            $"GET /stories/{StoryId}/history?limit=200",
            """
            [
                { "from": 1, "to": 1, "at": "2027-02-01T09:00:00Z", "type": "embargo_set",
                    "sentences": ["ed put the story under embargo until 2027-03-01 06:00:00 UTC"] },
                { "from": 2, "to": 2, "at": "2027-02-01T10:00:00Z", "type": "article_revised",
                    "sentences": ["ed revised the article: added “out at 2027-03-01 06:00:00 UTC”"] }
            ]
            """
        );
        var shown = await TypeAsync("history", StoryId);
        shown.Said.ShouldContain("2027-02-01 14:00 +05:00 ed put the story under embargo until 2027-03-01 11:00 +05:00");
        shown.Said.ShouldContain("“out at 2027-03-01 06:00:00 UTC”", Case.Sensitive, "quoted words stay unchanged");
    }

    [Fact]
    public async Task History_shows_due_times_and_claims_in_local_time()
    {
        server.On(
            $"GET /stories/{StoryId}/history?limit=200",
            """
            [
                { "from": 1, "to": 1, "at": "2027-02-01T09:00:00Z", "type": "story_planned",
                    "sentences": ["ed set the priority urgent, due 2027-03-01 06:00 UTC"] },
                { "from": 2, "to": 2, "at": "2027-02-01T10:00:00Z", "type": "check_claimed",
                    "sentences": ["fay claimed the check of q1 until 2027-02-01 10:30 UTC"] }
            ]
            """
        );
        var shown = await TypeAsync("history", StoryId);
        shown.Said.ShouldContain("ed set the priority urgent, due 2027-03-01 11:00 +05:00");
        shown.Said.ShouldContain("fay claimed the check of q1 until 2027-02-01 15:30 +05:00");
    }

    [Fact]
    public async Task The_audit_trail_shows_the_end_of_an_embargo_in_local_time()
    {
        server.On(
            "GET /audit",
            """
            [{
                "at": "2027-02-01T09:00:00Z", "type": "embargo_set",
                "sentence": "ed put the story under embargo until 2027-03-01 06:00:00 UTC"
            }]
            """
        );
        (await TypeAsync("audit")).Said.ShouldContain(
            "2027-02-01 14:00 +05:00 ed put the story under embargo until 2027-03-01 11:00 +05:00"
        );
    }

    private Task<Terminal> TypeAsync(params string[] line) =>
        Terminal.TypeAsync(
            environment =>
                environment with
                {
                    Connect = Terminal.ConnectTo(server.Client),
                    Clock = new FiveHoursEast(),
                    Width = 200,
                    Variable = name => name == "NEWSROOM_TOKEN" ? "token" : null,
                },
            line
        );

    private sealed class FiveHoursEast : TimeProvider
    {
        public override TimeZoneInfo LocalTimeZone { get; } =
            TimeZoneInfo.CreateCustomTimeZone("East", TimeSpan.FromHours(5), "East", "East");
    }
}
