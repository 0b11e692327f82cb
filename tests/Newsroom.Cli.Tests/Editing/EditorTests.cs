namespace Newsroom.Cli.Tests.Editing;

public class EditorTests
{
    private readonly FakeServer server = new();

    [Fact]
    public async Task The_default_editor_is_not_started_without_a_terminal()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Its default editor needs no terminal.");
        var refused = await Terminal.TypeAsync(server.Client, "edit", FakeServer.StoryId);
        refused.Code.ShouldBe(1);
        refused.Error.ShouldStartWith("edit opens vi, which needs a terminal. Name another editor in VISUAL or EDITOR");
        server.Requests.ShouldBeEmpty();
    }
}
