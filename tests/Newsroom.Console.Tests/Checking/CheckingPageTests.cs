using System.Net;
using System.Security.Cryptography;
using Microsoft.Playwright;
using Newsroom.Console.Pages;
using Newsroom.Domain.Kernel;
using static Microsoft.Playwright.Assertions;

namespace Newsroom.Console.Tests.Checking;

/// <summary>The queue of checks, with and without scripts.</summary>
public sealed class CheckingPageTests(ConsoleHost host, Browser browser)
{
    private const string Quote = "“The tide took the second pontoon,”";

    private const string Body = $"It is winter.\n\n{Quote} said Oona Strand. No one saw it.\n\nThe end.";

    [Fact]
    public async Task The_queue_leads_to_its_first_passage()
    {
        using var noor = await Visitor.SignInAsync(host, "Noor Haddon");
        await noor.FollowAsync("Checking");
        noor.Page.Url.ShouldContain("passage=");
        noor.TextOf(".queue [aria-current]").ShouldNotBeEmpty();
        noor.Page.QuerySelector(".paragraph mark").ShouldNotBeNull();
    }

    [Fact]
    public async Task A_passage_is_shown_in_its_paragraph_and_its_check_leads_to_the_next()
    {
        var story = await host.DraftAsync("The second pontoon", Body, Quote);
        using var noor = await Visitor.SignInAsync(host, "Noor Haddon");
        await noor.OpenAsync(AddressOf(story));

        noor.TextOf(".paragraph").ShouldBe($"{Quote} said Oona Strand. No one saw it.");
        noor.TextOf(".paragraph mark").ShouldBe(Quote);
        noor.Main.ShouldContain("No one has checked it.");
        noor.Fill("Verified");
        noor.Fill("What it is", "Recording of the interview");
        noor.Fill("SHA-256 of a copy that is kept (optional)", new string('a', 64));
        await noor.PressAsync("Check q1");

        noor.Status.ShouldBe(HttpStatusCode.OK);
        noor.TextOf("[role=status]").ShouldBe("Fact check: done.");
        noor.Page.Url.ShouldNotContain(story.ToString());
        await noor.OpenAsync(AddressOf(story));
        noor.TextOf(".checks").ShouldContain("Recording of the interview");
    }

    [Fact]
    public async Task The_last_check_of_a_queue_says_so()
    {
        await host.SendAsync(HttpMethod.Put, "/desks/pier", "jonas", Role.Admin, new { name = "Pier", language = "en" });
        var story = await host.DraftAsync("The last pontoon", Body, Quote, desk: "pier");
        using var noor = await Visitor.SignInAsync(host, "Noor Haddon");
        await noor.OpenAsync("/checking?desk=pier");
        noor.TextOf("#selected").ShouldContain("The last pontoon");
        noor.Fill("Verified");
        noor.Fill("What it is", "Recording");
        await noor.PressAsync("Check q1");
        noor.Main.ShouldContain("That was the last passage of this queue.");
        await host.CatchUpAsync();
        await noor.OpenAsync("/checking?desk=pier");
        noor.Main.ShouldContain("No passage awaits a check here.");
        noor.Page.Body!.TextContent.ShouldNotContain(story.ToString());
    }

    [Fact]
    public async Task A_refused_check_keeps_what_was_written()
    {
        var story = await host.DraftAsync("The refused pontoon", Body, Quote);
        using var noor = await Visitor.SignInAsync(host, "Noor Haddon");
        await noor.OpenAsync(AddressOf(story));
        noor.Fill("Verified");
        noor.Fill("Method (optional)", "Asked <twice>");
        await noor.PressAsync("Check q1");
        noor.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        noor.Refusal.ShouldContain("evidence");
        noor.ValueOf("Method (optional)").ShouldBe("Asked <twice>");
        noor.ValueOf("Verified").ShouldBe("chosen");
    }

    [Fact]
    public async Task A_claim_is_shown_to_others_and_can_be_released()
    {
        var story = await host.DraftAsync("The claimed pontoon", Body, Quote);
        using var noor = await Visitor.SignInAsync(host, "Noor Haddon");
        await noor.OpenAsync(AddressOf(story));
        noor.HasButton("Release the check").ShouldBeFalse();
        await noor.PressAsync("Claim the check");
        noor.Main.ShouldContain("Being checked by Noor Haddon");

        using var eirik = await Visitor.SignInAsync(host, "Eirik Sundgard");
        await eirik.OpenAsync(AddressOf(story));
        eirik.Main.ShouldContain("Being checked by Noor Haddon");
        eirik.HasButton("Claim the check").ShouldBeFalse();
        eirik.HasButton("Check q1").ShouldBeTrue("A claim stops no one.");

        await noor.PressAsync("Release the check");
        noor.HasButton("Claim the check").ShouldBeTrue();
    }

