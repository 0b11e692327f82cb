using System.Globalization;
using System.Text.Json.Nodes;
using Newsroom.Api.Tests.Access;
using Newsroom.Api.Tests.Publication;
using Newsroom.Domain.Kernel;

namespace Newsroom.Api.Tests.Numbers;

/// <summary>Numbers of desks by week: values computed by hand, and what is left out.</summary>
public sealed class NumbersTests(DatedNewsroom newsroom) : IClassFixture<DatedNewsroom>
{
    private const string Claims = "It cost six pounds. Nobody was hurt. Rain fell.";

    private Person Ed => newsroom.As("ed", Role.Editor);

    [Fact]
    public async Task Numbers_of_a_history_are_those_computed_by_hand()
    {
        var desk = await DeskAsync("Europe/Oslo");
        // Sunday, 23.30 in Oslo.
        At("2026-03-08T22:30:00Z");
        var story = await PublishedStories.PublishAsync(newsroom, "A wall", $"{PublishedStories.Words} {Claims}", CheckAsync, desk);
        await PublishedStories.UpdateAsync(story);
        At("2026-03-30T10:00:00Z");
        await PublishedStories.CorrectAsync(story);
        await newsroom.CatchUpAsync();

        var report = (await Ed.GetAsync($"/numbers?desk={desk}&from=2026-W10&to=2026-W15")).Is(200).Json;
        string[] expected =
        [
            "2026-W10: 0 - - 0/0/0 - 0/0 - 0",
            // 10 minutes, 1 hour and 2 days: the second of three is the median, the last the 90th percentile.
            "2026-W11: 3 3600 172800 3/0/0 0.0 0/0 - 0",
            "2026-W12: 0 - - 1/2/1 200.0 0/0 - 3",
            "2026-W13: 0 - - 0/0/0 - 2/0 0.0 0",
            "2026-W14: 0 - - 0/0/0 - 1/1 100.0 0",
            "2026-W15: 0 - - 0/0/0 - 0/0 - 0",
        ];
        report["weeks"]!.AsArray().Select(week => $"{week!["week"]}: {Line(week["numbers"]!)}").ShouldBe(expected);
        const string total = "3 3600 172800 4/2/1 50.0 3/1 33.3 3";
        Line(report["total"]!).ShouldBe(total);
        report["total"]!["reasons"]!.ToJsonString().ShouldBe(
            """[{"code":"role-required","count":2},{"code":"checker-wrote-words","count":1}]"""
        );
        report["weeks"]![1]!["monday"]!.GetValue<string>().ShouldBe("2026-03-09");
        report["timeZone"]!.GetValue<string>().ShouldBe("Europe/Oslo");
        Line(report["desks"]!.AsArray().ShouldHaveSingleItem()!["numbers"]!).ShouldBe(total);

        // By another clock, the first verdict is in the week of the mark.
        (await newsroom.As("jonas", Role.Admin).PutAsync($"/desks/{desk}", Desk("UTC"))).Is(200);
        var universal = (await Ed.GetAsync($"/numbers?desk={desk}&from=2026-W10&to=2026-W11")).Is(200).Json["weeks"]!.AsArray();
        universal.Select(week => Line(week!["numbers"]!)).ShouldBe(["1 3600 3600 1/0/0 0.0 0/0 - 0", "2 600 172800 2/0/0 0.0 0/0 - 0"]);

        var all = (await Ed.GetAsync("/numbers?from=2026-W10&to=2026-W15")).Is(200).Json;
        all["timeZone"].ShouldBeNull();
        all["desks"]!.AsArray().Single(one => one!["desk"]!.GetValue<string>() == desk)!["numbers"]!.ToJsonString()
            .ShouldBe(report["total"]!.ToJsonString());
        all["desks"]!.AsArray().Count.ShouldBeGreaterThan(1);
    }

