using Microsoft.Playwright;
using Newsroom.Domain.Kernel;

namespace Newsroom.Console.Tests;

/// <summary>
/// Makes the pictures of the documentation. It is run by name:
/// <c>dotnet tests/Newsroom.Console.Tests/bin/Debug/net10.0/Newsroom.Console.Tests.dll -explicit only -class "*.Screenshots"</c>.
/// </summary>
public sealed class Screenshots(ConsoleHost host, Browser browser)
{
    private const int MaxBytes = 200 * 1024;

    private const string Last = "The survey of the old slip ends in May.";

    [Fact(Explicit = true)]
    public async Task The_pictures_of_the_console_are_made()
    {
        var ana = await Window.SignInAsync(host, "Ana Lindqvist", await browser.OpenAsync());
        await ana.Page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Light });
        await ana.Page.SetViewportSizeAsync(1200, 680);
        await ana.OpenAsync("/desks/harbour");
        await TakeAsync(ana, "console-board");
        await ana.OpenAsync("/stories/long-slip-notice?passage=q3");
        await TakeAsync(ana, "console-story");
        await ana.OpenAsync("/stories/long-slip-notice/replay?version=12");
        await TakeAsync(ana, "console-replay");
        await ShowConflictAsync(ana);
        await TakeAsync(ana, "console-conflict");
        await ana.LeaveAsync();
    }

    private async Task ShowConflictAsync(Window ana)
    {
        const string quote = "“The slip is older than the town,”";
        var story = await host.DraftAsync("The survey of the old slip", $"{quote} said Oona Strand.\n\n{Last}", quote);
        await ana.OpenAsync($"/stories/{story}/edit");
        var revised = new { body = $"{quote} said Oona Strand.\n\n{Last.Replace("May", "June", StringComparison.Ordinal)}" };
        await host.SendAsync(HttpMethod.Post, $"/stories/{story}/revise-article", "tomas", Role.Editor, revised, 2);
        var mine = $"{quote} said Oona Strand.\n\n{Last.Replace("May", "July", StringComparison.Ordinal)}";
        await ana.TextBox("Body (Markdown)").FillAsync(mine);
        await ana.PressAsync("Save");
        await Assertions.Expect(ana.Page.Locator("#refusal")).ToBeVisibleAsync();
    }

    private static async Task TakeAsync(Window window, string name)
    {
        var path = Path.Combine(Repository(), "docs", "images", $"{name}.png");
        await window.Page.ScreenshotAsync(new() { Path = path, Animations = ScreenshotAnimations.Disabled });
        new FileInfo(path).Length.ShouldBeLessThan(MaxBytes, name);
    }

    private static string Repository()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "Newsroom.sln")))
        {
            folder = folder.Parent ?? throw new InvalidOperationException("The tests do not run in a clone of the repository.");
        }

        return folder.FullName;
    }
}
