using System.Text;
using static Newsroom.Api.Tests.Cli.FakeNewsroom;

namespace Newsroom.Api.Tests.Cli;

public class TextInputTests
{
    private readonly FakeNewsroom newsroom = new();

    [Theory]
    [InlineData("--body", "Two lines.\r\nAnd an end.\n", "Two lines.\r\nAnd an end.\n")]
    [InlineData("--headline", "A headline\n", "A headline")]
    [InlineData("--headline", "A headline\r\n", "A headline")]
    public async Task A_file_gives_a_body_exactly_and_a_phrase_without_its_last_line_end(string option, string file, string text)
    {
        await Terminal.Type(newsroom.Client, "revise-article", StoryId, "--based-on", "1", option, $"@{Terminal.FileOf(file)}");

        newsroom.Body![option[2..]]!.GetValue<string>().ShouldBe(text);
    }

    [Fact]
    public async Task Standard_input_is_read_once()
    {
        var done = await Type("note\n", "add-note", StoryId, "--text", "-");
        done.Code.ShouldBe(0);
        newsroom.Body!["text"]!.GetValue<string>().ShouldBe("note");

        var twice = await Type("words", "revise-article", StoryId, "--based-on", "1", "--headline", "-", "--body", "-");
        twice.Code.ShouldBe(1);
        twice.Said.ShouldBe("Standard input can be read for one option only.");
    }

    [Fact]
    public async Task What_is_not_UTF8_is_not_guessed_at()
    {
        var path = Path.GetTempFileName();
        await File.WriteAllBytesAsync(path, [0xe6, 0xf8, 0xe5], TestContext.Current.CancellationToken);

        var done = await Terminal.Type(newsroom.Client, "add-note", StoryId, "--text", $"@{path}");

        done.Code.ShouldBe(1);
        done.Said.ShouldContain("is not UTF-8");
    }

    [Fact]
    public async Task A_missing_file_is_said_and_how_to_write_a_text_that_begins_so()
    {
        var done = await Terminal.Type(newsroom.Client, "add-note", StoryId, "--text", "@ana please look");

        done.Code.ShouldBe(1);
        done.Said.ShouldContain("@@");
        newsroom.Asked.ShouldBeEmpty();
    }

    [Fact]
    public async Task Evidence_is_read_from_JSON_with_all_its_members()
    {
        var path = Terminal.FileOf("""[{ "kind": "dataset", "citation": "Berth log", "locator": "berths 14 to 22" }]""");

        await Terminal.Type(newsroom.Client, "fact-check", StoryId, "--passage", "c1", "--fingerprint", new string('b', 64), "--verdict", "wrong", "--evidence", $"@{path}", "--evidence", "expert: A pilot");

        newsroom.Body!["evidence"]!.ToJsonString().ShouldBe("""[{"kind":"dataset","citation":"Berth log","locator":"berths 14 to 22"},{"kind":"expert","citation":"A pilot"}]""");
    }

    [Theory]
    [InlineData("a webcast")]
    [InlineData("tape: a webcast")]
    [InlineData("recording:")]
    public async Task Evidence_that_is_none_is_not_sent(string evidence)
    {
        var done = await Terminal.Type(newsroom.Client, "fact-check", StoryId, "--passage", "c1", "--fingerprint", new string('b', 64), "--verdict", "wrong", "--evidence", evidence);

        done.Code.ShouldBe(1);
        done.Said.ShouldContain("Kinds are recording, transcript, document, interview, dataset, expert.");
        newsroom.Asked.ShouldBeEmpty();
    }

    private Task<Terminal> Type(string input, params string[] line) => Terminal.Type(
        machine => machine with { Client = newsroom.Client, In = new MemoryStream(Encoding.UTF8.GetBytes(input)), Variable = _ => "token" },
        line);
}
