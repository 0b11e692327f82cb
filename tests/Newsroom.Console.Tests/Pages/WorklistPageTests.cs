using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Newsroom.Console.Tests.Pages;

public sealed class WorklistPageTests(ConsoleHost host, Browser browser)
{
    private const string Quote = "“They count the boats twice a year,”";

    [Fact]
    public async Task My_work_leads_to_the_form_that_settles_the_first_item()
    {
        var story = await host.DraftAsync("Boats are counted", $"{Quote} said Oona Strand.", Quote);
        var eirik = await Visitor.SignInAsync(browser, host, "Eirik Sundgard");

        await Expect(eirik.Page).ToHaveTitleAsync(new System.Text.RegularExpressions.Regex(@"^My work \(\d+\+?\) · Newsroom$"));
        var item = eirik.Page.GetByRole(AriaRole.Listitem).Filter(new() { HasText = "Boats are counted" });
        await Expect(item).ToContainTextAsync(Quote);
        await item.GetByRole(AriaRole.Link).ClickAsync();

        await Expect(eirik.Page.GetByRole(AriaRole.Button, new() { Name = "Check q1" })).ToBeVisibleAsync();
        eirik.Page.Url.ShouldContain(story.ToString());
        await eirik.LeaveAsync();
    }

    [Fact]
    public async Task The_board_shows_stories_by_stage_with_their_blockers_and_filters_them()
    {
        var ana = await Visitor.SignInAsync(browser, host, "Ana Lindqvist");
        await ana.Page.GetByRole(AriaRole.Link, new() { Name = "Harbour" }).ClickAsync();

        var review = ana.Page.GetByRole(AriaRole.Region, new() { NameRegex = new("^In review") });
        await Expect(review).ToContainTextAsync("Boatyard given until Christmas");
        await Expect(review).ToContainTextAsync("quotes verified");
        await ana.Page.GetByLabel("Blocked by").SelectOptionAsync("legal-clearance");
        await ana.PressAsync("Filter");

        await Expect(review).Not.ToContainTextAsync("Boatyard given until Christmas");
        await Expect(ana.Page.GetByLabel("Blocked by")).ToHaveValueAsync("legal-clearance");
        await ana.LeaveAsync();
    }

    [Fact]
    public async Task What_the_API_does_not_find_is_a_page_with_its_words()
    {
        var ana = await Visitor.SignInAsync(browser, host, "Ana Lindqvist");

        await ana.OpenAsync("/desks/no-such-desk");

        await Expect(ana.Page.Locator("main")).ToContainTextAsync("There is no desk \"no-such-desk\".");
        await ana.LeaveAsync();
    }
}
