using System.Text.Json.Nodes;
using Newsroom.Api.Tests.EndToEnd;
using Newsroom.Domain.Kernel;

namespace Newsroom.Api.Tests.Stories.Queries;

/// <summary>A phrase dismissed in one story is proposed in another.</summary>
public sealed class RememberedPhraseTests(Newsroom newsroom)
{
    private const string Motto = "“no more walls in Skelhaven”";

    [Fact]
    public async Task A_phrase_dismissed_in_one_story_is_proposed_in_another_and_dismissed_with_one_command()
    {
        var earlier = await StoryDriver.DraftedAsync(newsroom, "The first march", $"They shouted {Motto} twice.\n");
        var later = await StoryDriver.DraftedAsync(
            newsroom,
            "The second march",
            $"Again they shouted {Motto}, and said “we will march again tomorrow” too.\n"
        );
        await newsroom.CatchUpAsync();
        (await QuotedAsync(later)).ShouldBe(["unattributed ", "unattributed "]);
        (await earlier.DoAsync("dismiss-quotation", "ed", Role.Editor, new { words = Motto, reason = "A motto." })).Is(200);
        await newsroom.CatchUpAsync();

        (await QuotedAsync(later)).ShouldBe(["unattributed dismissed-before", "unattributed "]);
        var phrase = (await LinesAsync(later))[0]!["dismissedBefore"]!;
        (
            phrase["story"]!.GetValue<Guid>(),
            phrase["slug"]!.GetValue<string>(),
            phrase["reason"]!.GetValue<string>(),
            phrase["field"]!.GetValue<string>()
        ).ShouldBe((earlier.Id, earlier.Slug, "A motto.", "body"));
        phrase["by"]!.GetValue<string>().ShouldStartWith("ed@");
        var gates = (await newsroom.As("ed", Role.Editor).GetAsync($"/stories/{later.Id}/gates")).Json["gates"]!.AsArray();
        var reasons = gates.Single(g => g!["gate"]!.GetValue<string>() == "quotes-attributed")!["reasons"]!.AsArray();
        reasons.Select(r => r!["dismissedBefore"]?["slug"]?.GetValue<string>()).ShouldBe([earlier.Slug, null]);
        reasons[0]!["message"]!.GetValue<string>().ShouldContain($"dismissed these words in {earlier.Slug}: A motto.");

        var unknown = new string('1', 64);
        (await later.DoAsync("dismiss-proposed", "ed", Role.Editor, new { reason = "Mottos.", phrases = new[] { unknown } })).IsRefused(
            422,
            "phrase-not-dismissed"
        );
        var told = await newsroom.TypeAsync(
            "ed",
            Role.Editor,
            "dismiss-proposed",
            later.Slug,
            "--reason",
            "Mottos.",
            "--based-on",
            $"{await later.VersionAsync()}"
        );
        told.Code.ShouldBe(0, told.Said);
        (await QuotedAsync(later)).ShouldBe(["dismissed ", "unattributed "]);
        (await newsroom.TypeAsync("ed", Role.Editor, "dismissed-phrases", "--limit", "200")).Said.ShouldContain(earlier.Slug);
    }

    private async Task<JsonArray> LinesAsync(StoryDriver story) =>
        (await newsroom.As("ed", Role.Editor).GetAsync($"/stories/{story.Id}/quoted")).Json["quoted"]!.AsArray();

    private async Task<IEnumerable<string>> QuotedAsync(StoryDriver story) =>
        (await LinesAsync(story)).Select(q => $"{q!["state"]} {q["proposal"]}");
}
