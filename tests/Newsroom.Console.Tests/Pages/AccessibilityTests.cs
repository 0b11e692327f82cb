using Deque.AxeCore.Commons;
using Microsoft.Playwright;
using Newsroom.Domain.Kernel;

namespace Newsroom.Console.Tests.Pages;

/// <summary>Every page meets WCAG 2.2 AA as far as axe can tell, and is no wider than its window.</summary>
public sealed class AccessibilityTests(ConsoleHost host, Browser browser)
{
    private const string Levels = "['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']";

    private const string Subscriber = "/subscribers/harbour-news";

    // The schemes differ in colours, and the widths in the size of targets.
    private const string ColorsAndTargets = "{ type: 'rule', values: ['color-contrast', 'target-size'] }";

    private static readonly string Axe = new BundledAxeScriptProvider().GetScript();

    private static readonly int[] Widths = [1440, 768, 360];

    [Theory]
    [InlineData(
        "Ana Lindqvist",
        "/",
        "/desks/harbour?act={story}",
        "/stories/long-slip-notice",
        "/stories/long-slip-notice/edit",
        "/stories/long-slip-notice/publish",
        "/stories/long-slip-notice/manage",
        "/draft",
        "/no-such-page",
        "/sign-in"
    )]
    [InlineData("Noor Haddon", "/stories/long-slip-notice?passage=q3", "/stories/ferry-drill-logs")]
    [InlineData("Eirik Sundgard", "/stories/long-slip-notice/replay?version=12", "/checking?story=long-slip-notice&passage=q3")]
    [InlineData("Petra Vance", "/erasures")]
    [InlineData("Wilma Osei", "/audit", "/numbers")]
    [InlineData("Jonas Thrale", "/settings", "/desks/harbour/settings", "/subscribers", Subscriber)]
    [InlineData("Petra Vance", "/speakers", "/speakers/oona-strand")]
    public async Task Every_page_has_no_violation(string person, params string[] paths)
    {
        // A name as long as names get, in the navigation and in every choice of desks.
        var desk = new { name = new string('W', 100), language = "en" };
        await host.SendAsync(HttpMethod.Put, "/desks/wide", "jonas", Role.Admin, desk);
        var window = await Window.SignInAsync(host, person, await browser.OpenAsync());
        var found = new List<string>();
        var story = (await host.SendAsync(HttpMethod.Get, "/stories/long-slip-notice", "ana", Role.Editor))["id"]!;
        if (paths.Contains(Subscriber))
        {
            var subscriber = new { id = "harbour-news", name = "Harbour News", url = "https://news.example.org/newsroom" };
            await host.SendAsync(HttpMethod.Post, "/subscribers/register-subscriber", "jonas", Role.Admin, subscriber);
        }

        foreach (var path in paths)
        {
            await window.OpenAsync(path.Replace("{story}", $"{story}", StringComparison.Ordinal));
            await window.Page.EvaluateAsync(Axe);
            found.AddRange(await ViolationsAsync(window.Page, Levels, ColorScheme.Light));
            foreach (var width in Widths)
            {
                await window.Page.SetViewportSizeAsync(width, height: 900);
                if (await window.Page.EvaluateAsync<bool>("document.documentElement.scrollWidth > document.documentElement.clientWidth"))
                {
                    found.Add($"{path}: wider than {width} pixels");
                }
            }

            found.AddRange(await ViolationsAsync(window.Page, ColorsAndTargets, ColorScheme.Dark));
        }

        found.ShouldBeEmpty();
        await window.LeaveAsync();
    }

    private static async Task<IEnumerable<string>> ViolationsAsync(IPage page, string rules, ColorScheme colors)
    {
        await page.EmulateMediaAsync(new() { ColorScheme = colors });
        var found = await page.EvaluateAsync<string[]>(
            $$"""
            async () => {
                const { violations } = await axe.run({ runOnly: {{rules}}, resultTypes: ['violations'] });
                return violations.flatMap(v => v.nodes.map(node => `${v.id}: ${node.html}`));
            }
            """
        );
        return found.Select(violation => $"{page.Url}, {colors}: {violation}");
    }
}
