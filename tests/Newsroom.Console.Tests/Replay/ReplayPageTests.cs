using System.Net;
using AngleSharp.Dom;
using Microsoft.Playwright;
using Newsroom.Domain.Kernel;
using static Microsoft.Playwright.Assertions;

namespace Newsroom.Console.Tests.Replay;

/// <summary>The versions of a story, with and without scripts.</summary>
public sealed class ReplayPageTests(ConsoleHost host, Browser browser)
{
    private const string Quote = "“The crane has not moved since May,”";

    private const string Hostile = "</datalist><script>alert(1)</script>'\"";

    [Fact]
    public async Task Links_lead_through_the_versions_and_each_shows_the_article_then()
    {
        var story = await RevisedAsync("The crane stands");
        using var ana = await Visitor.SignInAsync(host, "Ana Lindqvist");

        await ana.OpenAsync($"/stories/{story}");
        await ana.FollowAsync("Earlier versions");
        ana.Region("What changed").ShouldContain("What changed from version 3 to 4");
        ana.TextOf("article.text .body").ShouldStartWith("Again:");
        await ana.FollowAsync("Back");
        ana.Heading.ShouldBe("The crane falls");
        ana.TextOf("nav.steps").ShouldContain("Version 3 of 4");
        ana.TextOf("#difference ~ .diff del").ShouldBe("stands");
        ana.TextOf("#difference ~ .diff ins").ShouldBe("falls");
        await ana.FollowAsync("First");
        ana.Heading.ShouldBe("The crane stands");
        ana.Region("What changed").ShouldContain("There is no version to compare with.");
        ana.Page.QuerySelectorAll(".tag").ShouldBeEmpty();
        await ana.FollowAsync("Forward");
        ana.TextOf(".tag").ShouldBe("q1 unchecked");
        ana.Region("What changed").ShouldContain("q1:");
        await ana.FollowAsync("Last");
        ana.TextOf("nav.steps").ShouldContain("Version 4 of 4");
    }

    [Fact]
    public async Task A_form_chooses_a_version_and_the_version_to_compare_with()
    {
        var story = await RevisedAsync("The crane leans");
        using var ana = await Visitor.SignInAsync(host, "Ana Lindqvist");
        await ana.OpenAsync($"/stories/{story}/replay");

        ana.Fill("Version", "4");
        ana.Fill("Compare with version (optional)", "1");
        await ana.PressAsync("Show version");

        ana.Region("What changed").ShouldContain("What changed from version 1 to 4");
        ana.Page.QuerySelectorAll("#difference ~ .diff").Length.ShouldBe(2);
        await ana.FollowAsync("Back");
        ana.Region("What changed").ShouldContain("What changed from version 1 to 3");
    }

    [Fact]
    public async Task A_link_and_a_form_name_an_instant()
    {
        var story = await RevisedAsync("The crane turns");
        using var ana = await Visitor.SignInAsync(host, "Ana Lindqvist");

        await ana.OpenAsync($"/stories/{story}/replay?version=3");
        await ana.FollowAsync("this instant");
        ana.Page.Url.ShouldContain("?at=20");
        ana.Heading.ShouldBe("The crane falls");
        ana.Fill("Instant (UTC)", "2199-01-01T00:00:00");
        await ana.PressAsync("Show instant");
        ana.TextOf("nav.steps").ShouldContain("Version 4 of 4");
    }

    [Fact]
    public async Task Editions_gates_and_authors_are_those_of_the_version()
    {
        using var ana = await Visitor.SignInAsync(host, "Ana Lindqvist");
        await ana.OpenAsync("/stories/north-breakwater-vote/replay");
        var edition = ana.Page.QuerySelectorAll("nav.steps a").First(link => link.TextContent.Trim() == "Edition 1");
        await ana.FollowAsync(edition);

        ana.TextOf(".versions li:has([aria-current])").ShouldContain("story published");
        ana.Region("Gates then").ShouldContain("Quotes verified: passed");
        ana.Page.QuerySelectorAll(".gates > li.failed").ShouldBeEmpty();
        ana.TextOf("details.blame").ShouldContain("Idris Penhale");
        await ana.OpenAsync("/stories/north-breakwater-vote/replay?version=1");
        ana.Page.QuerySelectorAll(".gates > li.failed").ShouldNotBeEmpty();
    }

