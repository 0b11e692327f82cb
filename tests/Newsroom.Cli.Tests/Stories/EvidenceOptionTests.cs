using static Newsroom.Cli.Tests.FakeServer;

namespace Newsroom.Cli.Tests.Stories;

public class EvidenceOptionTests
{
    private readonly FakeServer _server = new();

    [Fact]
    public async Task Evidence_is_read_from_JSON_with_all_its_members()
    {
        var path = Terminal.FileOf("""[{ "kind": "dataset", "citation": "Berth log", "locator": "berths 14 to 22" }]""");

        await FactCheck("--evidence", $"@{path}", "--evidence", "expert: A pilot");

        _server.Body!["evidence"]!.ToJsonString().ShouldBe(
            """[{"kind":"dataset","citation":"Berth log","locator":"berths 14 to 22"},{"kind":"expert","citation":"A pilot"}]""");
    }

    [Theory]
    [InlineData("a webcast")]
    [InlineData("tape: a webcast")]
    [InlineData("recording:")]
    public async Task Invalid_evidence_is_not_sent(string evidence)
    {
        var done = await FactCheck("--evidence", evidence);

        done.Code.ShouldBe(1);
        done.Said.ShouldContain("Kinds: recording, transcript, document, interview, dataset, expert.");
        _server.Requests.ShouldBeEmpty();
    }

    private Task<Terminal> FactCheck(params string[] options) => Terminal.Type(
        _server.Client,
        ["fact-check", StoryId, "--passage", "c1", "--fingerprint", new string('b', 64), "--verdict", "wrong", .. options]);
}
