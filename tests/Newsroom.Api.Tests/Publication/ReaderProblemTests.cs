using Newsroom.Domain.Kernel;
using Newsroom.Formats;

namespace Newsroom.Api.Tests.Publication;

/// <summary>A reader's browser gets the problems of public reads as pages; programs get problem details.</summary>
public sealed class ReaderProblemTests(Newsroom newsroom)
{
    private const string Browser = "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8";

    [Theory]
    [InlineData("/published/no-such-story", 404, "Nothing is published as")]
    [InlineData("/published/no-such-story.ninjs", 404, "Nothing is published as")]
    [InlineData("/published/no-such-story.proof", 404, "Nothing is published as")]
    [InlineData("/published/no-such-story.pdf", 406, ".html, .ninjs")]
    [InlineData("/published/no-such-story?at=yesterday", 400, "at")]
    [InlineData("/published/no-such-story?colour=red", 400, "colour: ")]
    [InlineData("/published/no-such-story?at=%FF", 400, "UTF-8")]
    [InlineData("/published/feed.atom?desk=no-such-desk", 404, "no desk")]
    [InlineData("/published?after=nothing", 400, "after")]
    [InlineData("/corrections?limit=0", 400, "limit: ")]
    public async Task A_browser_gets_a_page_and_a_program_problem_details(string address, int status, string words)
    {
        var page = await ReadAsync(address, Browser);
        IsPage(page, status);
        page.Text.ShouldContain(words);
        page.Headers["Vary"].ShouldContain("Accept");
        foreach (var accepted in new[] { null, "*/*", "application/json", "application/json, text/html;q=0.9", "*/*;q=0.5" })
        {
            (await ReadAsync(address, accepted)).Is(status).ContentType.ShouldBe("application/problem+json");
        }
    }

    [Theory]
    [InlineData("/published/no-such-story.html", 404)]
    [InlineData("/published/no-such-story.html?at=yesterday", 400)]
    [InlineData("/published/no-such-story.html?colour=red", 400)]
    public async Task An_address_of_HTML_is_always_HTML(string address, int status)
    {
        foreach (var accepted in new[] { null, "*/*", "application/json", Browser })
        {
            IsPage(await ReadAsync(address, accepted), status);
        }
    }

    [Fact]
    public async Task Withheld_and_killed_stories_are_pages_in_a_browser()
    {
        var story = await PublishedStories.PublishAsync(newsroom, "Taken from readers");
        (await story.DoAsync("withhold", "pia", Role.Publisher, new { reason = "Checking." })).Is(200);
        foreach (var (address, accepted) in new[] { ($"/published/{story.Slug}", Browser), ($"/published/{story.Slug}.html", "*/*") })
        {
            IsPage(await ReadAsync(address, accepted), 404);
        }

        IsPage(await ReadAsync($"/published/{story.Slug}.proof", Browser), 404);
        (await story.DoAsync("kill", "lea", Role.Legal, new { reason = "An order.", notice = "We <withdraw> it." })).Is(200);
        foreach (var extension in new[] { "", ".html", ".proof" })
        {
            var page = await ReadAsync($"/published/{story.Slug}{extension}", Browser);
            IsPage(page, 410);
            page.Text.ShouldContain("We &lt;withdraw&gt; it.");
        }

        (await ReadAsync($"/published/{story.Slug}", "application/json")).IsRefused(410, "killed");
    }

    [Fact]
    public async Task Words_of_the_address_are_text()
    {
        var page = await ReadAsync($"/published/{Uri.EscapeDataString("<script>alert(1)</script>&\"")}", Browser);
        page.Is(404).Text.ShouldNotContain("<script");
        page.Text.ShouldContain("&lt;script&gt;");
    }

    [Fact]
    public async Task Staff_get_problem_details()
    {
        var refused = await newsroom.As("rita", Role.Reporter).SendAsync(HttpMethod.Get, "/stories/none", null, null, ("Accept", Browser));
        refused.Is(404).ContentType.ShouldBe("application/problem+json");
        (await ReadAsync("/stories", Browser)).Is(401).ContentType.ShouldBe("application/problem+json");
    }

    private static void IsPage(Answer answer, int status)
    {
        answer.Is(status).ContentType.ShouldBe("text/html");
        answer.Headers["Content-Security-Policy"].ShouldBe(HtmlPage.ContentSecurityPolicy);
        answer.Headers["X-Content-Type-Options"].ShouldBe("nosniff");
        answer.Headers["Cache-Control"].ShouldBe("no-store");
        answer.Text.ShouldStartWith("<!DOCTYPE html>");
    }

    private Task<Answer> ReadAsync(string address, string? accepted) =>
        newsroom
            .Reader()
            .SendAsync(HttpMethod.Get, address, null, null, accepted is null ? [] : [("Accept", accepted)]);
}
