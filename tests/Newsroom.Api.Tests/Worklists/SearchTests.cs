using Newsroom.Domain.Kernel;

namespace Newsroom.Api.Tests.Worklists;

/// <summary>Stories are found by their words in every script and spelling.</summary>
public sealed class SearchTests(Newsroom newsroom)
{
    [Fact]
    public async Task A_word_is_found_in_every_spelling_and_inside_a_run_without_spaces()
    {
        var drafted = new Dictionary<string, Guid>();
        foreach (
            var (name, body) in new[]
            {
                ("composed", "Caf\u00e9 Zwe\u00ef, stra\u00dfe."),
                ("decomposed", "Cafe\u0301 Zwei\u0308, STRASSE."),
                ("greek", "Ὁ ξαφνικός δρόμος."),
                ("chinese", "市长说我们将在冬天之前建好这堵墙并离开。"),
                ("japanese", "港の防波堤は冬までに再建される。"),
                ("thai", "เราจะสร้างกำแพงก่อนฤดูหนาว"),
                ("ligature", "Every ﬁsherman ﬁled."),
            }
        )
        {
            drafted[name] = (await StoryDriver.DraftedAsync(newsroom, $"Search {name}", body)).Id;
        }

        await newsroom.CatchUpAsync();
        foreach (
            var (query, found) in new Dictionary<string, string[]>
            {
                ["caf\u00e9 zwei\u0308 strasse"] = ["composed", "decomposed"],
                ["cafe\u0301 \"zwe\u00ef straße\""] = ["composed", "decomposed"],
                ["ΞΑΦΝΙΚΌΣ"] = ["greek"],
                ["ξαφνικόσ"] = ["greek"],
                ["冬天"] = ["chinese"],
                ["墙"] = ["chinese"],
                ["\"建好这堵墙\""] = ["chinese"],
                ["防波堤 再建"] = ["japanese"],
                ["กำแพง"] = ["thai"],
                ["fisherman filed"] = ["ligature"],
                ["冬"] = ["chinese", "japanese"],
                ["冬天 防波堤"] = [],
                ["\"墙好建\""] = [],
                ["!!"] = [],
                ["“”"] = [],
            }
        )
        {
            (await FoundAsync(query)).Intersect(drafted.Values).ShouldBe(found.Select(name => drafted[name]), ignoreOrder: true, query);
        }

        (await FoundAsync(" ")).ShouldNotBeEmpty("An empty box is no search.");
    }

    [Theory]
    [InlineData("Pre\u0301vost σεισμός 防波堤", "pr\u00e9vost ΣΕΙΣΜΌΣ")]
    [InlineData("Grevillea 防波堤の再建", "grevillea 再建")]
    [InlineData("Waratah \"slip way\"", "\"waratah slip way\"")]
    public async Task The_audit_trail_is_searched_in_the_same_way(string reason, string query)
    {
        var story = await StoryDriver.DraftedAsync(newsroom, "Searched in the trail", "A story.");
        (await story.DoAsync("place-hold", "ed", Role.Editor, new { reason })).Is(200);
        await newsroom.CatchUpAsync();
        var auditor = newsroom.As("wilma", Role.Auditor);
        (await auditor.GetAsync($"/audit?story={story.Id}&text={Uri.EscapeDataString(query)}"))
            .Is(200)
            .Json.AsArray()
            .Select(line => line!["type"]!.GetValue<string>())
            .ShouldBe(["hold_placed"]);
        (await auditor.GetAsync($"/audit?story={story.Id}&text={Uri.EscapeDataString("!!")}")).Is(200).Json.AsArray().ShouldBeEmpty();
    }

    private async Task<List<Guid>> FoundAsync(string query) =>
        [
            .. (await newsroom.As("ed", Role.Editor).GetAsync($"/stories?limit=200&q={Uri.EscapeDataString(query)}"))
                .Is(200)
                .Json.AsArray()
                .Select(story => story!["id"]!.GetValue<Guid>()),
        ];
}
