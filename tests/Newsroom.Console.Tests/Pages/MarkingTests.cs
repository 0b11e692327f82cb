using System.Net;
using System.Text.Json.Nodes;
using AngleSharp.Dom;
using Newsroom.Domain.Kernel;

namespace Newsroom.Console.Tests.Pages;

/// <summary>Words become passages: pasted, or selected in a browser.</summary>
public sealed class MarkingTests(ConsoleHost host, Browser browser)
{
    private const string Quote = "“The pier is closed for good,”";

    private const string Other = "“The *long* [stairs](https://x.example/stairs) are next\nof all,”";

    private const string Body = $"{Quote} said Oona Strand.\n\n{Other} Dorrit Pell said. The pier closed in May.";

    [Fact]
    public async Task Pasted_words_are_attributed_with_their_marks()
    {
        var story = await DraftAsync("Pier attributed");
        using var ana = await OpenAsync("Ana Lindqvist", story);

        ana.Fill("Words: select them in the article, or paste them", "The long stairs are next of all");
        ana.Fill("Speaker", "dorrit-pell");
        await ana.PressAsync("Attribute");

        ana.TextOf("[role=status]").ShouldContain("Attribute quote: done.");
        var quote = (await ReadAsync(story))["quotes"]![1]!;
        quote["words"]!.GetValue<string>().ShouldBe(Other);
        quote["speaker"]!.GetValue<string>().ShouldBe("dorrit-pell");
    }

    [Fact]
    public async Task A_claim_a_note_and_a_dismissal_are_forms_too()
    {
        var story = await DraftAsync("Pier flagged");
        using var ana = await OpenAsync("Ana Lindqvist", story);

        ana.Fill("Words: select them in the article, or paste them", "closed in May");
        await ana.PressAsync("Flag");
        (await ReadAsync(story))["claims"]![0]!["words"]!.GetValue<string>().ShouldBe("The pier closed in May.");

        ana.Fill("Words: select them in the article, or paste them", "closed in May");
        ana.Fill("Text of the note", "Which year?");
        await ana.PressAsync("Note");
        ana.Region("Open notes").ShouldContain("on c1");
        ana.Fill("Words: select them in the article, or paste them", "Dorrit Pell");
        ana.Fill("Text of the note", "Ask again.");
        await ana.PressAsync("Note");
        ana.Region("Open notes").ShouldContain("On “Dorrit Pell”: Ask again.");

        ana.Fill("Words: select them in the article, or paste them", "The long stairs are next of all,");
        ana.Fill("Reason", "A sign.");
        await ana.PressAsync("Dismiss");
        ana.TextOf("[role=status]").ShouldContain("Dismiss quotation: done.");
    }

    [Fact]
    public async Task Words_that_are_not_there_are_refused_and_the_form_keeps_them()
    {
        var story = await DraftAsync("Pier refused");
        using var ana = await OpenAsync("Ana Lindqvist", story);
        ana.Fill("Words: select them in the article, or paste them", "<b>No such words</b>");

        await ana.PressAsync("Flag");

        ana.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        ana.Refusal.ShouldContain("The body does not have these words");
        ana.ValueOf("Words: select them in the article, or paste them").ShouldBe("<b>No such words</b>");
        ana.Page.QuerySelector("details#mark[open]").ShouldNotBeNull();
    }

    [Fact]
    public async Task Of_words_that_occur_twice_one_is_chosen()
    {
        var story = await DraftAsync("Pier twice");
        using var ana = await OpenAsync("Ana Lindqvist", story);
        ana.Fill("Words: select them in the article, or paste them", "The pier");
        await ana.PressAsync("Flag");
        ana.Refusal.ShouldContain("more than once");

        ana.Fill("Occurrence, where the words are there more than once", "2");
        await ana.PressAsync("Flag");

        (await ReadAsync(story))["claims"]![0]!["words"]!.GetValue<string>().ShouldBe("The pier closed in May.");
    }

    [Fact]
    public async Task A_selection_in_the_browser_names_its_place_across_emphasis_links_and_line_ends()
    {
        var story = await DraftAsync("Pier selected");
        var ana = await Window.SignInAsync(host, "Ana Lindqvist", await browser.OpenAsync());
        await ana.OpenAsync($"/stories/{story}");

        // From the middle of one text node to the middle of another one.
        await ana.Page.EvaluateAsync(
            """
            () => {
                const body = document.querySelector('[data-field=body]');
                const em = body.querySelector('em').firstChild;
                const last = body.querySelector('a[href*=stairs]').nextSibling;
                const before = body.querySelector('em').previousSibling;
                document.getSelection().setBaseAndExtent(before, before.data.indexOf('The'), last, last.data.indexOf(','));
            }
            """
        );
        await Microsoft.Playwright.Assertions.Expect(ana.Page.Locator("#mark-words")).ToHaveValueAsync("The long stairs are next of all");
        await ana.Page.GetByLabel("Speaker").SelectOptionAsync("dorrit-pell");
        await ana.PressAsync("Attribute");

        await Microsoft.Playwright.Assertions.Expect(ana.Page.Locator("p.done")).ToContainTextAsync("done");
        (await ReadAsync(story))["quotes"]![1]!["words"]!.GetValue<string>().ShouldBe(Other);
        await ana.LeaveAsync();
    }

    private async Task<Visitor> OpenAsync(string person, Guid story)
    {
        var visitor = await Visitor.OfAsync(host, person);
        await visitor.OpenAsync($"/stories/{story}");
        return visitor;
    }

    private Task<Guid> DraftAsync(string headline) => host.DraftAsync(headline, Body, Quote);

    private Task<JsonNode> ReadAsync(Guid story) => host.SendAsync(HttpMethod.Get, $"/stories/{story}", "ana", Role.Editor);
}
