using Newsroom.Domain.Kernel;

namespace Newsroom.Console.Tests.Managing;

/// <summary>Readers of a fact check see the verdict on a claim.</summary>
public sealed class PublicFactChecksTests(ConsoleHost host)
{
    private const string Claim = "The pier is the longest of the coast.";

    [Fact]
    public async Task The_verdict_on_a_claim_is_shown_to_readers_with_its_evidence_and_withdrawn()
    {
        var story = await PublishedAsync("Is the pier the longest?");
        using var magnus = await Visitor.OfAsync(host, "Magnus Tarrow");
        await magnus.OpenAsync($"/stories/{story}/manage");
        magnus.Fill("Who claims it", "The harbour board");
        magnus.Fill("Is", "organization");
        magnus.Fill("Rating", "Mostly false");
        magnus.Fill("Evidence that readers see", "4/0");
        await magnus.PressAsync("Show the verdict on c1");
        magnus.Refusal.ShouldNotBeEmpty();
        magnus.ValueOf("Who claims it").ShouldBe("The harbour board");
        magnus.Fill("Why (Markdown)", "Two are longer.");
        await magnus.PressAsync("Show the verdict on c1");

        var page = await ReadersHaveAsync(story);
        page.ShouldContain("Mostly false");
        page.ShouldContain("The survey of 2024");
        magnus.Fill("Reason", "Measured again.", within: "#withdraw-fact-check");
        await magnus.PressAsync("Withdraw the verdict");
        (await ReadersHaveAsync(story)).ShouldNotContain("Mostly false");
    }

    [Fact]
    public async Task A_report_has_no_verdicts_for_readers()
    {
        const string quote = "“The pier is long,”";
        var story = await host.DraftAsync("The pier is a report", $"{quote} said Oona Strand.", quote);
        using var magnus = await Visitor.OfAsync(host, "Magnus Tarrow");

        await magnus.OpenAsync($"/stories/{story}/manage");

        magnus.Main.ShouldNotContain("Verdicts for readers");
    }

    private async Task<string> ReadersHaveAsync(Guid story)
    {
        var read = await host.SendAsync(HttpMethod.Get, $"/stories/{story}", "ana", Role.Editor);
        return await host.Http.GetStringAsync($"/published/{read["slug"]}.html", TestContext.Current.CancellationToken);
    }

    private async Task<Guid> PublishedAsync(string headline)
    {
        var draft = new
        {
            desk = "culture",
            genre = "fact-check",
            headline,
            body = Claim,
        };
        var drafted = await host.SendAsync(HttpMethod.Post, "/stories/draft-article", "kit", Role.Reporter, draft);
        var story = drafted["story"]!.GetValue<Guid>();
        await SendAsync(story, "flag-claim", "kit", Role.Reporter, new { words = Claim });
        await SendAsync(story, "submit-for-review", "kit", Role.Reporter, new { });
        var read = await host.SendAsync(HttpMethod.Get, $"/stories/{story}", "tomas", Role.Editor);
        object[] evidence = [new { kind = "document", citation = "The survey of 2024" }];
        var check = new
        {
            passage = "c1",
            fingerprint = read["claims"]![0]!["fingerprint"]!.GetValue<string>(),
            verdict = "verified",
            evidence,
        };
        await SendAsync(story, "fact-check", "noor", Role.FactChecker, check);
        await SendAsync(story, "fact-check", "eirik", Role.FactChecker, check);
        var approval = new { fingerprint = read["fingerprint"]!.GetValue<string>() };
        await SendAsync(story, "approve", "tomas", Role.Editor, approval);
        await SendAsync(story, "publish", "magnus", Role.Publisher, new { });
        return story;
    }

    private async Task SendAsync(Guid story, string command, string user, Role role, object body)
    {
        var version = (await host.SendAsync(HttpMethod.Get, $"/stories/{story}", user, role))["version"]!.GetValue<long>();
        await host.SendAsync(HttpMethod.Post, $"/stories/{story}/{command}", user, role, body, version);
    }
}