    [Fact]
    public async Task An_act_stays_with_the_desk_that_the_story_had_then()
    {
        var (first, second) = (await DeskAsync(null), await DeskAsync(null));
        At("2026-05-04T09:00:00Z");
        var story = await StoryDriver.DraftedAsync(newsroom, "It moves", Claims, desk: first);
        await FlagAsync(story, "It cost six pounds.");
        await FlagAsync(story, "Nobody was hurt.");
        At("2026-05-04T09:01:00Z");
        (await story.VerifyAsync("c1")).Is(200);
        await RefuseAsync(story);
        (await story.DoAsync("describe-story", "ed", Role.Editor, new { desk = second })).Is(200);
        At("2026-05-04T09:03:00Z");
        (await story.VerifyAsync("c2")).Is(200);
        await RefuseAsync(story);
        await RefuseAsync(story);
        await newsroom.CatchUpAsync();
        (await TotalAsync(Ed, first, "2026-W19")).ShouldBe("1 60 60 1/0/0 0.0 0/0 - 1");
        (await TotalAsync(Ed, second, "2026-W19")).ShouldBe("1 180 180 1/0/0 0.0 0/0 - 2");
    }

    [Fact]
    public async Task Stories_that_a_person_may_not_read_are_not_counted()
    {
        var desk = await ConfidentialStories.ShowingDeskAsync(newsroom);
        At("2026-06-01T09:00:00Z");
        var story = await ConfidentialStories.DraftedAsync(newsroom, desk, "counted-informant");
        await ConfidentialStories.DescribeAsync(newsroom, "femi");
        (await story.DoAsync("mark-confidential", "ed", Role.Editor, """{"reason":"To check it.","readers":["femi"]}""")).Is(200);
        At("2026-06-01T09:05:00Z");
        (await story.VerifyAsync("c1")).Is(200);
        (await newsroom.As("rita", Role.Reporter).PostAsync($"/stories/{story.Id}/publish", null, 1)).Is(403);
        await newsroom.CatchUpAsync();
        const string all = "1 300 300 1/0/0 0.0 0/0 - 1";
        const string none = "0 - - 0/0/0 - 0/0 - 0";
        (await TotalAsync(Ed, desk, "2026-W23")).ShouldBe(all);
        (await TotalAsync(newsroom.As("rita", Role.Reporter), desk, "2026-W23")).ShouldBe(all, "the author");
        (await TotalAsync(newsroom.As("rob", Role.Reporter), desk, "2026-W23")).ShouldBe(none);
        (await TotalAsync(newsroom.As("ida", Role.Auditor), desk, "2026-W23")).ShouldBe(none);
        var everywhere = (await newsroom.As("rob", Role.Reporter).GetAsync("/numbers?from=2026-W23&to=2026-W23")).Is(200).Json;
        Line(everywhere["total"]!).ShouldBe(none);

        (await story.DoAsync("lift-confidentiality", "ed", Role.Editor, new { reason = "Over." })).Is(200);
        (await TotalAsync(newsroom.As("rob", Role.Reporter), desk, "2026-W23")).ShouldBe(all);
    }

    [Theory]
    [InlineData("?from=yesterday", "week")]
    [InlineData("?to=2026-W54", "week")]
    [InlineData("?from=2026-03-01", "week")]
    [InlineData("?from=2026-W11&to=2026-W10", "week-span")]
    [InlineData("?from=2026-W01&to=2027-W01", "week-span")]
    [InlineData("?from=1900-W01", "week-span")]
    public async Task A_span_that_cannot_be_answered_is_refused(string query, string code) =>
        (await Ed.GetAsync($"/numbers{query}")).IsRefused(400, code);

