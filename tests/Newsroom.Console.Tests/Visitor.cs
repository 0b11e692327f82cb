using Microsoft.Playwright;

namespace Newsroom.Console.Tests;

/// <summary>A person with a window of the browser.</summary>
internal sealed class Visitor(IPage page, ConsoleHost host)
{
    /// <summary>Gets the window.</summary>
    public IPage Page => page;

    /// <summary>Gets the heading of the page.</summary>
    public ILocator Heading => page.GetByRole(AriaRole.Heading, new() { Level = 1 });

    /// <summary>Gets the refusal that the page shows.</summary>
    public ILocator Refusal => page.Locator("#refusal");

    /// <summary>Signs in a person of the sample newsroom.</summary>
    public static async Task<Visitor> SignInAsync(Browser browser, ConsoleHost host, string name, IPage? window = null)
    {
        var page = window ?? await browser.OpenAsync();
        await page.GotoAsync($"{host.Console}/sign-in");
        await page.GetByRole(AriaRole.Button, new() { Name = name, Exact = true }).ClickAsync();
        var visitor = new Visitor(page, host);
        await Assertions.Expect(visitor.Heading).ToContainTextAsync("My work");
        return visitor;
    }

    /// <summary>Opens a page of the console.</summary>
    public async Task<Visitor> OpenAsync(string path)
    {
        await page.GotoAsync($"{host.Console}{path}");
        return this;
    }

    /// <summary>Presses a button.</summary>
    public Task PressAsync(string name) => page.GetByRole(AriaRole.Button, new() { Name = name, Exact = true }).ClickAsync();

    /// <summary>Closes the window.</summary>
    public Task LeaveAsync() => page.Context.CloseAsync();
}
