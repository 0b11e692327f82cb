using static Newsroom.Cli.Tests.FakeServer;

namespace Newsroom.Cli.Tests.Reads;

public class DiffRendererTests
{
    private readonly FakeServer server = new();

    [Fact]
    public async Task Both_sides_of_every_difference_are_written()
    {
        server.On(
            $"GET /stories/{StoryId}/diff?from=16",
            """
            {
                "from": 16, "to": 24,
                "texts": [{
                    "field": "headline",
                    "stretches": [
                        { "change": "same", "words": "It fell " },
                        { "change": "removed", "words": "in the night" },
                        { "change": "added", "words": "at dawn" },
                        { "change": "moved-away", "words": "twice", "move": 1 },
                        { "change": "moved-here", "words": "twice", "move": 1 }
                    ]
                }],
                "described": [{ "id": "publication", "from": "live, edition 1", "to": "live, edition 2" }],
                "passages": [{ "id": "c1", "to": { "words": "It fell.", "state": "verified" } }],
                "checks": [{
                    "id": "x", "from": { "passage": "c2", "checker": "femi@newsroom", "verdict": "wrong", "standing": false }
                }],
                "approvals": [{
                    "id": "y", "from": { "by": "ana@newsroom", "as": "editor", "standing": true },
                    "to": { "by": "ana@newsroom", "as": "editor", "standing": false }
                }],
                "holds": [], "notes": [], "waivers": []
            }
            """
        );

        var diff = await Terminal.TypeAsync(server.Client, "diff", StoryId, "--from", "16");

        diff.Said.ShouldBe(
            "From version 16 to version 24 headline It fell [-in the night-]{+at dawn+}[1<twice<1][1>twice>1] "
                + "Story publication - live, edition 1 + live, edition 2 "
                + "Quotes and claims c1 + verified: It fell. "
                + "Checks c2 - wrong by femi, lapsed "
                + "Approvals ana - as editor + as editor, lapsed"
        );
    }

    [Fact]
    public async Task Without_an_earlier_state_nothing_is_sent()
    {
        var refused = await Terminal.TypeAsync(server.Client, "diff", StoryId);

        refused.Code.ShouldBe(1);
        refused.Said.ShouldStartWith("The earlier state is missing: use --from");
        server.Requests.ShouldBeEmpty();
    }
}
