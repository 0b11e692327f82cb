using static Newsroom.Cli.Tests.FakeServer;

namespace Newsroom.Cli.Tests.Stories;

public class StoryLookupTests
{
    private readonly FakeServer server = new FakeServer().On("GET /stories?slug=mayor", $"[{Card}]").On("GET /stories?slug=major", "[]");

    [Fact]
    public async Task A_slug_identifies_its_story()
    {
        await Terminal.TypeAsync(server.Client, "submit-for-review", "mayor", "--based-on", "3");

        server.Requests[^1].ShouldBe($"POST /stories/{StoryId}/submit-for-review");
    }

    [Fact]
    public async Task An_unknown_slug_is_reported()
    {
        var unknown = await Terminal.TypeAsync(server.Client, "submit-for-review", "major", "--based-on", "3");

        unknown.Code.ShouldBe(1);
        unknown.Said.ShouldStartWith("There is no story “major”.");
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
