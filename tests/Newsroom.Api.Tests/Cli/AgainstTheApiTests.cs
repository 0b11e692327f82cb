using Newsroom.Domain;

namespace Newsroom.Api.Tests.Cli;

/// <summary>The client and the API, together.</summary>
public class AgainstTheApiTests(Newsroom newsroom)
{
    [Fact]
    public async Task A_story_is_drafted_shown_and_refused_publication_from_the_command_line()
    {
        using var api = newsroom.Host.Server.CreateClient();
        var file = Terminal.FileOf("---\nheadline: From the command line\ndesk: world\n---\nThe harbour is open.\n");

        (await Terminal.Type(api, "draft-article", "--file", file, "--token", newsroom.Token("rita", [Role.Reporter]))).Code.ShouldBe(0);

        var shown = await Terminal.Type(api, "show", "from-the-command-line", "--token", newsroom.Token("ed", [Role.Editor]));
        shown.Code.ShouldBe(0);
        shown.Said.ShouldContain("The harbour is open.");

        var submitted = await Terminal.Type(api, "submit-for-review", "from-the-command-line", "--based-on", "1", "--token", newsroom.Token("rita", [Role.Reporter]));
        submitted.Said.ShouldContain("rita submitted the story for review");

        var refused = await Terminal.Type(api, "publish", "from-the-command-line", "--based-on", "2", "--token", newsroom.Token("pia", [Role.Publisher]));
        refused.Code.ShouldBe(2);
        refused.Said.ShouldContain("0 of 2 approvals stand");

        var stale = await Terminal.Type(api, "publish", "from-the-command-line", "--based-on", "1", "--token", newsroom.Token("pia", [Role.Publisher]));
        stale.Code.ShouldBe(2);
        stale.Said.ShouldContain("version 2");

        var gates = await Terminal.Type(api, "gates", "from-the-command-line", "--json", "--token", newsroom.Token("ed", [Role.Editor]));
        gates.Said.ShouldContain("approvals-missing");
    }
}
