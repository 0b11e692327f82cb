using Microsoft.Playwright;

namespace Newsroom.Console.Tests;

/// <summary>A person with a window of the browser. What needs no browser is tested with a <see cref="Visitor"/>.</summary>
internal sealed class Window(IPage page, ConsoleHost host)
{
    /// <summary>Gets the page in the window.</summary>
    public IPage Page => page;

    /// <summary>Gets the heading of the page.</summary>
    public ILocator Heading => page.GetByRole(AriaRole.Heading, new() { Level = 1 });

    /// <summary>Signs in a person of the sample newsroom.</summary>
    public static async Task<Window> SignInAsync(ConsoleHost host, string name, IPage page)
    {
        await page.GotoAsync($"{host.Console}/sign-in");
        await page.GetByRole(AriaRole.Button, new() { Name = name, Exact = true }).ClickAsync();
        var window = new Window(page, host);
        await Assertions.Expect(window.Heading).ToContainTextAsync("My work");
        return window;
    }

    /// <summary>Opens a page of the console.</summary>
    public Task OpenAsync(string path) => page.GotoAsync($"{host.Console}{path}");

    /// <summary>Gets what the page says of the command that was carried out.</summary>
    public ILocator Status => page.Locator("p.done");

    /// <summary>Returns the field with this label.</summary>
    public ILocator Field(string label) => page.GetByLabel(label, new() { Exact = true });

    /// <summary>Follows a link.</summary>
    public Task FollowAsync(string name) => page.GetByRole(AriaRole.Link, new() { Name = name, Exact = true }).ClickAsync();

    /// <summary>Returns the field for a text: a text area, or CodeMirror in its place.</summary>
    public ILocator TextBox(string name) => page.GetByRole(AriaRole.Textbox, new() { Name = name, Exact = true });

    /// <summary>Presses a button.</summary>
    public Task PressAsync(string name) => page.GetByRole(AriaRole.Button, new() { Name = name, Exact = true }).ClickAsync();

    /// <summary>Closes the window.</summary>
    public Task LeaveAsync() => page.Context.CloseAsync();
}
