using System.Text;
using Newsroom.Cli.Runtime;
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

    [Fact]
    public async Task A_file_or_pipe_gets_a_line_with_tabs_for_each_row()
    {
        server.On("GET /stories", $"[{Card}]");

        var listed = await TypeAsync(environment => environment with { OutIsTerminal = false });

        listed
            .Out.ReplaceLineEndings("\n")
            .ShouldMatch("^Changed\tDesk\tState\tAssignee\tStory\n[0-9]+ days\ttown\tdrafting\t\t[^\t]*mayor[^\t]*\n$");
    }

    [Fact]
    public async Task A_file_or_pipe_gets_long_lines_whole()
    {
        var name = string.Join(' ', Enumerable.Repeat("breakwater", 40));
        server.On("GET /desks", $$"""[{ "id": "town", "name": "{{name}}", "language": "en" }]""");

        var listed = await TypeAsync(environment => environment with { OutIsTerminal = false }, "desks");

        const string scale = "False, Mostly false, Mixed, Mostly true, True";
        listed.Out.ReplaceLineEndings("\n").ShouldBe($"Desk\tLanguage\tTime zone\tRatings\tName\ntown\ten\t\t{scale}\t{name}\n");
    }

    [Theory]
    [InlineData(3, true)]
    [InlineData(1000, false)]
    public async Task A_result_longer_than_the_terminal_is_paged(int height, bool isPaged)
    {
        var paged = new StringBuilder();
        server.On("GET /stories", $"[{Card}, {Card}]");

        var listed = await TypeAsync(environment =>
            environment with
            {
                Height = height,
                ShowInPager = text => paged.Append(text).Length > 0,
            }
        );

        (paged.Length > 0).ShouldBe(isPaged);
        (isPaged ? paged.ToString() : listed.Out).ShouldContain("mayor");
        listed.Out.Length.ShouldBe(isPaged ? 0 : listed.Out.Length);
    }

    [Fact]
    public async Task Without_a_pager_the_result_is_printed()
    {
        server.On("GET /stories", $"[{Card}, {Card}]");

        (await TypeAsync(environment => environment with { Height = 3 })).Out.ShouldContain("mayor");
    }

    private Task<Terminal> TypeAsync(Func<CliEnvironment, CliEnvironment> change, string command = "stories") =>
        Terminal.TypeAsync(
            environment =>
                change(environment) with
                {
                    Connect = Terminal.ConnectTo(server.Client),
                    Variable = name => name == "NEWSROOM_TOKEN" ? "token" : null,
                },
            command
        );
}
