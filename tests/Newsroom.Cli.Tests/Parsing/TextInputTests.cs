using System.Text;
using static Newsroom.Cli.Tests.FakeServer;

namespace Newsroom.Cli.Tests.Parsing;

public class TextInputTests
{
    private readonly FakeServer server = new();

    [Theory]
    [InlineData("--body", "Two lines.\r\nAnd an end.\n", "Two lines.\r\nAnd an end.\n")]
    [InlineData("--headline", "A headline\n", "A headline")]
    [InlineData("--headline", "A headline\r\n", "A headline")]
    public async Task A_file_gives_a_body_exactly_and_a_phrase_without_its_last_line_end(string option, string file, string text)
    {
        await Terminal.TypeAsync(server.Client, "revise-article", StoryId, "--based-on", "1", option, $"@{Terminal.FileOf(file)}");

        server.Body![option[2..]]!.GetValue<string>().ShouldBe(text);
    }

    [Fact]
    public async Task Standard_input_is_read_once()
    {
        var done = await TypeAsync("note\n", "add-note", StoryId, "--text", "-");
        done.Code.ShouldBe(0);
        server.Body!["text"]!.GetValue<string>().ShouldBe("note");

        var twice = await TypeAsync("words", "revise-article", StoryId, "--based-on", "1", "--headline", "-", "--body", "-");
        twice.Code.ShouldBe(1);
        twice.Said.ShouldBe("Only one option can read standard input.");
    }

    [Fact]
    public async Task Text_that_is_not_UTF8_is_refused()
    {
        var path = Path.GetTempFileName();
        await File.WriteAllBytesAsync(path, [0xe6, 0xf8, 0xe5], TestContext.Current.CancellationToken);

        var done = await Terminal.TypeAsync(server.Client, "add-note", StoryId, "--text", $"@{path}");

        done.Code.ShouldBe(1);
        done.Said.ShouldContain("is not UTF-8 text.");
    }

    [Fact]
    public async Task A_missing_file_names_the_escape_for_a_leading_at_sign()
    {
        var done = await Terminal.TypeAsync(server.Client, "add-note", StoryId, "--text", "@ana please look");

        done.Code.ShouldBe(1);
        done.Said.ShouldContain("@@");
        server.Requests.ShouldBeEmpty();
    }

    private Task<Terminal> TypeAsync(string input, params string[] line) =>
        Terminal.TypeAsync(
            environment =>
                environment with
                {
                    Connect = Terminal.ConnectTo(server.Client),
                    In = new MemoryStream(Encoding.UTF8.GetBytes(input)),
                    Variable = _ => "token",
                },
            line
        );
}
