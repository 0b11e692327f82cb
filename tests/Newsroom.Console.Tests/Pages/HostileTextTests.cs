using Microsoft.Playwright;
using Newsroom.Domain.Kernel;
using static Microsoft.Playwright.Assertions;

namespace Newsroom.Console.Tests.Pages;

/// <summary>Text of other people is never markup: no script runs, and no request leaves for another host.</summary>
public sealed class HostileTextTests(ConsoleHost host, Browser browser)
{
    private const string Markup = "</title></textarea><script>alert(1)</script><img src=x onerror=alert(1)>'\"";

    // What would run or be loaded.
    private const string Active = "script:not([src^='/console/']), img, [onmouseover], [onerror], a[href^='javascript']";

    private const string Body = """
        “All of it is broken here, isn't it,” said Oona Strand. [Click](javascript:alert(1)) ![seen](https://elsewhere.example/x.png)

        [x](https://elsewhere.example/"onmouseover="alert(1)) `<script>alert(1)</script>`
        """;

    [Fact]
    public async Task Hostile_text_in_every_field_runs_no_script_and_loads_nothing_from_elsewhere()
    {
        var story = await DraftAsync();
        var page = await browser.OpenAsync();
        var (said, asked) = (new List<string>(), new List<string>());
        page.Dialog += (_, dialog) => said.Add(dialog.Message);
        page.Console += (_, message) => said.Add(message.Text);
        page.Request += (_, request) => asked.Add(new Uri(request.Url).Authority);
        var ana = await Window.SignInAsync(host, "Ana Lindqvist", page);

        var filtered = $"/desks/culture?assignee={Uri.EscapeDataString(Markup)}";
        var read = $"/stories/{story}";
        string[] paths =
        [
            $"{read}?passage=q1",
            $"{read}/edit",
            $"{read}/publish",
            $"{read}/manage",
            $"{read}/replay",
            "/desks/culture",
            "/",
            filtered,
            $"/draft?translationOf={Uri.EscapeDataString(Markup)}",
        ];
        foreach (var path in paths)
        {
            await ana.OpenAsync(path);
            await Expect(ana.Heading).ToBeVisibleAsync();
        }

        await ana.OpenAsync($"/stories/{story}?passage=q1");
        await Expect(ana.Heading).ToContainTextAsync("<script>alert(1)</script>");
        await Expect(ana.Page.Locator(".body")).ToContainTextAsync("Click");
        (await ana.Page.Locator(Active).CountAsync()).ShouldBe(0);
        await ana.Page.GetByLabel("Note on q1").FillAsync(Markup);
        await ana.PressAsync("Add note");
        await Expect(ana.Page.Locator("main")).ToContainTextAsync(Markup);
        said.ShouldBeEmpty();
        asked.Distinct().ShouldBe([host.Address.Authority]);
        await ana.LeaveAsync();
    }

    [Fact]
    public async Task Hostile_text_in_what_an_admin_manages_runs_no_script_and_loads_nothing_from_elsewhere()
    {
        var (subscriber, speaker, desk) = ("hostile-news", "hostile-speaker", "hostile-desk");
        var registration = new
        {
            id = subscriber,
            name = Markup,
            url = "https://elsewhere.example/in",
        };
        await host.SendAsync(HttpMethod.Post, "/subscribers/register-subscriber", "jonas", Role.Admin, registration);
        var pause = new { reason = Markup };
        await host.SendAsync(HttpMethod.Post, $"/subscribers/{subscriber}/pause-subscriber", "jonas", Role.Admin, pause);
        var named = new { id = speaker, name = Markup };
        await host.SendAsync(HttpMethod.Post, "/speakers/register-speaker", "kit", Role.Reporter, named);
        await host.SendAsync(HttpMethod.Put, $"/desks/{desk}", "jonas", Role.Admin, new { name = Markup, language = "en" });
        await host.CatchUpAsync();
        var page = await browser.OpenAsync();
        var (said, asked) = (new List<string>(), new List<string>());
        page.Dialog += (_, dialog) => said.Add(dialog.Message);
        page.Console += (_, message) => said.Add(message.Text);
        page.Request += (_, request) => asked.Add(new Uri(request.Url).Authority);
        var jonas = await Window.SignInAsync(host, "Jonas Thrale", page);

        string[] paths =
        [
            "/subscribers",
            $"/subscribers/{subscriber}",
            "/speakers",
            $"/speakers/{speaker}",
            "/settings",
            $"/desks/{desk}/settings",
            $"/desks/{desk}",
            "/numbers",
        ];
        foreach (var path in paths)
        {
            await jonas.OpenAsync(path);
            await Expect(jonas.Heading).ToBeVisibleAsync();
            await Expect(jonas.Page.Locator("main")).ToContainTextAsync("<script>alert(1)</script>");
            (await jonas.Page.Locator(Active).CountAsync()).ShouldBe(0, path);
        }

        said.ShouldBeEmpty();
        asked.Distinct().ShouldBe([host.Address.Authority]);
        await jonas.LeaveAsync();
    }

    private async Task<Guid> DraftAsync()
    {
        var draft = new
        {
            desk = "culture",
            headline = $"Hostile {Markup}",
            standfirst = Markup,
            byline = Markup,
            dateline = Markup,
            body = Body,
        };
        var drafted = await host.SendAsync(HttpMethod.Post, "/stories/draft-article", "kit", Role.Reporter, draft);
        var story = drafted["story"]!.GetValue<Guid>();
        var quote = new
        {
            words = "“All of it is broken here, isn't it,”",
            speaker = "oona-strand",
        };
        await host.SendAsync(HttpMethod.Post, $"/stories/{story}/attribute-quote", "kit", Role.Reporter, quote, 1);
        await host.CatchUpAsync();
        return story;
    }
}