    [Fact]
    public async Task Staff_read_a_year_at_most_of_a_desk_that_exists()
    {
        (await Ed.GetAsync("/numbers?desk=nowhere")).IsRefused(404, "unknown-desk");
        (await newsroom.Reader().GetAsync("/numbers")).Is(401);
        var year = (await newsroom.As("kit", Role.Reporter).GetAsync("/numbers?from=2026-W01&to=2026-W53")).Is(200).Json;
        year["weeks"]!.AsArray().Count.ShouldBe(53);
        (await Ed.GetAsync("/numbers")).Is(200).Json["weeks"]!.AsArray().Count.ShouldBe(12);
        (await Ed.GetAsync("/numbers?to=1900-W01")).Is(200).Json["from"]!.GetValue<string>().ShouldBe("1899-W42");
        (await Ed.GetAsync("/numbers?to=2199-W52")).Is(200);
    }

    private static string Line(JsonNode numbers) =>
        $"{numbers["verified"]} {Or(numbers["medianSecondsToVerify"])} {Or(numbers["ninetiethSecondsToVerify"])} "
        + $"{numbers["verdicts"]}/{numbers["lapses"]}/{numbers["reinstatements"]} {Rate(numbers["lapsesPerHundredVerdicts"])} "
        + $"{numbers["editions"]}/{numbers["corrections"]} {Rate(numbers["correctionsPerHundredEditions"])} {numbers["refusals"]}";

    private static string Or(JsonNode? value) => value is null ? "-" : $"{value}";

    private static string Rate(JsonNode? value) =>
        value is null ? "-" : value.GetValue<decimal>().ToString("0.0", CultureInfo.InvariantCulture);

    private static object Desk(string? zone) =>
        new
        {
            name = "A desk",
            language = "en",
            timeZone = zone,
        };

    private static async Task FlagAsync(StoryDriver story, string words) =>
        (await story.DoAsync("flag-claim", "ed", Role.Editor, new { words })).Is(200);

    private static async Task RefuseAsync(StoryDriver story) =>
        (await story.DoAsync("publish", story.NobodyElse, Role.Reporter)).IsRefused(403, "role-required");

    private static async Task<string> TotalAsync(Person person, string desk, string week) =>
        Line((await person.GetAsync($"/numbers?desk={desk}&from={week}&to={week}")).Is(200).Json["total"]!);

    private void At(string time) => newsroom.Recording.Now = DateTimeOffset.Parse(time, CultureInfo.InvariantCulture);

    private async Task<string> DeskAsync(string? zone)
    {
        var desk = $"numbers-{Guid.NewGuid():N}"[..20];
        (await newsroom.As("jonas", Role.Admin).PutAsync($"/desks/{desk}", Desk(zone))).Is(201);
        return desk;
    }

    /// <summary>Checks claims of a draft, lapses one of them, and is refused three times; then it is the week of the publication.</summary>
    private async Task CheckAsync(StoryDriver story)
    {
        await FlagAsync(story, "It cost six pounds.");
        await FlagAsync(story, "Nobody was hurt.");
        // Monday, 0.30 in Oslo: a week later by the clock of the desk.
        At("2026-03-08T23:30:00Z");
        (await story.VerifyAsync("c1")).Is(200);
        At("2026-03-10T22:20:00Z");
        await FlagAsync(story, "Rain fell.");
        At("2026-03-10T22:30:00Z");
        (await story.VerifyAsync("c2")).Is(200);
        (await story.VerifyAsync("c3")).Is(200);

        At("2026-03-16T10:00:00Z");
        (await story.ReplaceAsync("rita", Role.Reporter, "six", "seven")).Is(200);
        (await story.ReplaceAsync("rita", Role.Reporter, "seven", "six")).Is(200);
        (await story.ReplaceAsync("rita", Role.Reporter, "six", "eight")).Is(200);
        (await story.VerifyAsync("c1")).Is(200);
        await RefuseAsync(story);
        await RefuseAsync(story);
        (await story.VerifyAsync("c1", "rita")).IsRefused(403, "checker-wrote-words");

        At("2026-03-23T10:00:00Z");
    }
}
