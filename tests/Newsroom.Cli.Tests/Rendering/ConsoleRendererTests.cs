using static Newsroom.Cli.Tests.FakeServer;

namespace Newsroom.Cli.Tests.Rendering;

public class ConsoleRendererTests
{
    private readonly FakeServer server = new();

    [Fact]
    public async Task Text_is_neither_markup_nor_control_characters()
    {
        server.On("GET /stories", $"[{Card}]");

        var listed = await Terminal.TypeAsync(server.Client, "stories");

        listed.Said.ShouldContain("Mayor [red]to[/] \ufffd[31mrebuild");
    }

    [Fact]
    public async Task Names_wider_than_the_terminal_are_wrapped()
    {
        var desk = new string('d', 90);
        server.On("GET /stories", $"[{Card.Replace("town", desk, StringComparison.Ordinal)}]");

        var listed = await Terminal.TypeAsync(server.Client, "stories");

        listed.Out.Count(c => c == 'd').ShouldBeGreaterThanOrEqualTo(desk.Length);
        listed.Out.ShouldContain("mayor");
        listed.Out.Split('\n').ShouldAllBe(line => line.Length <= 80);
    }
}
