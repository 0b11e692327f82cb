using System.Net;
using System.Text.Json.Nodes;
using AngleSharp.Dom;
using Newsroom.Domain.Kernel;

namespace Newsroom.Console.Tests.Managing;

public sealed class ManagePageTests(ConsoleHost host)
{
    private const string Quote = "“The lamps stay lit,”";

    [Fact]
    public async Task A_story_is_described_and_planned()
    {
        var story = await DraftAsync("Lamps described");
        using var ana = await OpenAsync("Ana Lindqvist", story);
        ana.Fill("Language, such as en or nb-NO", "en-GB");
        ana.Fill("Byline", "Kit <Oyelaran>");
        await ana.PressAsync("Change the description");
        ana.TextOf("[role=status]").ShouldContain("Describe story: done.");
        ana.Fill("Byline", "");
        ana.Fill("Dateline", "Harbour, Monday");
        await ana.PressAsync("Change the description");
        ana.Fill("Priority", "urgent");
        ana.Fill("Due in UTC, such as 2027-01-31T06:00 (optional)", "2027-07-31T06:00");
        await ana.PressAsync("Plan");

        var read = await ReadAsync(story);
        read["language"]!.GetValue<string>().ShouldBe("en-GB");
        read["article"]!["byline"]!.GetValue<string>().ShouldBeEmpty();
        read["article"]!["dateline"]!.GetValue<string>().ShouldBe("Harbour, Monday");
        read["priority"]!.GetValue<string>().ShouldBe("urgent");
        read["due"]!.GetValue<DateTimeOffset>().ShouldBe(new DateTimeOffset(2027, 7, 31, 6, 0, 0, TimeSpan.Zero));
        ana.ValueOf("Priority").ShouldBe("urgent");
    }

    [Fact]
    public async Task An_embargo_a_hold_and_a_legal_review_stop_publication_until_they_end()
    {
        var story = await DraftAsync("Lamps stopped");
        using var ana = await OpenAsync("Ana Lindqvist", story);
        ana.Fill("Until in UTC, such as 2027-01-31T06:00", "2020-01-01T00:00");
        await ana.PressAsync("Set an embargo");
        ana.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        ana.ValueOf("Until in UTC, such as 2027-01-31T06:00").ShouldBe("2020-01-01T00:00");
        ana.Fill("Until in UTC, such as 2027-01-31T06:00", "2190-01-01T00:00");
        await ana.PressAsync("Set an embargo");
        ana.Fill("Reason", "The family is told first.", within: "#place-hold");
        await ana.PressAsync("Place a hold");
        ana.Fill("Reason", "A name.", within: "#request-legal-review");
        await ana.PressAsync("Ask for a legal review");

        await ana.OpenAsync($"/stories/{story}");
        ana.Region("Holds").ShouldContain("The family is told first.");
        await ana.FollowAsync("lift embargo");
        await ana.PressAsync("Lift the embargo");
        (await ReadAsync(story))["embargo"].ShouldBeNull();
    }

