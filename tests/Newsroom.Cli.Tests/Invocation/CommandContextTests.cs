using System.Net;
using Newsroom.Cli.Runtime;
using static Newsroom.Cli.Tests.FakeServer;

namespace Newsroom.Cli.Tests.Invocation;

public class CommandContextTests
{
    private readonly FakeServer server = new();

    [Fact]
    public async Task JSON_output_keeps_members_that_the_client_does_not_know()
    {
        server
            .On("GET /speakers", """[{"id":"marit-oyen","more":1.50}]""")
            .On("GET /stories", """{"title":"No"}""", HttpStatusCode.Forbidden);

        (await Terminal.TypeAsync(server.Client, "speakers", "--json"))
            .Out.ReplaceLineEndings("\n")
            .ShouldBe("{\n  \"items\": [\n    {\n      \"id\": \"marit-oyen\",\n      \"more\": 1.50\n    }\n  ],\n  \"next\": null\n}\n");
        (await Terminal.TypeAsync(server.Client, "stories", "--json"))
            .Error.ReplaceLineEndings("\n")
            .ShouldBe("{\n  \"title\": \"No\"\n}\n");
    }

    [Fact]
    public async Task Pages_of_a_whole_history_are_one_JSON_response()
    {
        const string entry = """{ "from": 1, "to": 1, "at": "2027-02-01T09:00:00Z", "sentences": ["x"], "more": 1 }""";
        server
            .On($"GET /stories/{StoryId}/history?limit=200", $"[{entry}]", link: "</x?limit=200&after=7>; rel=\"next\"")
            .On($"GET /stories/{StoryId}/history?after=7&limit=200", $"[{entry}, {entry}]");

        var history = await Terminal.TypeAsync(server.Client, "history", StoryId, "--json");

        history.Out.Split("\"more\": 1").Length.ShouldBe(4, history.Said);
        history.Error.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_response_in_another_format_is_printed_with_json_only()
    {
        server.On("GET /speakers", """[{"id":5}]""");

        var unread = await Terminal.TypeAsync(server.Client, "speakers");
        unread.Code.ShouldBe(1);
        unread.Said.ShouldStartWith("The response is not in the expected format");
        (await Terminal.TypeAsync(server.Client, "speakers", "--json")).Code.ShouldBe(0);
    }

    [Fact]
    public async Task A_page_names_the_cursor_of_the_next()
    {
        server.On("GET /stories?limit=1", $"[{Card}]", link: "</stories?limit=1&after=a%2Bc>; rel=\"next\"");

        (await Terminal.TypeAsync(server.Client, "stories", "--limit", "1")).Error.Trim().ShouldBe("For the next page, use --after a+c");
    }

    [Fact]
    public async Task The_next_page_of_a_text_is_of_the_version_of_the_first()
    {
        var link = $"</stories/{FakeServer.StoryId}/blame?limit=1&after=body-10&version=3>; rel=\"next\"";
        const string blame = """{ "story": "0199f0a2-5c1b-7d3e-9a4f-1234567890ab", "version": 3, "texts": [] }""";
        server.On($"GET /stories/{FakeServer.StoryId}/blame?limit=1", blame, link: link);
        server.On($"GET /stories/{FakeServer.StoryId}/blame?version=3&after=body-10&limit=1", blame);

        string[] first = ["blame", FakeServer.StoryId, "--limit", "1"];
        var hint = (await Terminal.TypeAsync(server.Client, first)).Error.Trim();
        hint.ShouldBe("For the next page, use --version 3 --after body-10");
        var next = await Terminal.TypeAsync(server.Client, [.. first, .. hint.Split(' ')[5..]]);
        next.Code.ShouldBe(0, next.Said);
        next.Error.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("shouw")]
    [InlineData("shouw", "--json")]
    public async Task An_unknown_command_is_refused_with_the_way_to_the_list(params string[] line)
    {
        var refused = await Terminal.TypeAsync(server.Client, line);
        refused.Code.ShouldBe(1);
        refused.Out.ShouldBeEmpty();
        refused.Said.ShouldContain("shouw");
        refused.Said.ShouldEndWith("Run “newsroom --help” for its commands.");
    }

    [Fact]
    public async Task Only_published_stories_need_no_token()
    {
        server.On("GET /published", "[]");

        (await Terminal.TypeAsync(WithoutToken, "published")).Code.ShouldBe(0);
        var refused = await Terminal.TypeAsync(WithoutToken, "speakers");
        refused.Code.ShouldBe(1);
        refused.Said.ShouldStartWith("A token is required: sign in with “newsroom login”, or use --token or NEWSROOM_TOKEN.");
        server.Requests.ShouldBe(["GET /published"]);

        CliEnvironment WithoutToken(CliEnvironment environment) => environment with { Connect = Terminal.ConnectTo(server.Client) };
    }

    [Theory]
    [InlineData("--idempotency-key", "two words")]
    [InlineData("--token", "a\"b")]
    public async Task Header_values_are_printable_ASCII(string option, string value)
    {
        var refused = await Terminal.TypeAsync(server.Client, "submit-for-review", StoryId, "--based-on", "3", option, value);

        refused.Code.ShouldBe(1);
        refused.Said.ShouldEndWith("must be printable ASCII without spaces, quotation marks or backslashes.");
        server.Requests.ShouldBeEmpty();
    }

    [Fact]
    public async Task Without_a_server_the_error_says_how_to_start_one()
    {
        var unknown = await Terminal.TypeAsync(environment => environment, "published");
        unknown.Code.ShouldBe(1);
        unknown.Said.ShouldContain("dotnet run --project src/Newsroom.Api");

        var unreachable = await Terminal.TypeAsync(environment => environment, "published", "--server", "http://127.0.0.1:1");
        unreachable.Code.ShouldBe(1);
        unreachable.Said.ShouldStartWith("No newsroom answers at http://127.0.0.1:1/");
        unreachable.Said.ShouldContain("dotnet run --project src/Newsroom.Api");
    }
}
