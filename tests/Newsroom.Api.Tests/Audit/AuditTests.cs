using System.Text.Json.Nodes;
using Newsroom.Api.Tests.EndToEnd;
using Newsroom.Domain.Kernel;

namespace Newsroom.Api.Tests.Audit;

/// <summary>Reads of the audit trail: filtered, in pages, and exported.</summary>
public class AuditTests(Newsroom newsroom)
{
    private readonly Person auditor = newsroom.As("ida", Role.Auditor);

    [Fact]
    public async Task The_trail_is_filtered_by_person_role_desk_story_type_time_and_text()
    {
        var story = await StoryDriver.DraftedAsync(newsroom, "The zeppelin lands", "It landed.", by: "auda");
        (await story.DoAsync("describe-story", "audo", Role.Editor, new { desk = "metro" })).Is(200);
        (await story.DoAsync("place-hold", "audl", Role.Legal, new { reason = "The owner, \"Zeppelin & Daughters\", sues\nus." })).Is(200);
        (await story.DoAsync("publish", "auda", Role.Reporter)).IsRefused(403, "role-required");
        await newsroom.CatchUpAsync();

        (await TypesAsync($"story={story.Id}")).ShouldBe("command_refused hold_placed story_described story_drafted");
        (await TypesAsync($"story={story.Id}&actor=auda")).ShouldBe("command_refused story_drafted");
        (await TypesAsync($"story={story.Id}&role=legal")).ShouldBe("hold_placed");
        (await TypesAsync($"story={story.Id}&desk=world")).ShouldBe("story_drafted");
        (await TypesAsync($"story={story.Id}&desk=metro")).ShouldBe("command_refused hold_placed story_described");
        (await TypesAsync($"story={story.Id}&type=story_described")).ShouldBe("story_described");
        (await TypesAsync($"story={story.Id}&text=zeppelin")).ShouldBe("hold_placed story_drafted");
        (await TypesAsync($"story={story.Id}&text=%22zeppelin+daughters%22")).ShouldBe("hold_placed");
        (await TypesAsync($"story={story.Id}&text=drafted+-%22zeppelin+drafted%22")).ShouldBe("story_drafted");
        (await TypesAsync($"story={story.Id}&text=audl")).ShouldBe("hold_placed");
        (await TypesAsync($"story={story.Id}&text=zeppelin+-sues")).ShouldBe("story_drafted");

        var lines = (await auditor.GetAsync($"/audit?story={story.Id}")).Is(200).Json.AsArray();
        lines.Select(l => l!["version"]!.GetValue<long>()).ShouldBe([3, 3, 2, 1]);
        lines[0]!["why"]!.GetValue<string>().ShouldContain("publish requires one of these roles: publisher");
        var described = lines[2]!["at"]!
            .GetValue<DateTimeOffset>()
            .UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.ffffff'Z'", System.Globalization.CultureInfo.InvariantCulture);
        (await TypesAsync($"story={story.Id}&from={described}")).ShouldBe("command_refused hold_placed story_described");
        (await TypesAsync($"story={story.Id}&to={described}")).ShouldBe("story_drafted");

        var first = (await auditor.GetAsync($"/audit?story={story.Id}&limit=3")).Is(200);
        first.Json.AsArray().Count.ShouldBe(3);
        (await auditor.GetAsync(first.Link!.Split('<', '>')[1])).Is(200).Json.AsArray().Single()!["type"]!
            .GetValue<string>()
            .ShouldBe("story_drafted");

        (await auditor.GetAsync("/audit?from=yesterday")).IsRefused(400, "time");
        (await newsroom.As("ed", Role.Editor).GetAsync("/audit.csv")).IsRefused(403, "role-required");
    }

    [Fact]
    public async Task The_whole_trail_is_exported_as_csv_and_as_json_lines()
    {
        var story = await StoryDriver.DraftedAsync(newsroom, "=cmd() and “more”", "It fell.", by: "auda");
        (await story.DoAsync("place-hold", "audl", Role.Legal, new { reason = "=SUM(1), they say \"so\"\nand sue." })).Is(200);
        await newsroom.CatchUpAsync();

        var csv = (await auditor.GetAsync($"/audit.csv?story={story.Id}")).Is(200);
        csv.ContentType.ShouldBe("text/csv");
        var rows = csv.Text.Split("\r\n");
        rows[0]
            .ShouldBe(
                "sequence,at,by,name,as,story,desk,version,type,cause,sentence,why,correlation,event,"
                    + "passage,words,verdict,method,evidence"
            );
        rows[1].ShouldContain(",audl,legal,");
        rows[1].ShouldContain(",hold_placed,place-hold,audl placed hold h1 as legal,\"'=SUM(1), they say \"\"so\"\"\nand sue.\",");
        rows[2].ShouldContain(",world,1,story_drafted,draft-article,auda drafted “=cmd() and “more”” for the world desk,,");
        rows[3..].ShouldBe([""]);

        var json = (await auditor.GetAsync($"/audit.jsonl?story={story.Id}")).Is(200);
        json.ContentType.ShouldBe("application/jsonl");
        var lines = json.Text.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(l => JsonNode.Parse(l)!).ToList();
        var page = (await auditor.GetAsync($"/audit?story={story.Id}")).Is(200).Json.AsArray();
        lines.Select(l => l.ToJsonString()).ShouldBe(page.Select(l => l!.ToJsonString()));

        var typed = await newsroom.TypeAsync("ida", Role.Auditor, "audit", "--story", story.Slug, "--export", "csv");
        (typed.Code, typed.Out).ShouldBe((0, csv.Text));
    }

    private async Task<string> TypesAsync(string query) =>
        string.Join(' ', (await auditor.GetAsync($"/audit?{query}")).Is(200).Json.AsArray().Select(l => l!["type"]!.GetValue<string>()));
}
