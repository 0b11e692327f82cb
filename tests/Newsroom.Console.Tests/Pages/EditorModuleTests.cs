using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Newsroom.Console.Pages;
using Newsroom.Domain.Kernel;
using static Microsoft.Playwright.Assertions;

namespace Newsroom.Console.Tests.Pages;

/// <summary>
/// The editor with scripts: CodeMirror if the build has it, and drafts that the browser keeps.
/// </summary>
public sealed partial class EditorModuleTests(ConsoleHost host, Browser browser)
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

        await ana.TextBox("Headline").PressAsync("Control+End");
        await ana.TextBox("Headline").PressSequentiallyAsync("!");
        await ana.Page.ReloadAsync();

        asked.ShouldBe(["beforeunload"]);
        var headline = ana.Page.Locator("#headline");
        await Expect(headline).ToHaveValueAsync("Kept by the browser");
        await Expect(ana.Page.GetByRole(AriaRole.Status)).ToContainTextAsync("This browser has texts that were not saved");
        await ana.PressAsync("Use them");
        await Expect(headline).ToHaveValueAsync("Kept by the browser!");
        await Expect(ana.TextBox("Body (Markdown)")).ToBeFocusedAsync();
        await ana.PressAsync("Save");
        await Expect(ana.Heading).ToContainTextAsync("Kept by the browser!");
        asked.Count.ShouldBe(1);
        (await ana.Page.EvaluateAsync<int>("localStorage.length")).ShouldBe(0);
        await ana.LeaveAsync();
    }

    [Fact]
    public async Task The_text_is_saved_as_it_is_typed_with_its_line_ends_and_marks_follow_the_typing()
    {
        Assert.SkipUnless(ConsoleFiles.HasCodeMirror, "This test needs npm for the build: without it, the editor is a text field.");
        var body = $"1) one\t  \r\n\r\n   *{Quote}* said Oona Strand.\r\n- `<script>alert(1)</script>`\r\n\r\n";
        var story = await host.DraftAsync("Typed in CodeMirror", body, Quote);
        var ana = await Window.SignInAsync(host, "Ana Lindqvist", await browser.OpenAsync());
        var said = new List<string>();
        ana.Page.Console += (_, message) => said.Add(message.Text);
        await ana.OpenAsync($"/stories/{story}/edit");
        var text = ana.TextBox("Body (Markdown)");
        await Expect(text.Locator("mark.unchecked")).ToHaveTextAsync(Quote);
        await Expect(text.Locator("mark.unchecked")).ToHaveAttributeAsync("title", "q1 unchecked");

        await text.PressAsync("Control+Home");
        await text.PressSequentiallyAsync("- zero\n   ");
        await Expect(text.Locator("mark.unchecked")).ToHaveTextAsync(Quote);
        await text.PressAsync("Control+End");
        await text.PressSequentiallyAsync("The end");
        await text.PressAsync("Tab");
        await Expect(ana.Page.GetByRole(AriaRole.Button, new() { Name = "Save", Exact = true })).ToBeFocusedAsync();
        await ana.PressAsync("Preview");
        await Expect(ana.TextBox("Body (Markdown)").Locator("mark.unchecked")).ToHaveTextAsync(Quote);
        await ana.PressAsync("Save with these effects");

        await Expect(ana.Heading).ToContainTextAsync("Typed in CodeMirror");
        var saved = await host.SendAsync(HttpMethod.Get, $"/stories/{story}", "ana", Role.Editor);
        saved["article"]!["body"]!.GetValue<string>().ShouldBe($"- zero\r\n   {body}The end");
        said.ShouldBeEmpty();
        await ana.LeaveAsync();
    }

    [Fact]
    public async Task The_style_sheets_of_CodeMirror_have_a_nonce_and_no_style_is_inline()
    {
        var (policy, page) = await ReadAsync("/stories/long-slip-notice/edit");
        var nonce = Nonce().Match(policy).Groups[1].Value;
        nonce.Length.ShouldBe(24);
        page.ShouldContain($"nonce=\"{nonce}\"");

        (await ReadAsync("/stories/long-slip-notice/edit")).Policy.ShouldNotBe(policy);
        (await ReadAsync("/stories/long-slip-notice")).Policy.ShouldNotContain("nonce");
        policy.ShouldNotContain("unsafe");
    }

    private async Task<(string Policy, string Page)> ReadAsync(string path)
    {
        using var ana = await Visitor.OfAsync(host, "Ana Lindqvist");
        using var answer = await ana.DownloadAsync(path);
        var page = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        return (answer.Headers.GetValues("Content-Security-Policy").Single(), page.Replace("&#x2B;", "+", StringComparison.Ordinal));
    }

    [GeneratedRegex("style-src 'self' 'nonce-([^']+)'")]
    private static partial Regex Nonce();
}
