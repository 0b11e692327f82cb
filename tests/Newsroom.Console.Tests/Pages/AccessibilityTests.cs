using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace Newsroom.Console.Tests.Pages;

/// <summary>Every page meets WCAG 2.2 AA as far as axe can tell, and is no wider than a small window.</summary>
public sealed class AccessibilityTests(ConsoleHost host, Browser browser)
{
    private static readonly RunOnlyOptions All = new() { Type = "tag", Values = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"] };

    // The pages of both schemes differ in colours, and those of both widths in the size of targets.
    private static readonly RunOnlyOptions OfColorsAndTargets = new() { Type = "rule", Values = ["color-contrast", "target-size"] };

    private static readonly string[] Paths =
    [
        "/sign-in",
        "/",
        "/desks/harbour",
        "/stories/long-slip-notice",
        "/stories/long-slip-notice?passage=q3",
        "/stories/ferry-drill-logs",
        "/no-such-page",
    ];

    [Theory]
    [InlineData(ColorScheme.Light, 1440, "Noor Haddon")]
    [InlineData(ColorScheme.Dark, 360, "Ana Lindqvist")]
    public async Task Every_page_has_no_violation(ColorScheme colors, int width, string person)
    {
        var visitor = await Visitor.SignInAsync(browser, host, person, await browser.OpenAsync(runsScripts: true, colors, width));
        var rules = new AxeRunOptions { RunOnly = colors == ColorScheme.Light ? All : OfColorsAndTargets };
        var found = new List<string>();
        foreach (var path in Paths)
        {
            await visitor.OpenAsync(path);
            var result = await visitor.Page.RunAxe(rules);
            found.AddRange(result.Violations.SelectMany(v => v.Nodes.Select(node => $"{path}: {v.Id}: {node.Html}")));
            if (await visitor.Page.EvaluateAsync<bool>("document.documentElement.scrollWidth > document.documentElement.clientWidth"))
            {
                found.Add($"{path}: wider than {width} pixels");
            }
        }

        found.ShouldBeEmpty();
        await visitor.LeaveAsync();
    }
}
