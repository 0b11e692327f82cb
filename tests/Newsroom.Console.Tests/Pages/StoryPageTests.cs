using Microsoft.Playwright;
using Newsroom.Domain.Kernel;
using static Microsoft.Playwright.Assertions;

namespace Newsroom.Console.Tests.Pages;

/// <summary>A story in the browser; no window runs scripts.</summary>
public sealed class StoryPageTests(ConsoleHost host, Browser browser)
{
    private const string Quote = "“The slip is older than the town,”";

    [Fact]
    public async Task A_story_is_submitted_checked_approved_and_published_by_four_people()
    {
        var story = await host.DraftAsync("Slip survey begins", $"{Quote} said Oona Strand.", Quote);

        var kit = await Visitor.SignInAsync(browser, host, "Kit Oyelaran");
        await kit.OpenAsync($"/stories/{story}");
        await kit.PressAsync("Submit for review");
        await Expect(kit.Page.GetByRole(AriaRole.Status)).ToContainTextAsync("Submit for review: done.");
        await Expect(kit.Page.GetByRole(AriaRole.Button, new() { Name = "Publish" })).ToHaveCountAsync(0);
        await kit.LeaveAsync();

        var noor = await Visitor.SignInAsync(browser, host, "Noor Haddon");
        await noor.OpenAsync($"/stories/{story}");
        await noor.Page.GetByRole(AriaRole.Link, new() { Name = "q1 unchecked" }).ClickAsync();
        await noor.Page.GetByLabel("Verified", new() { Exact = true }).CheckAsync();
        await noor.Page.GetByLabel("What it is").FillAsync("Recording of the interview");
        await noor.PressAsync("Check q1");
        await Expect(noor.Page.GetByRole(AriaRole.Heading, new() { Name = "Quote q1: verified" })).ToBeVisibleAsync();
        await Expect(noor.Page.Locator(".checks")).ToContainTextAsync("Recording of the interview");
        await noor.LeaveAsync();

        var tomas = await Visitor.SignInAsync(browser, host, "Tomas Reyne");
        await tomas.OpenAsync($"/stories/{story}");
        await tomas.PressAsync("Approve");
        await Expect(tomas.Page.GetByRole(AriaRole.Heading, new() { Name = "Ready to publish" })).ToBeVisibleAsync();
        await tomas.LeaveAsync();

        var magnus = await Visitor.SignInAsync(browser, host, "Magnus Tarrow");
        await magnus.OpenAsync($"/stories/{story}");
        await magnus.PressAsync("Publish");
        await Expect(magnus.Page.Locator("main")).ToContainTextAsync("edition 1, live");
        await magnus.LeaveAsync();
    }

    [Fact]
    public async Task A_refusal_is_shown_in_the_words_of_the_API_and_the_form_keeps_its_input()
    {
        var story = await host.DraftAsync("Slip survey refused", $"{Quote} said Oona Strand.", Quote);
        var noor = await Visitor.SignInAsync(browser, host, "Noor Haddon");
        await noor.OpenAsync($"/stories/{story}?passage=q1");
        await noor.Page.GetByLabel("Verified", new() { Exact = true }).CheckAsync();
        await noor.Page.GetByLabel("Method (optional)").FillAsync("Listened <twice>");

        var answered = await noor.Page.RunAndWaitForResponseAsync(
            () => noor.PressAsync("Check q1"),
            response => response.Request.Method == "POST"
        );

        answered.Status.ShouldBeInRange(400, 422);
        await Expect(noor.Refusal).ToContainTextAsync("evidence");
        await Expect(noor.Page.GetByLabel("Method (optional)")).ToHaveValueAsync("Listened <twice>");
        await Expect(noor.Page.GetByLabel("Verified", new() { Exact = true })).ToBeCheckedAsync();
        await noor.LeaveAsync();
    }

