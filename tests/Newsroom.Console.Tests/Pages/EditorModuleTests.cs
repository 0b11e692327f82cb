using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Newsroom.Console.Tests.Pages;

/// <summary>The editor with scripts: the browser keeps what is written until the server has it.</summary>
public sealed class EditorModuleTests(ConsoleHost host, Browser browser)
{
    private const string Quote = "“The quay is as long as the street,”";

    [Fact]
    public async Task What_was_not_saved_is_kept_by_the_browser_offered_again_and_forgotten_once_it_is_saved()
    {
        var story = await host.DraftAsync("Kept by the browser", $"{Quote} said Oona Strand.", Quote);
        var ana = await Window.SignInAsync(host, "Ana Lindqvist", await browser.OpenAsync());
        var asked = new List<string>();
        ana.Page.Dialog += (_, dialog) =>
        {
            asked.Add(dialog.Type);
            dialog.AcceptAsync();
        };
        await ana.OpenAsync($"/stories/{story}/edit");
        await ana.Page.ReloadAsync();
        asked.ShouldBeEmpty();

        var headline = ana.Page.GetByLabel("Headline");
        await headline.PressAsync("End");
        await headline.PressSequentiallyAsync("!");
        await ana.Page.ReloadAsync();

        asked.ShouldBe(["beforeunload"]);
        await Expect(headline).ToHaveValueAsync("Kept by the browser");
        await Expect(ana.Page.GetByRole(AriaRole.Status)).ToContainTextAsync("This browser has texts that were not saved");
        await ana.PressAsync("Use them");
        await Expect(headline).ToHaveValueAsync("Kept by the browser!");
        await ana.PressAsync("Save");
        await Expect(ana.Heading).ToContainTextAsync("Kept by the browser!");
        asked.Count.ShouldBe(1);
        (await ana.Page.EvaluateAsync<int>("localStorage.length")).ShouldBe(0);
        await ana.LeaveAsync();
    }
}
