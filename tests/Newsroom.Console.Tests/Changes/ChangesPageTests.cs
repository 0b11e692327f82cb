using System.Net;
using System.Net.ServerSentEvents;
using System.Text.Json.Nodes;
using Microsoft.Playwright;
using Newsroom.Console.Changes;
using Newsroom.Domain.Kernel;
using static Microsoft.Playwright.Assertions;

namespace Newsroom.Console.Tests.Changes;

/// <summary>Open pages learn which stories changed.</summary>
public sealed class ChangesPageTests(ConsoleHost host, Browser browser)
{
    private const string Quote = "“The ferry was late on every day,”";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_change_has_story_version_and_desk_and_nothing_else()
    {
        using var liv = await Visitor.SignInAsync(host, "Liv Tangerud");
        await using var changes = await ListenAsync(liv);
        var story = await host.DraftAsync("A late ferry", $"{Quote} said Oona Strand.", Quote);
        var change = await NextOfAsync(changes, story);
        change.ToJsonString().ShouldNotContain("ferry");
        change.AsObject().Select(member => member.Key).Order(StringComparer.Ordinal).ShouldBe(["desk", "story", "version"]);
        ($"{change["desk"]}", change["version"]!.GetValue<long>()).ShouldBe(("culture", 1));
    }

    [Fact]
    public async Task Changes_of_a_confidential_story_reach_its_readers_only()
    {
        var hidden = await host.DraftAsync("A secret ferry", $"{Quote} said Oona Strand.", Quote);
        var reason = new { reason = "Sources", readers = Array.Empty<string>() };
        await host.SendAsync(HttpMethod.Post, $"/stories/{hidden}/mark-confidential", "ana", Role.Editor, reason, 2);
        using var liv = await Visitor.SignInAsync(host, "Liv Tangerud");
        using var kit = await Visitor.SignInAsync(host, "Kit Oyelaran");
        await using var toLiv = await ListenAsync(liv);
        await using var toKit = await ListenAsync(kit);
        await host.SendAsync(HttpMethod.Post, $"/stories/{hidden}/add-note", "ana", Role.Editor, new { text = "Who?" });
        var open = await host.DraftAsync("An open ferry", $"{Quote} said Oona Strand.", Quote);

        var seen = new List<string>();
        await NextOfAsync(toLiv, open, seen);
        seen.ShouldNotContain($"{hidden}");
        await NextOfAsync(toKit, hidden);
    }

    [Fact]
    public async Task A_browser_without_a_session_is_sent_to_the_sign_in()
    {
        using var answer = await host.Http.GetAsync("/console/changes", Cancellation);
        answer.StatusCode.ShouldBe(HttpStatusCode.Redirect);
    }

    [Fact]
    public async Task A_board_and_a_story_show_the_change_of_another_person()
    {
        var story = await host.DraftAsync("The board of ferries", $"{Quote} said Oona Strand.", Quote);
        var board = await Window.SignInAsync(host, "Ana Lindqvist", await browser.OpenAsync());
        var page = await Window.SignInAsync(host, "Tomas Reyne", await browser.OpenAsync());
        await board.OpenAsync("/desks/culture");
        await page.OpenAsync($"/stories/{story}");

        await ReviseAsync(story, "Ferries run again", basedOn: 2);
        await Expect(page.Heading).ToContainTextAsync("Ferries run again");
        await Expect(board.Page.Locator(".board")).ToContainTextAsync("Ferries run again");
        await board.LeaveAsync();

        // Words of the page that replaced the first are selected in it.
        await page.Page.EvaluateAsync("() => document.getSelection().selectAllChildren(document.querySelector('[data-field=headline]'))");
        await Expect(page.Page.Locator("#mark-words")).ToHaveValueAsync("Ferries run again");

        var note = page.Page.GetByLabel("Note", new() { Exact = true });
        await note.FillAsync("Half a sentence");
        await ReviseAsync(story, "Ferries stop", basedOn: 3);
        await Expect(page.Page.Locator("#live-status")).ToContainTextAsync("This page has changed");
        await Expect(note).ToHaveValueAsync("Half a sentence");
        await Expect(page.Heading).ToContainTextAsync("Ferries run again");
        await page.LeaveAsync();
    }

    [Fact]
    public async Task My_work_and_the_queue_of_checks_are_read_again()
    {
        // Other tests add to these lists, which show a page of the oldest: that they were read again is all that can be told.
        var work = await Window.SignInAsync(host, "Eirik Sundgard", await browser.OpenAsync());
        var queue = await Window.SignInAsync(host, "Eirik Sundgard", await browser.OpenAsync());
        await queue.OpenAsync("/checking?desk=culture&order=priority");

        await host.DraftAsync("Work on a ferry", $"{Quote} said Oona Strand.", Quote);

        await Expect(work.Page.Locator("#live-status")).ToContainTextAsync("Updated at");
        await Expect(queue.Page.Locator("#live-status")).ToContainTextAsync("Updated at");
        await work.LeaveAsync();
        await queue.LeaveAsync();
    }

    private async Task ReviseAsync(Guid story, string headline, long basedOn) =>
        await host.SendAsync(HttpMethod.Post, $"/stories/{story}/revise-article", "kit", Role.Reporter, new { headline }, basedOn);

    private static async Task<IAsyncEnumerator<SseItem<string>>> ListenAsync(Visitor visitor)
    {
        var stream = await visitor.ListenAsync("/changes");
        var changes = SseParser.Create(stream).EnumerateAsync(Cancellation).GetAsyncEnumerator(Cancellation);
        (await changes.MoveNextAsync()).ShouldBeTrue();
        changes.Current.EventType.ShouldBe(ChangeReader.Listening);
        return changes;
    }

    private static async Task<JsonNode> NextOfAsync(IAsyncEnumerator<SseItem<string>> changes, Guid story, List<string>? seen = null)
    {
        while (await changes.MoveNextAsync())
        {
            if (changes.Current.EventType != ChangeReader.Changed)
            {
                continue;
            }

            var change = JsonNode.Parse(changes.Current.Data)!;
            seen?.Add($"{change["story"]}");
            if ($"{change["story"]}" == $"{story}")
            {
                return change;
            }
        }

        throw new InvalidOperationException("The connection ended before the change.");
    }
}
