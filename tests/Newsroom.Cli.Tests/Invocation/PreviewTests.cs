using static Newsroom.Cli.Tests.FakeServer;

namespace Newsroom.Cli.Tests.Invocation;

/// <summary>With --preview every command shows what it would do.</summary>
public sealed class PreviewTests
{
    private const string Preview = """
        {
            "events": [
                { "type": "claim_withdrawn", "version": 4, "data": { "claim": "c1", "words": "It fell.", "reason": "Not a claim." } }
            ],
            "effects": [
                { "kind": "lapses", "sentence": "The check of c2 by Femi (verified) would lapse: the words change." },
                { "kind": "merges", "sentence": "The command would be merged with version 3 by Ed." }
            ],
            "story": null, "version": 4, "slug": null, "merged": null
        }
        """;

    private static readonly string[] Withdraw =
    [
        "withdraw-claim",
        StoryId,
        "--claim",
        "c1",
        "--reason",
        "Not a claim.",
        "--based-on",
        "3",
        "--preview",
    ];

    private readonly FakeServer server = new FakeServer().On($"POST /stories/{StoryId}/withdraw-claim", Preview, isPreview: true);

    [Fact]
    public async Task A_preview_shows_events_and_effects()
    {
        var shown = await Terminal.TypeAsync(server.Client, Withdraw);

        server.Headers["Prefer"].ShouldBe("dry-run");
        shown.Code.ShouldBe(0, shown.Said);
        shown.Out.ShouldStartWith("Preview: nothing is stored.");
        shown.Out.ShouldContain("You withdrew c1 “It fell.”");
        shown.Out.ShouldContain("No longer valid");
        shown.Out.ShouldContain("The check of c2 by Femi (verified) would lapse: the words change.");
        shown.Out.ShouldContain("The command would be merged with version 3 by Ed.");
        shown.Out.ShouldContain("The story would be at version 4.");
    }

    [Fact]
    public async Task A_server_without_previews_is_reported()
    {
        server.On($"POST /stories/{StoryId}/withdraw-claim", $$"""{ "story": "{{StoryId}}", "version": 4, "events": [] }""");

        var shown = await Terminal.TypeAsync(server.Client, Withdraw);

        shown.Code.ShouldNotBe(0);
        shown.Said.ShouldContain("it carried the command out");
    }

    [Fact]
    public async Task Without_the_option_no_preference_is_sent()
    {
        server.On($"POST /stories/{StoryId}/withdraw-claim", $$"""{ "story": "{{StoryId}}", "version": 4, "events": [] }""");

        (await Terminal.TypeAsync(server.Client, Withdraw[..^1])).Code.ShouldBe(0);

        server.Headers.ShouldNotContainKey("Prefer");
    }

    [Fact]
    public async Task A_policy_is_previewed()
    {
        const string accepted = """
            {
                "events": [{ "type": "policy_accepted", "version": null, "data": { "desk": "town", "version": 2 } }],
                "effects": [{ "kind": "changes", "sentence": "Version 2 of the policy would replace version 1." }]
            }
            """;
        server.On("POST /desks/town/accept-policy", accepted, isPreview: true);

        var shown = await Terminal.TypeAsync(server.Client, "accept-policy", "town", "--version", "2", "--preview");

        shown.Code.ShouldBe(0, shown.Said);
        shown.Out.ShouldContain("Version 2 of the policy would replace version 1.");
    }
}