    [Theory]
    [InlineData("?version=99999", 404, "There is no version 99999")]
    [InlineData("?at=1999-01-01T00:00:00Z", 404, "Nothing of story")]
    [InlineData("?version=first", 400, "“first” is not the number of a version.")]
    [InlineData("?at=yesterday", 400, "“yesterday” is not a time.")]
    [InlineData("?version=3&since=99999", 404, "There is no version 99999")]
    public async Task What_does_not_exist_or_cannot_be_read_is_a_page_that_says_so(string query, int status, string words)
    {
        using var ana = await Visitor.SignInAsync(host, "Ana Lindqvist");
        await ana.OpenAsync($"/stories/long-slip-notice/replay{query}");
        ((int)ana.Status).ShouldBe(status);
        ana.Main.ShouldContain(words);
    }

    [Fact]
    public async Task A_confidential_story_does_not_exist_for_others()
    {
        var story = await RevisedAsync("The crane is secret");
        var reason = new { reason = "Sources", readers = Array.Empty<string>() };
        await host.SendAsync(HttpMethod.Post, $"/stories/{story}/mark-confidential", "ana", Role.Editor, reason, 4);
        using var liv = await Visitor.SignInAsync(host, "Liv Tangerud");
        await liv.OpenAsync($"/stories/{story}/replay?version=1");
        liv.Status.ShouldBe(HttpStatusCode.NotFound);
        liv.Page.Body!.TextContent.ShouldNotContain("crane");
    }

    [Fact]
    public async Task Hostile_text_is_text()
    {
        var story = await RevisedAsync(Hostile);
        using var ana = await Visitor.SignInAsync(host, "Ana Lindqvist");
        await ana.OpenAsync($"/stories/{story}/replay?version=1");
        ana.Heading.ShouldBe(Hostile);
        ana.Page.Title.ShouldNotBeNull().ShouldContain(Hostile);
        ana.Page.QuerySelectorAll("script:not([src])").ShouldBeEmpty();
    }

    [Fact]
    public async Task A_slider_moves_by_keyboard_and_plays_asking_for_one_version_at_a_time()
    {
        var story = await RevisedAsync("The crane is played");
        var ana = await Window.SignInAsync(host, "Ana Lindqvist", await browser.OpenAsync());
        await ana.OpenAsync($"/stories/{story}/replay?version=1");
        var asked = new List<string>();
        ana.Page.Request += (_, request) =>
        {
            if (new Uri(request.Url) is { AbsolutePath: var path } address && path.EndsWith("/replay", StringComparison.Ordinal))
            {
                asked.Add(address.Query);
            }
        };
        var slider = ana.Page.GetByRole(AriaRole.Slider);
        var status = ana.Page.Locator("#slide-status");

        await slider.FocusAsync();
        await ana.Page.Keyboard.PressAsync("ArrowRight");
        await Expect(status).ToContainTextAsync("Version 2 of 4");
        await ana.Page.Keyboard.PressAsync("ArrowRight");
        await Expect(ana.Heading).ToContainTextAsync("The crane falls");
        await Expect(slider).ToBeFocusedAsync();
        await ana.PressAsync("Play");
        await Expect(status).ToContainTextAsync("Version 4 of 4");
        await Expect(ana.Page.GetByRole(AriaRole.Button, new() { Name = "Play" })).ToBeVisibleAsync();
        ana.Page.Url.ShouldEndWith("version=4");
        asked.ShouldBe(["?version=2", "?version=3", "?version=4"]);
        await ana.LeaveAsync();
    }

    /// <summary>Drafts a story of four versions: drafted, a quote attributed, the headline revised, the body revised.</summary>
    private async Task<Guid> RevisedAsync(string headline)
    {
        var body = $"{Quote} said Oona Strand.";
        var story = await host.DraftAsync(headline, body, Quote);
        var words = headline.Replace("stands", "falls", StringComparison.Ordinal);
        var revised = new { headline = words == headline ? "The crane falls" : words };
        await host.SendAsync(HttpMethod.Post, $"/stories/{story}/revise-article", "kit", Role.Reporter, revised, 2);
        var again = new { body = $"Again: {body}" };
        await host.SendAsync(HttpMethod.Post, $"/stories/{story}/revise-article", "kit", Role.Reporter, again, 3);
        return story;
    }
}
