using System.Net;
using static Newsroom.Cli.Tests.FakeServer;

namespace Newsroom.Cli.Tests.Stories;

public class ScheduleTimeOptionTests
{
    private const string Page = $$"""
        {
            "id": "{{StoryId}}", "version": 17, "slug": "mayor", "desk": "town", "language": "en", "stage": "in-review",
            "publication": { "status": "unpublished", "edition": 0 },
            "article": { "headline": "Mayor", "standfirst": "", "body": "It fell.", "byline": "", "dateline": "" },
            "fingerprint": "{{StoryId}}", "drafter": "ada@newsroom", "authors": ["ada@newsroom"], "quotes": [], "claims": [],
            "approvals": [], "holds": [], "notes": [], "draftedAt": "2026-03-12T08:00:00+00:00", "changedAt": "2026-03-12T09:00:00+00:00"
        }
        """;

    private readonly FakeServer server = new FakeServer().On($"GET /stories/{StoryId}", Page);

    [Theory]
    [InlineData("2026-03-28T07:00", "2026-03-28T07:00:00+01:00")]
    [InlineData("2026-03-29T07:00", "2026-03-29T07:00:00+02:00")]
    [InlineData("2026-03-29 07:00", "2026-03-29T07:00:00+02:00")]
    [InlineData("2026-03-29 07:00:30", "2026-03-29T07:00:30+02:00")]
    public async Task A_local_time_is_that_of_the_desk(string local, string instant)
    {
        Desk("\"Europe/Oslo\"");
        var done = await ScheduleAsync(local);
        done.Code.ShouldBe(0, done.Said);
        done.Said.ShouldContain($"The time is {instant} (Europe/Oslo).");
        server.BodyShouldBe($$"""{ "time": "{{instant}}" }""");
    }

    [Theory]
    [InlineData("2026-03-29T07:00+05:45", "2026-03-29T07:00:00+05:45")]
    [InlineData("2026-03-29T07:00:00Z", "2026-03-29T07:00:00+00:00")]
    [InlineData("2026-03-29 07:00+05:45", "2026-03-29T07:00:00+05:45")]
    public async Task A_time_with_its_offset_needs_no_desk(string time, string instant)
    {
        (await ScheduleAsync(time)).Code.ShouldBe(0);
        server.BodyShouldBe($$"""{ "time": "{{instant}}" }""");
        server.Requests.ShouldNotContain("GET /desks/town");
    }

    [Theory]
    [InlineData(
        "2026-03-29T02:30",
        "2026-03-29T02:30 does not exist in Europe/Oslo, because the clocks change. "
            + "Use 2026-03-29T01:30:00+01:00 or 2026-03-29T03:30:00+02:00."
    )]
    [InlineData(
        "2026-10-25T02:30",
        "2026-10-25T02:30 occurs twice in Europe/Oslo, because the clocks change. "
            + "Use 2026-10-25T02:30:00+02:00 or 2026-10-25T02:30:00+01:00."
    )]
    public async Task A_time_that_does_not_exist_or_occurs_twice_is_refused_with_both_readings(string local, string message)
    {
        Desk("\"Europe/Oslo\"");
        var done = await ScheduleAsync(local);
        (done.Code, done.Said).ShouldBe((1, message));
        server.Requests.ShouldNotContain($"POST /stories/{StoryId}/schedule");
    }

    [Fact]
    public async Task A_local_time_of_a_desk_without_a_zone_is_refused()
    {
        Desk("null");
        var done = await ScheduleAsync("2026-03-29T07:00");
        (done.Code, done.Said).ShouldBe(
            (1, "The desk town has no time zone. Give the time with its offset, such as 2026-03-29T07:00+01:00.")
        );
    }

    [Theory]
    [InlineData("tomorrow")]
    [InlineData("2026-03-29")]
    [InlineData("2026-02-30T07:00")]
    public async Task Any_other_text_is_refused(string text)
    {
        var done = await ScheduleAsync(text);
        done.Code.ShouldBe(1);
        done.Said.ShouldContain($"--time does not accept “{text}”. Use a time such as 2026-03-12T09:30 or 2026-03-12T09:30+01:00.");
        server.Requests.ShouldBeEmpty();
    }

    private void Desk(string zone) =>
        server.On("GET /desks/town", $$"""{ "id": "town", "name": "Town", "language": "en", "timeZone": {{zone}} }""", HttpStatusCode.OK);

    private Task<Terminal> ScheduleAsync(string time) =>
        Terminal.TypeAsync(server.Client, "schedule", StoryId, "--based-on", "17", "--time", time);
}
