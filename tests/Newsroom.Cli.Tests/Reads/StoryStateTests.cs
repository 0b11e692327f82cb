using static Newsroom.Cli.Tests.FakeServer;

namespace Newsroom.Cli.Tests.Reads;

/// <summary>A list shows what readers have, and what is being done.</summary>
public class StoryStateTests
{
    [Theory]
    [InlineData("drafting", 0, "unpublished", false, "drafting")]
    [InlineData("in-review", 0, "unpublished", false, "in-review")]
    [InlineData("drafting", 1, "live", true, "live (edition 1)")]
    [InlineData("drafting", 2, "live", false, "live (edition 2) being revised")]
    [InlineData("in-review", 2, "live", false, "live (edition 2) in-review")]
    [InlineData("drafting", 2, "withheld", true, "withheld (edition 2)")]
    [InlineData("in-review", 2, "withheld", false, "withheld (edition 2) in-review")]
    [InlineData("drafting", 3, "retracted", false, "retracted (edition 3)")]
    [InlineData("drafting", 3, "killed", true, "killed (edition 3)")]
    public async Task A_published_story_shows_its_publication_and_its_stage(
        string stage,
        int edition,
        string publication,
        bool isUnchanged,
        string expected
    )
    {
        var card = $$"""
            [{
                "id": "{{StoryId}}", "version": 17, "slug": "mayor", "headline": "Mayor", "desk": "town", "stage": "{{stage}}",
                "ready": false, "edition": {{edition}}, "publication": "{{publication}}", "unchanged": {{(isUnchanged ? "true" : "null")}},
                "blockers": [], "stageSince": "2026-03-12T09:00:00Z", "changedAt": "2026-03-12T09:00:00Z"
            }]
            """;
        var done = await Terminal.TypeAsync(new FakeServer().On("GET /stories", card).Client, "stories");
        done.Code.ShouldBe(0, done.Said);
        var lines = done.Out.Split('\n');
        var (start, end) = (lines[0].IndexOf("State", StringComparison.Ordinal), lines[0].IndexOf("Assignee", StringComparison.Ordinal));
        var cell = lines.Skip(1).Where(line => line.Length > start).Select(line => line[start..Math.Min(end, line.Length)].Trim());
        string.Join(' ', cell.Where(text => text.Any(char.IsLetter))).ShouldBe(expected);
    }
}
