using System.Text.Json.Nodes;
using Newsroom.Api.Tests.EndToEnd;
using Newsroom.Domain.Kernel;

namespace Newsroom.Api.Tests.Stories.Queries;

/// <summary>Blame is read in pages.</summary>
public sealed class BlamePageTests(Newsroom newsroom)
{
    private readonly Person ed = newsroom.As("ed", Role.Editor);

    [Fact]
    public async Task Pages_of_blame_have_one_version_and_together_cover_the_text()
    {
        var story = await StoryDriver.DraftedAsync(newsroom, "Boats", "One boat. Two boats. Three boats. Four boats.");
        var revised = new { headline = "All boats", body = "One ship. Two boats. Three ships. Boats." };
        (await story.DoAsync("revise-article", "ed", Role.Editor, revised)).Is(200);
        var whole = (await ed.GetAsync($"/stories/{story.Id}/blame")).Is(200);
        whole.Link.ShouldBeNull();
        var spans = Members(whole.Json, "spans");
        spans.Count.ShouldBe(8);
        var cuts = Members(whole.Json, "cuts");
        cuts.Count.ShouldBeGreaterThan(3);
        foreach (var limit in new[] { 1, 2, 3, 7, 8 })
        {
            var (read, pages) = ((Spans: new List<string>(), Cuts: new List<string>()), 0);
            for (var page = $"/stories/{story.Id}/blame?limit={limit}"; page is not null; pages++)
            {
                var answer = (await ed.GetAsync(page)).Is(200);
                read.Spans.AddRange(Members(answer.Json, "spans"));
                read.Cuts.AddRange(Members(answer.Json, "cuts"));
                page = answer.Link?.Split('<', '>')[1];
            }

            read.Spans.ShouldBe(spans);
            read.Cuts.ShouldBe(cuts);
            pages.ShouldBe((spans.Count + limit - 1) / limit);
        }

        var first = (await ed.GetAsync($"/stories/{story.Id}/blame?limit=5")).Is(200);
        (await story.DoAsync("revise-article", "ed", Role.Editor, new { body = "No boats." })).Is(200);
        var second = (await ed.GetAsync(first.Link!.Split('<', '>')[1])).Is(200);
        second.Json["version"]!.GetValue<long>().ShouldBe(2);
        Members(second.Json, "spans").ShouldBe(spans[5..]);
        (await ed.GetAsync($"/stories/{story.Id}/blame?after=body")).IsRefused(400, "cursor");

        static List<string> Members(JsonNode blame, string list) =>
            [.. blame["texts"]!.AsArray().SelectMany(t => t![list]!.AsArray().Select(item => $"{t["field"]} {item!.ToJsonString()}"))];
    }

    [Fact]
    public async Task The_command_line_shows_all_pages_of_blame_as_one()
    {
        var body = string.Join(" ", Enumerable.Range(0, 3000));
        var story = await StoryDriver.DraftedAsync(newsroom, "Numbers", body);
        var odd = string.Join(" ", Enumerable.Range(0, 3000).Select(i => i % 2 == 0 ? $"{i}" : $"x{i}"));
        (await story.DoAsync("revise-article", "ed", Role.Editor, new { body = odd })).Is(200);
        var read = JsonNode.Parse((await newsroom.TypeAsync("ed", Role.Editor, "blame", $"{story.Id}", "--json")).Said)!;
        read["texts"]!.AsArray().Select(t => t!["field"]!.GetValue<string>()).ShouldBe(["headline", "body"]);
        string.Concat(read["texts"]![1]!["spans"]!.AsArray().Select(s => s!["words"]!.GetValue<string>())).ShouldBe(odd);
        (await newsroom.TypeAsync("ed", Role.Editor, "blame", $"{story.Id}", "--limit", "2")).Said.ShouldContain("--after body-0");
    }
}
