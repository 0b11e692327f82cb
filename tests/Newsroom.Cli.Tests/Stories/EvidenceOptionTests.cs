using static Newsroom.Cli.Tests.FakeServer;

namespace Newsroom.Cli.Tests.Stories;

public class EvidenceOptionTests
{
    private readonly FakeServer server = new();

    [Fact]
    public async Task Evidence_is_read_from_JSON_with_all_its_members()
    {
        var path = Terminal.FileOf("""[{ "kind": "dataset", "citation": "Berth log", "locator": "berths 14 to 22" }]""");

        await FactCheckAsync("--evidence", $"@{path}", "--evidence", "expert: A pilot");

        server.Body!["evidence"]!
            .ToJsonString()
            .ShouldBe("""[{"kind":"dataset","citation":"Berth log","locator":"berths 14 to 22"},{"kind":"expert","citation":"A pilot"}]""");
    }

    [Theory]
    [InlineData("a webcast")]
    [InlineData("tape: a webcast")]
    [InlineData("recording:")]
    public async Task Invalid_evidence_is_not_sent(string evidence)
    {
        var done = await FactCheckAsync("--evidence", evidence);

        done.Code.ShouldBe(1);
        done.Said.ShouldContain("Kinds: recording, transcript, document, interview, dataset, expert.");
        server.Requests.ShouldBeEmpty();
    }

    private Task<Terminal> FactCheckAsync(params string[] options) =>
        Terminal.TypeAsync(
            server.Client,
            ["fact-check", StoryId, "--passage", "c1", "--fingerprint", new string('b', 64), "--verdict", "wrong", .. options]
        );
}
