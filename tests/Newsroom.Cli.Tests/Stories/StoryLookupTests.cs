using static Newsroom.Cli.Tests.FakeServer;

namespace Newsroom.Cli.Tests.Stories;

public class StoryLookupTests
{
    private readonly FakeServer server = new();

    [Fact]
    public async Task A_slug_is_sent_as_it_is()
    {
        await Terminal.TypeAsync(server.Client, "submit-for-review", "mayor", "--based-on", "3");

        server.Requests.ShouldBe(["POST /stories/mayor/submit-for-review"]);
    }

    [Fact]
    public async Task An_unknown_slug_is_reported()
    {
        server.On(
            "POST /stories/major/submit-for-review",
            """{ "type": "/problems/unknown-story", "title": "Not found", "status": 404, "detail": "There is no story \"major\"." }""",
            System.Net.HttpStatusCode.NotFound
        );

        var unknown = await Terminal.TypeAsync(server.Client, "submit-for-review", "major", "--based-on", "3");

        unknown.Code.ShouldBe(2);
        unknown.Said.ShouldContain("There is no story \"major\".");
    }

    [Fact]
    public async Task A_name_that_is_no_slug_is_not_sent()
    {
        var refused = await Terminal.TypeAsync(server.Client, "show", "The Mayor");

        refused.Code.ShouldBe(1);
        refused.Said.ShouldStartWith("\"The Mayor\" is neither the id nor the slug of a story.");
        server.Requests.ShouldBeEmpty();
    }
}