    [Fact]
    public async Task Lapsed_words_are_compared_with_those_last_checked_and_the_speakers_other_quotes_are_listed()
    {
        await host.DraftAsync("Another quote of Oona", "“We moor where we like,” said Oona Strand.", "“We moor where we like,”");
        using var noor = await Visitor.SignInAsync(host, "Noor Haddon");
        await noor.OpenAsync("/checking?story=long-slip-notice&passage=q3");
        noor.TextOf("#selected").ShouldStartWith("Quote q3 of");
        noor.TextOf(".selected-passage > .diff ins").ShouldContain("[the slip]");
        noor.TextOf(".checks").ShouldContain("lapsed");
        noor.TextOf(".others").ShouldContain("“");
    }

    [Theory]
    [InlineData("/checking?story=no-such-story&passage=q1", 404, "There is no story")]
    [InlineData("/checking?story=long-slip-notice&passage=q99", 404, "The story has no passage \"q99\".")]
    [InlineData("/checking?order=sideways", 400, "order")]
    [InlineData("/checking?after=nonsense", 400, "after")]
    public async Task What_does_not_exist_is_a_page_that_says_so(string path, int status, string words)
    {
        using var noor = await Visitor.SignInAsync(host, "Noor Haddon");
        await noor.OpenAsync(path);
        ((int)noor.Status).ShouldBe(status);
        noor.Main.ShouldContain(words);
    }

    [Fact]
    public async Task Hostile_words_are_text()
    {
        const string hostile = @"“\</mark>\</blockquote>\<script>alert(1)\</script> it said here,”";
        var story = await host.DraftAsync("Hostile pontoon <script>", $"{hostile} said Oona Strand.", hostile);
        using var noor = await Visitor.SignInAsync(host, "Noor Haddon");
        await noor.OpenAsync(AddressOf(story));
        noor.TextOf(".paragraph mark").ShouldContain("script>alert(1)");
        noor.Page.QuerySelectorAll("script:not([src])").ShouldBeEmpty();
    }

    [Fact]
    public async Task The_digest_of_a_large_file_is_computed_in_parts()
    {
        Assert.SkipUnless(ConsoleFiles.DigestsAddress("") is not null, "This test needs npm for the build.");
        var story = await host.DraftAsync("The pontoon by video", Body, Quote);
        var noor = await Window.SignInAsync(host, "Noor Haddon", await browser.OpenAsync());
        await noor.OpenAsync(AddressOf(story));
        var video = Path.Combine(Path.GetTempPath(), $"newsroom-video-{Guid.NewGuid():N}");
        try
        {
            string expected;
            await using (var file = new FileStream(video, FileMode.CreateNew, FileAccess.ReadWrite))
            {
                file.SetLength(120_000_000);
                file.Position = 110_000_000;
                file.Write("the pier opens"u8);
                file.Position = 0;
                expected = Convert.ToHexStringLower(await SHA256.HashDataAsync(file, TestContext.Current.CancellationToken));
            }

            await noor.Page.GetByLabel("Compute it from a file").SetInputFilesAsync(video);
            var digest = noor.Page.GetByLabel("SHA-256 of a copy that is kept (optional)");
            await Expect(digest).ToHaveValueAsync(expected, new() { Timeout = 60_000 });
        }
        finally
        {
            File.Delete(video);
        }

        await noor.LeaveAsync();
    }

    [Fact]
    public async Task A_check_is_given_by_keyboard_with_the_digest_of_a_file()
    {
        var story = await host.DraftAsync("The pontoon by keyboard", Body, Quote);
        var noor = await Window.SignInAsync(host, "Noor Haddon", await browser.OpenAsync());
        await noor.OpenAsync(AddressOf(story));
        var content = "the log of the pier"u8.ToArray();
        await noor.Page.GetByLabel("Compute it from a file").SetInputFilesAsync(new FilePayload { Name = "log.txt", Buffer = content });
        var digest = noor.Page.GetByLabel("SHA-256 of a copy that is kept (optional)");
        await Expect(digest).ToHaveValueAsync(Convert.ToHexStringLower(SHA256.HashData(content)));

        await noor.Page.Locator("#main").FocusAsync();
        await noor.Page.Keyboard.PressAsync("v");
        await Expect(noor.Page.GetByLabel("Verified", new() { Exact = true })).ToBeCheckedAsync();
        await noor.Page.Keyboard.PressAsync("e");
        await noor.Page.Keyboard.TypeAsync("The log, read by v and d");
        await Expect(noor.Page.GetByLabel("Verified", new() { Exact = true })).ToBeCheckedAsync();
        await noor.Page.Keyboard.PressAsync("Control+Enter");
        await Expect(noor.Page.Locator("[role=status]").First).ToContainTextAsync("Fact check: done.");
        await noor.OpenAsync(AddressOf(story));
        await Expect(noor.Page.Locator(".checks")).ToContainTextAsync("The log, read by v and d");
        await noor.LeaveAsync();
    }

    private static string AddressOf(Guid story) => $"/checking?story={story}&passage=q1";
}
