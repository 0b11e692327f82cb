using System.Net;
using System.Text.Json.Nodes;
using Newsroom.Domain.Kernel;

namespace Newsroom.Console.Tests.Pages;

/// <summary>A board as people work on it without scripts.</summary>
public sealed class BoardPageTests(ConsoleHost host)
{
    private const string Quote = "“The harbour is closed to boats,”";

    [Fact]
    public async Task A_card_has_the_forms_of_what_the_person_can_do_and_the_board_shows_the_result()
    {
        var story = await DraftAsync("Harbour closed to <b>boats</b>");
        using var kit = await Visitor.OfAsync(host, "Kit Oyelaran");
        await OpenAsync(kit, story, "assignee=nobody&");
        kit.TextOf(Card(story)).ShouldContain("Harbour closed to <b>boats</b>");
        kit.Page.QuerySelector($"{Card(story)} b").ShouldBeNull();
        kit.HasButton("Approve").ShouldBeFalse();
        kit.TextOf(Card(story)).ShouldContain("Approve: ");

        await kit.PressAsync("Submit for review");

        kit.TextOf(".done").ShouldBe("Submit for review: done. The card shows it in a moment.");
        kit.ValueOf("Assignee").ShouldBe("nobody");
        await EventuallyInAsync(kit, "In review", "Harbour closed");
    }

    [Fact]
    public async Task A_refusal_is_shown_in_the_words_of_the_API_and_the_card_keeps_the_input()
    {
        var story = await SubmittedAsync("Harbour refused");
        using var ana = await Visitor.OfAsync(host, "Ana Lindqvist");
        await OpenAsync(ana, story);
        ana.Fill("What has to change", "Name <the> harbour.");
        var request = new { reason = "Too long." };
        await host.SendAsync(HttpMethod.Post, $"/stories/{story}/request-changes", "tomas", Role.Editor, request);

        await ana.PressAsync("Request changes");

        ((int)ana.Status).ShouldBeInRange(400, 422);
        ana.Refusal.ShouldContain("in review");
        ana.ValueOf("What has to change").ShouldBe("Name <the> harbour.");
    }

    [Fact]
    public async Task A_refused_form_stays_when_the_filter_hides_the_card_meanwhile()
    {
        var story = await SubmittedAsync("Harbour filtered");
        using var ana = await Visitor.OfAsync(host, "Ana Lindqvist");
        await OpenAsync(ana, story, "assignee=nobody&");
        ana.Fill("What has to change", "Name the harbour.");
        await host.SendAsync(HttpMethod.Post, $"/stories/{story}/request-changes", "tomas", Role.Editor, new { reason = "Too long." });
        await host.SendAsync(HttpMethod.Post, $"/stories/{story}/assign", "tomas", Role.Editor, new { assignee = "kit" });
        await host.CatchUpAsync();

        await ana.PressAsync("Request changes");

        ana.Page.QuerySelector(Card(story)).ShouldBeNull();
        ana.Refusal.ShouldContain("in review");
        ana.ValueOf("What has to change").ShouldBe("Name the harbour.");
    }

    [Fact]
    public async Task A_story_is_assigned_approved_and_shown_as_ready_and_then_as_live()
    {
        var story = await SubmittedAsync("Harbour open again");
        var check = new
        {
            passage = "q1",
            fingerprint = $"{(await ReadAsync(story))["quotes"]![0]!["fingerprint"]}",
            verdict = "verified",
            evidence = new[] { new { kind = "recording", citation = "The interview" } },
        };
        await host.SendAsync(HttpMethod.Post, $"/stories/{story}/fact-check", "noor", Role.FactChecker, check);
        await host.CatchUpAsync();
        using var tomas = await Visitor.OfAsync(host, "Tomas Reyne");
        await tomas.OpenAsync("/desks/culture");
        tomas.TextOf(Card(story)).ShouldContain("Approve waits for you:");
        await OpenAsync(tomas, story);
        tomas.Fill("New assignee", "liv@newsroom-development");
        await tomas.PressAsync("Assign");
        await host.CatchUpAsync();
        await OpenAsync(tomas, story);
        tomas.TextOf(Card(story)).ShouldContain("AssigneeLiv Tangerud");
        tomas.TextOf($"{Card(story)} #approve").ShouldContain(Quote);

        await tomas.PressAsync("Approve");

        await EventuallyInAsync(tomas, "Ready", "Harbour open again");
        var version = (await ReadAsync(story))["version"]!.GetValue<long>();
        await host.SendAsync(HttpMethod.Post, $"/stories/{story}/publish", "magnus", Role.Publisher, new { }, version);
        await host.SendAsync(HttpMethod.Post, $"/stories/{story}/add-note", "kit", Role.Reporter, new { text = "Which?" });
        await EventuallyInAsync(tomas, "Live with open matters", "Harbour open again");
    }

    [Fact]
    public async Task A_story_of_another_desk_has_no_forms_and_a_form_without_a_story_is_refused()
    {
        var story = await DraftAsync("Harbour elsewhere");
        using var ana = await Visitor.OfAsync(host, "Ana Lindqvist");
        await ana.OpenAsync($"/desks/harbour?act={story}");
        ana.Page.QuerySelector(".card-forms").ShouldBeNull();
        ana.Status.ShouldBe(HttpStatusCode.OK);

        await OpenAsync(ana, story);
        ana.Page.QuerySelector("#assign input[name=story]")!.SetAttribute("value", "no story");
        await ana.PressAsync("Assign");
        ana.Status.ShouldBe(HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task The_navigation_has_the_pages_that_the_person_may_read()
    {
        using var ana = await Visitor.OfAsync(host, "Ana Lindqvist");
        using var wilma = await Visitor.OfAsync(host, "Wilma Osei");
        await ana.OpenAsync("/");
        await wilma.OpenAsync("/");

        ana.TextOf("nav").ShouldNotContain("Audit");
        wilma.TextOf("nav").ShouldContain("Audit");
        await ana.OpenAsync("/audit");
        ana.Status.ShouldBe(HttpStatusCode.Forbidden);
    }

    private static string Card(Guid story) => $"#card-{story}";

    private static async Task OpenAsync(Visitor visitor, Guid story, string filter = "")
    {
        await visitor.OpenAsync($"/desks/culture?{filter}act={story}");
        visitor.Status.ShouldBe(HttpStatusCode.OK);
    }

    private Task<Guid> DraftAsync(string headline) => host.DraftAsync(headline, $"{Quote} said Oona Strand.", Quote);

    private async Task<Guid> SubmittedAsync(string headline)
    {
        var story = await DraftAsync(headline);
        await host.SendAsync(HttpMethod.Post, $"/stories/{story}/submit-for-review", "kit", Role.Reporter, new { }, 2);
        await host.CatchUpAsync();
        return story;
    }

    private Task<JsonNode> ReadAsync(Guid story) => host.SendAsync(HttpMethod.Get, $"/stories/{story}", "ana", Role.Editor);

    private async Task EventuallyInAsync(Visitor visitor, string column, string headline)
    {
        await host.CatchUpAsync();
        await visitor.OpenAsync("/desks/culture");
        visitor.Region(column).ShouldContain(headline);
    }
}
