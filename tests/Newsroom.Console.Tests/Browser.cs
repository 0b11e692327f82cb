using Microsoft.Playwright;
using Newsroom.Api.Tests;

[assembly: AssemblyFixture(typeof(Newsroom.Console.Tests.Browser))]

namespace Newsroom.Console.Tests;

/// <summary>
/// The Chromium of a test run: of the variable CHROMIUM, of PATH, or Playwright's own. Without one, tests that need it are skipped.
/// </summary>
public sealed class Browser : IAsyncLifetime
{
    private static readonly string[] Names =
    [
        "chrome-headless-shell",
        "chromium-headless-shell",
        "chromium",
        "chromium-browser",
        "google-chrome",
    ];

    // What pages do not need costs processor time.
    private static readonly string[] Switches =
    [
        "--disable-gpu",
        "--disable-software-rasterizer",
        "--disable-extensions",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
        "--no-first-run",
    ];

    private readonly SemaphoreSlim starting = new(1);

    private IPlaywright? playwright;

    private IBrowser? browser;

    private string? missing;

    /// <inheritdoc/>
    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await (browser?.DisposeAsync() ?? ValueTask.CompletedTask);
        playwright?.Dispose();
        starting.Dispose();
    }

    /// <summary>Opens a window with cookies of its own.</summary>
    public async Task<IPage> OpenAsync()
    {
        var context = await (await StartAsync()).NewContextAsync();
        context.SetDefaultTimeout((float)Eventually.Timeout.TotalMilliseconds);
        return await context.NewPageAsync();
    }

    private async Task<IBrowser> StartAsync()
    {
        await starting.WaitAsync(TestContext.Current.CancellationToken);
        try
        {
            if (browser is null && missing is null)
            {
                await LaunchAsync();
            }
        }
        finally
        {
            starting.Release();
        }

        Assert.SkipWhen(browser is null, missing ?? "");
        return browser!;
    }

    private async Task LaunchAsync()
    {
        playwright = await Playwright.CreateAsync();
        Assertions.SetDefaultExpectTimeout((float)Eventually.Timeout.TotalMilliseconds);
        var options = new BrowserTypeLaunchOptions { ExecutablePath = Find(), Args = IsRoot ? [.. Switches, "--no-sandbox"] : Switches };
        try
        {
            browser = await playwright.Chromium.LaunchAsync(options);
        }
        catch (PlaywrightException failure) when (options.ExecutablePath is null)
        {
            missing = $"This test needs Chromium: set CHROMIUM to its program, or put it on PATH. {failure.Message}";
        }
    }

    private static bool IsRoot => !OperatingSystem.IsWindows() && Environment.UserName == "root";

    private static string? Find() =>
        Environment.GetEnvironmentVariable("CHROMIUM") is { Length: > 0 } named
            ? named
            : (Environment.GetEnvironmentVariable("PATH") ?? "")
                .Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
                .SelectMany(folder => Names.Select(name => Path.Combine(folder, name)))
                .FirstOrDefault(File.Exists);
}
