namespace Newsroom.Cli.Tests.Rendering;

public sealed class ProgressTests
{
    private const string Compared = """{"events":7,"of":7,"erased":0,"wrong":0,"findings":[],"isDone":true}""";

    private readonly FakeServer server = new FakeServer().On("GET /ledger/verify-store", Compared);

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Progress_is_shown_on_a_terminal_only(bool isTerminal)
    {
        var verified = await Terminal.TypeAsync(
            environment =>
                environment with
                {
                    Connect = Terminal.ConnectTo(server.Client),
                    Variable = name => name == "NEWSROOM_TOKEN" ? "token" : null,
                    ErrorColors = isTerminal,
                },
            "verify-store"
        );

        verified.Code.ShouldBe(0, verified.Said);
        verified.Error.Contains("Comparing", StringComparison.Ordinal).ShouldBe(isTerminal, verified.Error);
        verified.Out.ShouldContain("7 events compared");
    }
}