    [Fact]
    public async Task A_form_of_an_earlier_version_is_refused_and_shows_the_story_as_it_is()
    {
        var story = await host.DraftAsync("Slip survey revised", $"{Quote} said Oona Strand.", Quote);
        var kit = await Visitor.SignInAsync(browser, host, "Kit Oyelaran");
        await kit.OpenAsync($"/stories/{story}");
        var revision = new { headline = "Slip survey ends" };
        await host.SendAsync(HttpMethod.Post, $"/stories/{story}/revise-article", "ana", Role.Editor, revision, 2);

        await kit.PressAsync("Submit for review");

        await Expect(kit.Refusal).ToContainTextAsync("Precondition failed");
        await Expect(kit.Heading).ToContainTextAsync("Slip survey ends");
        await kit.PressAsync("Submit for review");
        await Expect(kit.Page.GetByRole(AriaRole.Status)).ToContainTextAsync("Submit for review: done.");
        await kit.LeaveAsync();
    }

    [Fact]
    public async Task Assigning_noting_and_requesting_changes_are_forms_too()
    {
        var story = await host.DraftAsync("Slip survey assigned", $"{Quote} said Oona Strand.", Quote);
        await host.SendAsync(HttpMethod.Post, $"/stories/{story}/submit-for-review", "kit", Role.Reporter, new { }, 2);
        var ana = await Visitor.SignInAsync(browser, host, "Ana Lindqvist");
        await ana.OpenAsync($"/stories/{story}");

        await ana.Page.Locator("#assign select").SelectOptionAsync("liv@newsroom-development");
        await ana.PressAsync("Assign");
        await Expect(ana.Page.Locator("dl").First).ToContainTextAsync("Liv Tangerud");
        await ana.Page.GetByLabel("Note", new() { Exact = true }).FillAsync("Which slip?");
        await ana.PressAsync("Add note");
        await Expect(ana.Page.GetByRole(AriaRole.Region, new() { Name = "Open notes" })).ToContainTextAsync("Which slip?");
        await ana.Page.GetByLabel("What has to change").FillAsync("Name the slip.");
        await ana.PressAsync("Request changes");
        await Expect(ana.Page.Locator("dl").First).ToContainTextAsync("drafting");
        await ana.LeaveAsync();
    }

    [Fact]
    public async Task A_person_who_cannot_check_a_quote_reads_why()
    {
        var story = await host.DraftAsync("Slip survey by Kit", $"{Quote} said Oona Strand.", Quote);
        var kit = await Visitor.SignInAsync(browser, host, "Kit Oyelaran");

        await kit.OpenAsync($"/stories/{story}?passage=q1");

        await Expect(kit.Page.Locator("#passage")).ToContainTextAsync("You cannot check it:");
        await Expect(kit.Page.GetByRole(AriaRole.Button, new() { Name = "Check q1" })).ToHaveCountAsync(0);
        await kit.LeaveAsync();
    }

    [Fact]
    public async Task A_person_with_several_roles_for_a_command_chooses_one()
    {
        var story = await host.DraftAsync("Slip survey by two roles", $"{Quote} said Oona Strand.", Quote);
        var sunniva = await Visitor.SignInAsync(browser, host, "Sunniva Aalberg");
        await sunniva.OpenAsync($"/stories/{story}");

        await sunniva.Page.Locator("#add-note").GetByLabel("As").SelectOptionAsync("fact-checker");
        await sunniva.Page.GetByLabel("Note", new() { Exact = true }).FillAsync("Which town?");
        await sunniva.PressAsync("Add note");

        await Expect(sunniva.Page.GetByRole(AriaRole.Region, new() { Name = "Open notes" })).ToContainTextAsync("Which town?");
        await sunniva.LeaveAsync();
    }

    [Fact]
    public async Task Lapsed_checks_show_the_words_checked_and_the_words_now()
    {
        var noor = await Visitor.SignInAsync(browser, host, "Noor Haddon");

        await noor.OpenAsync("/stories/long-slip-notice?passage=q3");

        await Expect(noor.Page.Locator("#passage-title")).ToHaveTextAsync("Quote q3: lapsed");
        await Expect(noor.Page.Locator(".checks")).ToContainTextAsync("“If it goes, every wooden boat");
        await Expect(noor.Page.Locator(".history ins").First).ToContainTextAsync("[the slip]");
        string.Concat(await noor.Page.Locator("mark.lapsed.selected").AllTextContentsAsync()).ShouldStartWith("“If [the slip] goes, every");
        await noor.LeaveAsync();
    }
}
