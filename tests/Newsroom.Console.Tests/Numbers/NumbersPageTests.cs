using System.Net;
using AngleSharp.Dom;
using Newsroom.Domain.Kernel;

namespace Newsroom.Console.Tests.Numbers;

/// <summary>Numbers by week, each chart with a table beside it.</summary>
public sealed class NumbersPageTests(ConsoleHost host)
{
    [Fact]
    public async Task Every_chart_has_a_title_a_description_and_a_table_of_its_values()
    {
        using var ana = await Visitor.OfAsync(host, "Ana Lindqvist");
        await ana.OpenAsync("/");
        await ana.FollowAsync("Numbers");
        ana.Heading.ShouldBe("Numbers");
        foreach (var id in new[] { "verify", "lapses", "corrections" })
        {
            var section = ana.Page.GetElementById(id).ShouldNotBeNull().ParentElement.ShouldNotBeNull();
            var chart = section.QuerySelector("svg[role=img]").ShouldNotBeNull(id);
            foreach (var named in chart.GetAttribute("aria-labelledby")!.Split(' '))
            {
                ana.Page.GetElementById(named).ShouldNotBeNull().TextContent.ShouldNotBeEmpty();
            }

            section.QuerySelectorAll("caption").ShouldHaveSingleItem();
            section.QuerySelectorAll("tbody tr").Length.ShouldBe(12);
            section.QuerySelectorAll("th[scope=col]").Length.ShouldBe(section.QuerySelectorAll("tfoot td").Length + 1);
            // The sample newsroom was made this week: the last row has its values, and the chart has a bar of them.
            Cells(section, "tbody tr:last-child").ShouldBe(Cells(section, "tfoot tr"));
            chart.QuerySelectorAll("rect title").ShouldContain(bar => bar.TextContent.Contains("-W", StringComparison.Ordinal));
        }

        ana.Region("By desk").ShouldContain("Harbour");
    }

    [Fact]
    public async Task A_desk_and_weeks_are_chosen_and_stay_in_the_form()
    {
        using var kit = await Visitor.OfAsync(host, "Kit Oyelaran");
        await kit.OpenAsync("/numbers");
        kit.Fill("Desk", "harbour");
        kit.Fill("First week", "2026-W01");
        kit.Fill("Last week", "2026-W03");
        await kit.PressAsync("Show");
        kit.ValueOf("Desk").ShouldBe("harbour");
        kit.ValueOf("First week").ShouldBe("2026-W01");
        var weeks = kit.Page.QuerySelectorAll("#verify ~ .charted tbody th").Select(th => th.TextContent);
        weeks.ShouldBe(["2026-W01", "2026-W02", "2026-W03"]);
        kit.Page.QuerySelector("#desks").ShouldBeNull();
        kit.Region("Time to verify").ShouldContain("Nothing to show in these weeks.");
        kit.Main.ShouldContain("in the time zone");
    }

    [Theory]
    [InlineData("?from=yesterday", 400, "“yesterday”|\"yesterday\"")]
    [InlineData("?from=2026-W11&to=2026-W10", 400, "is after the last")]
    [InlineData("?from=2025-W01&to=2026-W10", 400, "The most are 53")]
    [InlineData("?desk=nowhere", 404, "no desk")]
    public async Task What_the_API_refuses_is_shown_in_its_words(string query, int status, string words)
    {
        using var kit = await Visitor.OfAsync(host, "Kit Oyelaran");
        await kit.OpenAsync($"/numbers{query}");
        ((int)kit.Status).ShouldBe(status);
        words.Split('|').ShouldContain(word => kit.Main.Contains(word, StringComparison.Ordinal), kit.Main);
    }

    [Fact]
    public async Task A_hostile_name_of_a_desk_is_text()
    {
        const string hostile = "</title><script>alert(1)</script>\u05d0\" onload=\"x";
        await host.SendAsync(HttpMethod.Put, "/desks/hostile-numbers", "jonas", Role.Admin, new { name = hostile, language = "en" });
        using var kit = await Visitor.OfAsync(host, "Kit Oyelaran");
        await kit.OpenAsync("/numbers");
        kit.Status.ShouldBe(HttpStatusCode.OK);
        kit.Page.QuerySelectorAll("main bdi").ShouldContain(name => name.TextContent == hostile);
        kit.Page.QuerySelectorAll("script:not([src])").ShouldBeEmpty();
    }

    private static string[] Cells(IElement section, string row) =>
        [.. section.QuerySelectorAll($"{row} td").Select(td => td.TextContent)];
}