    [Fact]
    public async Task A_story_is_made_confidential_for_chosen_readers_and_opened_again()
    {
        var story = await DraftAsync("Lamps in secret");
        using var ana = await OpenAsync("Ana Lindqvist", story);
        ana.Fill("Other readers", "liv@newsroom-development");
        ana.Fill("Reason", "Sources.", within: "#mark-confidential");
        await ana.PressAsync("Make it confidential");
        (await StatusAsync("Liv Tangerud", story)).ShouldBe(HttpStatusCode.OK);
        (await StatusAsync("Idris Penhale", story)).ShouldBe(HttpStatusCode.NotFound);

        ana.HasButton("Change who may read it").ShouldBeTrue();
        ana.ValueOf("Other readers").ShouldBe("liv@newsroom-development");
        ana.Fill("Reason", "Published elsewhere.", within: "#lift-confidentiality");
        await ana.PressAsync("Open it to the staff");
        (await StatusAsync("Idris Penhale", story)).ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Earlier_words_come_back_from_the_replay()
    {
        var story = await DraftAsync("Lamps of old");
        var revised = new { headline = "New lamps" };
        await host.SendAsync(HttpMethod.Post, $"/stories/{story}/revise-article", "kit", Role.Reporter, revised, 2);
        using var ana = await Visitor.OfAsync(host, "Ana Lindqvist");
        await ana.OpenAsync($"/stories/{story}/replay?version=2");
        await ana.FollowAsync("Bring back these words");
        ana.ValueOf("Version").ShouldBe("2");
        ana.Fill("Version", "many");
        await ana.PressAsync("Bring back these words");
        ana.Status.ShouldBe(HttpStatusCode.BadRequest);
        ana.Fill("Version", "2");
        await ana.PressAsync("Bring back these words");

        (await ReadAsync(story))["article"]!["headline"]!.GetValue<string>().ShouldBe("Lamps of old");
    }

    [Fact]
    public async Task A_quote_is_withdrawn_with_a_reason()
    {
        var story = await DraftAsync("Lamps withdrawn");
        using var ana = await OpenAsync("Ana Lindqvist", story);
        await ana.PressAsync("Withdraw the quote");
        ana.Refusal.ShouldContain("reason", Case.Insensitive);
        ana.Fill("Reason", "Said off the record.", within: "#withdraw-quote");
        await ana.PressAsync("Withdraw the quote");

        (await ReadAsync(story))["quotes"]!.AsArray().ShouldBeEmpty();
    }

    [Fact]
    public async Task An_exception_to_a_gate_is_made_from_the_reason_it_fails_for()
    {
        var story = await DraftAsync("Lamps excepted");
        using var hedda = await Visitor.OfAsync(host, "Hedda Quill");
        await hedda.OpenAsync($"/stories/{story}");
        var link = hedda.Page.QuerySelector("a[href*='waive-gate-']").ShouldNotBeNull("The gate can be waived by a chief editor.");
        var form = $"#{Uri.UnescapeDataString(link.GetAttribute("href")!.Split('#')[1])}";
        await hedda.FollowAsync(link);
        hedda.Fill("Reason", "The recording exists.", within: form);
        await hedda.PressAsync(hedda.TextOf($"{form} button"));

        hedda.TextOf("[role=status]").ShouldContain("Waive gate: done.");
        (await ReadAsync(story))["waivers"]!.AsArray().Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_story_is_spiked_and_taken_up_again()
    {
        var story = await DraftAsync("Lamps out");
        using var ana = await OpenAsync("Ana Lindqvist", story);
        ana.HasButton("Take it up again").ShouldBeFalse();
        ana.Fill("Reason", "No news.", within: "#spike");
        await ana.PressAsync("Spike");
        ana.HasButton("Spike").ShouldBeFalse();
        ana.Region("What is not open to you").ShouldContain("Spike:");
        await ana.PressAsync("Take it up again");
        (await ReadAsync(story))["stage"]!.GetValue<string>().ShouldBe("drafting");
    }

    [Fact]
    public async Task Who_may_do_nothing_of_it_reads_why()
    {
        var story = await DraftAsync("Lamps <script>alert(1)</script>");
        using var wilma = await OpenAsync("Wilma Osei", story);

        wilma.HasButton("Spike").ShouldBeFalse();
        wilma.Region("What is not open to you").ShouldContain("Spike:");
        wilma.Heading.ShouldContain("<script>alert(1)</script>");
        wilma.Page.QuerySelectorAll("script:not([src])").ShouldBeEmpty();
    }

    private async Task<Visitor> OpenAsync(string person, Guid story)
    {
        var visitor = await Visitor.OfAsync(host, person);
        await visitor.OpenAsync($"/stories/{story}/manage");
        return visitor;
    }

    private async Task<HttpStatusCode> StatusAsync(string person, Guid story)
    {
        using var visitor = await Visitor.OfAsync(host, person);
        await visitor.OpenAsync($"/stories/{story}");
        return visitor.Status;
    }

    private Task<Guid> DraftAsync(string headline) => host.DraftAsync(headline, $"{Quote} said Oona Strand.", Quote);

    private Task<JsonNode> ReadAsync(Guid story) => host.SendAsync(HttpMethod.Get, $"/stories/{story}", "ana", Role.Editor);
}
