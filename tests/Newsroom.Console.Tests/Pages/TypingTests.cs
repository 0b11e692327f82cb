using System.Globalization;
using Microsoft.Playwright;
using Newsroom.Console.Pages;
using static Microsoft.Playwright.Assertions;

namespace Newsroom.Console.Tests.Pages;

/// <summary>Measures the time from a key to the painted frame in the editor.</summary>
public sealed class TypingTests(ConsoleHost host, Browser browser)
{
    private const string Quote = "“The mole is as old as the harbour,”";

    private const string Paragraph =
        "The harbour board met on *Tuesday* and read the [survey](https://example.org/survey) of the mole, which **ends** in May. ";

    // A frame is painted after its animation callbacks; a message that is posted in one arrives after that.
    private const string Measure = """
        () => {
            globalThis.taken = [];
            addEventListener('keydown', ({ timeStamp }) => requestAnimationFrame(() => {
                const { port1, port2 } = new MessageChannel();
                port1.onmessage = () => taken.push(performance.now() - timeStamp);
                port2.postMessage(null);
            }), true);
        }
        """;

    [Theory]
    [InlineData("CodeMirror")]
    [InlineData("a text field")]
    public async Task A_key_in_an_article_of_100_KB_is_painted_soon(string editor)
    {
        var keys = int.Parse(Environment.GetEnvironmentVariable("NEWSROOM_TYPING") ?? "0", CultureInfo.InvariantCulture);
        Assert.SkipUnless(keys > 0, "Set NEWSROOM_TYPING to the number of keys to measure.");
        Assert.SkipUnless(ConsoleFiles.HasCodeMirror, "This test needs npm for the build.");
        var paragraphs = Enumerable.Range(0, 140).Select(i => $"{i}. {string.Concat(Enumerable.Repeat(Paragraph, 6))}");
        var body = $"{Quote} said Oona Strand.\n\n{string.Join("\n\n", paragraphs)}";
        body.Length.ShouldBeInRange(100_000, 110_000);
        var story = await host.DraftAsync($"Typing in {editor}", body, Quote);
        var ana = await Window.SignInAsync(host, "Ana Lindqvist", await browser.OpenAsync());
        if (editor != "CodeMirror")
        {
            await ana.Page.RouteAsync("**/codemirror.js*", route => route.AbortAsync());
        }

        await ana.OpenAsync($"/stories/{story}/edit");
        var text = ana.TextBox("Body (Markdown)");
        await text.ClickAsync();
        await text.PressAsync("Control+Home");
        for (var line = 0; line < 40; line++)
        {
            await text.PressAsync("PageDown");
        }

        await ana.Page.EvaluateAsync(Measure);
        await ana.Page.Keyboard.TypeAsync(string.Concat(Enumerable.Repeat("The quay. ", keys / 10)), new() { Delay = 60 });
        await Expect(ana.Page.Locator("#body")).ToHaveValueAsync(new System.Text.RegularExpressions.Regex(@"(The quay\. ){10}"));

        var taken = (await ana.Page.EvaluateAsync<double[]>("taken")).Order().ToList();
        TestContext.Current.SendDiagnosticMessage(
            $"{editor}: {taken.Count} keys, median {taken[taken.Count / 2]:F1} ms, p99 {taken[taken.Count * 99 / 100]:F1} ms"
        );
        taken[taken.Count / 2].ShouldBeLessThan(100);
        await ana.LeaveAsync();
    }
}
