using System.Text.Json.Nodes;
using Newsroom.Client.Stories;
using static Newsroom.Client.Tests.StubServer;

namespace Newsroom.Client.Tests.Stories;

public class NamedCommandTests
{
    private static readonly NamedCommand Request = new("request-changes", new JsonObject { ["reason"] = "“Hei”" }, 17);

    [Fact]
    public async Task It_is_sent_with_its_body_version_and_key()
    {
        var server = new StubServer().Respond($$"""{ "story": "{{Guid.NewGuid()}}", "version": 18, "events": [] }""");

        (await server.Connect().Stories.SendAsync("a-slug", Request, "k1", Cancellation)).Value.Version.ShouldBe(18);

        var request = server.Requests.Single();
        request.RequestUri!.AbsolutePath.ShouldBe("/stories/a-slug/request-changes");
        request.Headers.IfMatch.ToString().ShouldBe("\"v17\"");
        request.Headers.GetValues("Idempotency-Key").ShouldBe(["\"k1\""]);
        server.Bodies.ShouldBe(["""{"reason":"“Hei”"}"""]);
    }

    [Fact]
    public async Task A_preview_asks_for_a_dry_run()
    {
        var server = new StubServer().Respond("""{"events":[],"effects":[]}""", headers: ("Preference-Applied", "dry-run"));

        await server.Connect().Stories.PreviewAsync("a-slug", Request, Cancellation);

        server.Requests.Single().Headers.GetValues("Prefer").ShouldBe(["dry-run"]);
    }

    [Theory]
    [InlineData("")]
    [InlineData("../desks")]
    [InlineData("approve?as=legal")]
    public async Task A_name_that_is_no_command_is_not_sent(string name) =>
        await Should.ThrowAsync<ArgumentException>(() =>
            new StubServer().Connect().Stories.SendAsync("a-slug", Request with { Name = name }, cancellationToken: Cancellation)
        );
}
