using Newsroom.Domain.Kernel;

namespace Newsroom.Api.Tests.Refusals;

/// <summary>
/// Refused commands are recorded with caller and command, without the submitted words. The people here are refused in no other test: of one
/// person's refusals in a minute only the first are recorded one by one.
/// </summary>
public class RefusalRecordTests(Newsroom newsroom)
{
    private readonly Person wilma = newsroom.As("wilma", Role.Auditor);

    [Fact]
    public async Task A_refused_command_is_in_the_audit_trail_and_changes_no_version()
    {
        var story = await StoryDriver.DraftedAsync(newsroom, "Refused", "Words.");
        (await story.DoAsync("publish", "ruth", Role.Reporter)).IsRefused(403, "role-required");
        (await story.DoAsync("publish", "pola", Role.Publisher)).IsRefused(422, "approvals-missing");
        (await story.DoAsync("approve", "edna", Role.Editor, new { fingerprint = new string('0', 64) })).IsRefused(422, "not-in-review");

        var trail = await TrailAsync(story);
        trail
            .Select(a => (a!["by"]!.GetValue<string>().Split('@')[0], a["cause"]!.GetValue<string>(), a["version"]!.GetValue<long>()))
            .ShouldBe([("edna", "approve", 1), ("pola", "publish", 1), ("ruth", "publish", 1)]);
        trail[1]!["sentence"]!.GetValue<string>().ShouldBe("pola was refused publish: gates-failed");
        trail[1]!["why"]!
            .GetValue<string>()
            .ShouldBe("Not ready: approvals (article). The story is also not in review. An author must submit it first.");
        (await story.VersionAsync()).ShouldBe(1);
    }

    [Fact]
    public async Task Stale_and_malformed_commands_are_not_recorded()
    {
        var story = await StoryDriver.DraftedAsync(newsroom, "Late", "Words.");
        var rita = newsroom.As("rita", Role.Reporter);
        (await rita.PostAsync($"/stories/{story.Id}/submit-for-review", new { }, 7)).Is(412);
        (await rita.PostAsync($"/stories/{story.Id}/submit-for-review", new { })).Is(428);
        (await rita.PostAsync($"/stories/{story.Id}/submit-for-review", "{", 1)).Is(400);
        (await TrailAsync(story)).ShouldBeEmpty();
    }

    [Fact]
    public async Task The_submitted_words_of_a_refusal_are_not_stored()
    {
        var story = await StoryDriver.DraftedAsync(newsroom, "Secret", "Words.", by: "rolf");
        (await story.DoAsync("attribute-quote", "rolf", Role.Reporter, new { words = "“Zanzibar is ours”", speaker = "nobody" })).Is(422);
        (await story.DoAsync("flag-claim", "rolf", Role.Reporter, new { words = "Zanzibar" })).IsRefused(422, "words-not-there");
        (await story.DoAsync("revise-article", "rolf", Role.Reporter, new { body = "<b>Zanzibar</b>" })).IsRefused(422, "raw-html");
        (await newsroom.As("roxana", Role.Reporter).PostAsync($"/stories/{story.Id}/revise-article", new { body = "Zanzibar" }, 1)).Is(403);

        var trail = await TrailAsync(story);
        trail.Count.ShouldBe(4);
        trail.ToJsonString().ShouldNotContain("Zanzibar");
    }

    [Fact]
    public async Task Refusals_of_other_commands_are_recorded_too()
    {
        (await newsroom.As("mallory", Role.Reporter).PutAsync("/desks/world", new { name = "Mine", language = "en" })).Is(403);
        (await newsroom.As("mallory", Role.Reporter).PutAsync("/people/mallory", """{"name":"Mallory","roles":["chief-editor"]}""")).Is(
            403
        );
        (await newsroom.As("mallory", Role.Legal).PostAsync("/speakers/register-speaker", new { name = "Mallory" })).Is(403);
        (await newsroom.As("mallory", Role.Editor).PostAsync("/desks/world/accept-policy", new { version = 1 })).Is(403);
        (await newsroom.As("mallory", Role.Auditor).PostAsync("/stories/draft-article", new { desk = "world", headline = "Mine" })).Is(403);
        await newsroom.CatchUpAsync();
        (await wilma.GetAsync("/audit?actor=mallory"))
            .Is(200)
            .Json.AsArray()
            .Select(a => a!["cause"]!.GetValue<string>())
            .ShouldBe(["draft-article", "accept-policy", "register-speaker", "describe-person", "define-desk"]);
    }

    private async Task<System.Text.Json.Nodes.JsonArray> TrailAsync(StoryDriver story)
    {
        await newsroom.CatchUpAsync();
        return (await wilma.GetAsync($"/audit?story={story.Id}&type=command_refused&limit=200")).Is(200).Json.AsArray();
    }
}
