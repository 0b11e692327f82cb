using System.IO.Compression;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Newsroom.Console.Tests.EndToEnd;

/// <summary>
/// A story from its first word to its audit, by six people with a browser window each. Only the console sends commands.
/// </summary>
public sealed class SixPeopleTests(ConsoleHost host, Browser browser)
{
    private const string Quote = "“We keep the light burning through the winter,”";

    private const string Changed = "“We keep the light burning through the summer,”";

    private const string Body = $"{Quote} said Oona Strand, who looks after the lamp at the end of the pier.\n\nThe lamp is old.";

    private string story = "";

    [Fact]
    public async Task A_story_is_drafted_checked_approved_published_corrected_and_audited()
    {
        var liv = await OpenAsync("Liv Tangerud");
        var noor = await OpenAsync("Noor Haddon");
        var ana = await OpenAsync("Ana Lindqvist");
        var tomas = await OpenAsync("Tomas Reyne");
        var magnus = await OpenAsync("Magnus Tarrow");
        var wilma = await OpenAsync("Wilma Osei");

        await DraftAsync(liv);
        await CheckAsync(noor, "The recording of the call");
        await ReviseAsync(ana, Quote, Changed, lapses: "check of q1");
        await ExpectBlockedAsync(magnus);
        await CheckAsync(noor, "She was asked again");
        await ApproveAsync(tomas);
        await PublishAsync(magnus);
        await ExpectReadersHaveAsync(Changed[1..^2]);

        await ReviseAsync(ana, "The lamp is old.", "The lamp is from 1911.", lapses: "approval by Tomas Reyne");
        await SubmitAsync(ana);
        await ApproveAsync(tomas);
        await CorrectAsync(magnus);
        await ExpectReadersHaveAsync("The lamp is from 1911.");
        await AuditAsync(wilma);

        await Task.WhenAll(new[] { liv, noor, ana, tomas, magnus, wilma }.Select(person => person.LeaveAsync()));
    }

    private async Task DraftAsync(Window liv)
    {
        await liv.FollowAsync("New story");
        await liv.Field("Desk").SelectOptionAsync("culture");
        await liv.Field("Headline").FillAsync("The lamp of six people");
        await liv.PressAsync("Begin");
        await Expect(liv.Page).ToHaveURLAsync(new Regex("/edit$"));
        story = new Uri(liv.Page.Url).AbsolutePath.Split('/')[^2];
        await liv.TextBox("Body (Markdown)").FillAsync(Body);
        await liv.PressAsync("Save");
        await Expect(liv.Status).ToContainTextAsync("Revise article: done.");

        await liv.Page.EvaluateAsync(
            """
            () => {
                const words = document.querySelector('[data-field=body] p').firstChild;
                document.getSelection().setBaseAndExtent(words, 1, words, words.data.indexOf(','));
            }
            """
        );
        await liv.Field("Speaker").SelectOptionAsync("oona-strand");
        await liv.PressAsync("Attribute");
        await Expect(liv.Status).ToContainTextAsync("Attribute quote: done.");
        await SubmitAsync(liv);
    }

    private static async Task SubmitAsync(Window author)
    {
        await author.PressAsync("Submit for review");
        await Expect(author.Status).ToContainTextAsync("Submit for review: done.");
    }

    private async Task CheckAsync(Window noor, string evidence)
    {
        await noor.OpenAsync($"/checking?story={story}&passage=q1");
        await noor.Field("Verified").CheckAsync();
        await noor.Field("What it is").FillAsync(evidence);
        await noor.PressAsync("Check q1");
        await Expect(noor.Status).ToContainTextAsync("Fact check: done.");
    }

    private async Task ReviseAsync(Window ana, string old, string replacement, string lapses)
    {
        await ana.OpenAsync($"/stories/{story}/edit");
        var body = await ana.Page.Locator("#body").InputValueAsync();
        await ana.TextBox("Body (Markdown)").FillAsync(body.Replace(old, replacement, StringComparison.Ordinal));
        await ana.PressAsync("Save");
        await Expect(ana.Page.Locator("main")).ToContainTextAsync(lapses);
        await ana.PressAsync("Save with these effects");
        await Expect(ana.Status).ToContainTextAsync("Revise article: done.");
    }

    private async Task ExpectBlockedAsync(Window magnus)
    {
        await magnus.OpenAsync($"/stories/{story}/publish");
        await Expect(magnus.Page.Locator("main")).ToContainTextAsync("What blocks publication");
        await Expect(magnus.Page.GetByRole(AriaRole.Button, new() { Name = "Publish", Exact = true })).ToHaveCountAsync(0);
    }

    private async Task ApproveAsync(Window tomas)
    {
        await tomas.OpenAsync($"/stories/{story}");
        await tomas.PressAsync("Approve");
        await Expect(tomas.Status).ToContainTextAsync("Approve: done.");
    }

    private async Task PublishAsync(Window magnus)
    {
        await magnus.OpenAsync($"/stories/{story}/publish");
        await magnus.PressAsync("Publish");
        await Expect(magnus.Page.Locator("main")).ToContainTextAsync("Edition 1, live.");
    }

    private async Task CorrectAsync(Window magnus)
    {
        await magnus.OpenAsync($"/stories/{story}/publish");
        await Expect(magnus.Page.Locator("ins").First).ToHaveTextAsync("from 1911");
        await magnus.Field("Kind").SelectOptionAsync("correction");
        await magnus.Field("Note to readers").First.FillAsync("The lamp is from 1911.");
        await magnus.PressAsync("Correct");
        await Expect(magnus.Page.Locator("main")).ToContainTextAsync("Edition 2, live.");
    }

    private async Task ExpectReadersHaveAsync(string words)
    {
        var read = await host.Http.GetStringAsync("/published/the-lamp-of-six-people.md", TestContext.Current.CancellationToken);
        read.ShouldContain(words);
    }

    private async Task AuditAsync(Window wilma)
    {
        await host.CatchUpAsync();
        await wilma.OpenAsync($"/audit?story={story}");
        foreach (var person in new[] { "Liv Tangerud", "Noor Haddon", "Ana Lindqvist", "Tomas Reyne", "Magnus Tarrow" })
        {
            await Expect(wilma.Page.Locator("tbody")).ToContainTextAsync(person);
        }

        await wilma.Page.Locator("#bundle-story").FillAsync(story);
        var download = await wilma.Page.RunAndWaitForDownloadAsync(() => wilma.PressAsync("Download bundle"));
        await using var archive = await ZipFile.OpenReadAsync(await download.PathAsync(), TestContext.Current.CancellationToken);
        archive.Entries.ShouldContain(entry => entry.Name == "history.txt");
    }

    private async Task<Window> OpenAsync(string name) => await Window.SignInAsync(host, name, await browser.OpenAsync());
}
