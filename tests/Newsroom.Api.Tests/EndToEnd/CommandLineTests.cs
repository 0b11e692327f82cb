using Newsroom.Domain.Kernel;

namespace Newsroom.Api.Tests.EndToEnd;

/// <summary>The command line against the API.</summary>
public class CommandLineTests(Newsroom newsroom)
{
    [Fact]
    public async Task A_story_is_drafted_shown_and_refused_publication_from_the_command_line()
    {
        var file = Terminal.FileOf("---\nheadline: From the command line\ndesk: world\n---\nThe harbour is open.\n");

        (await newsroom.TypeAsync("rita", Role.Reporter, "draft-article", "--file", file)).Code.ShouldBe(0);

        var shown = await newsroom.TypeAsync("ed", Role.Editor, "show", "from-the-command-line");
        shown.Code.ShouldBe(0);
        shown.Said.ShouldContain("The harbour is open.");

        var submitted = await newsroom.TypeAsync("rita", Role.Reporter, "submit-for-review", "from-the-command-line", "--based-on", "1");
        submitted.Said.ShouldContain("rita submitted the story for review");

        var refused = await newsroom.TypeAsync("pia", Role.Publisher, "publish", "from-the-command-line", "--based-on", "2");
        refused.Code.ShouldBe(2);
        refused.Said.ShouldContain("The article has 0 of 2 approvals");

        var stale = await newsroom.TypeAsync("pia", Role.Publisher, "publish", "from-the-command-line", "--based-on", "1");
        stale.Code.ShouldBe(2);
        stale.Said.ShouldContain("version 2");

        var gates = await newsroom.TypeAsync("ed", Role.Editor, "gates", "from-the-command-line", "--json");
        gates.Said.ShouldContain("approvals-missing");
    }

    [Fact]
    public async Task A_story_is_replayed_from_the_command_line()
    {
        var story = await StoryDriver.DraftedAsync(
            newsroom,
            "Replayed from the command line",
            "It fell in the night, and it was loud.\n\nThe wall is 31 metres long.\n"
        );
        (await story.DoAsync("flag-claim", "ed", Role.Editor, new { words = "The wall is 31 metres long." })).Is(200);
        (await story.VerifyAsync("c1")).Is(200);
        (await story.ReplaceAsync("ed", Role.Editor, "in the night", "at dawn")).Is(200);
        Task<Terminal> TypeAsync(params string[] line) => newsroom.TypeAsync("ida", Role.Auditor, line);

        var diff = await TypeAsync("diff", story.Slug, "--from", "1");
        (
            diff.Code,
            diff.Said.Contains("It fell [-in the night-]{+at dawn+}, and it was loud.", StringComparison.Ordinal),
            diff.Said.Contains("c1 + verified: The wall is 31 " + "metres long.", StringComparison.Ordinal)
        ).ShouldBe((0, true, true), diff.Said);
        (await TypeAsync("diff", story.Slug, "--from", "4", "--to", "4")).Said.ShouldContain("No differences.");
        var blame = await TypeAsync("blame", story.Slug);
        (
            blame.Code,
            blame.Said.Contains("dawn", StringComparison.Ordinal),
            blame.Said.Contains("c1 verified: " + "verified by femi", StringComparison.Ordinal)
        ).ShouldBe((0, true, true), blame.Said);
        var shown = await TypeAsync("show", story.Slug, "--version", "2");
        (
            shown.Code,
            shown.Said.Contains("It fell in the night", StringComparison.Ordinal),
            shown.Said.Contains("✗ claims-checked", StringComparison.Ordinal)
        ).ShouldBe((0, true, true), shown.Said);

        (await TypeAsync("diff", story.Slug)).Said.ShouldContain("The earlier state is missing");
        (await TypeAsync("diff", story.Slug, "--from", "soon")).Said.ShouldContain(
            "--from does not accept “soon”. Use a version, or a time"
        );
        (await TypeAsync("show", story.Slug, "--at", "2020-01-01")).Said.ShouldContain("was recorded by 2020-01-01");
        (await TypeAsync("show", story.Slug, "--as-of", "2020-01-01", "--version", "1")).Code.ShouldBe(2);
        (await TypeAsync("published", story.Slug, "--at", "2020-01-01")).Said.ShouldContain("Nothing is published as");
    }
}
