using System.Net;
using AngleSharp.Dom;

namespace Newsroom.Console.Tests.Pages;

public sealed class WorklistPageTests(ConsoleHost host)
{
    private const string Quote = "“They count the boats twice a year,”";

    [Fact]
    public async Task My_work_leads_to_the_form_that_settles_the_first_item()
    {
        var story = await host.DraftAsync("Boats are counted", $"{Quote} said Oona Strand.", Quote);

        using var eirik = await Visitor.SignInAsync(host, "Eirik Sundgard");

        eirik.Page.Title!.ShouldMatch(@"^My work \(\d+\+?\) · Newsroom$");
        while (!eirik.Main.Contains("Boats are counted", StringComparison.Ordinal))
        {
            await eirik.FollowAsync("More work");
        }

        var item = eirik.Page.QuerySelectorAll(".work > li").Single(item => item.TextContent.Contains("Boats are counted"));
        item.TextContent.ShouldContain(Quote);
        await eirik.FollowAsync(item.QuerySelector("a")!);
        eirik.HasButton("Check q1").ShouldBeTrue();
        eirik.Page.Url.ShouldContain(story.ToString());
    }

    [Fact]
    public async Task The_board_shows_stories_by_stage_with_their_blockers_and_filters_them()
    {
        using var ana = await Visitor.SignInAsync(host, "Ana Lindqvist");
        await ana.FollowAsync("Harbour");

        ana.Region("In review").ShouldContain("Boatyard given until Christmas");
        ana.Region("In review").ShouldContain("quotes verified");
        ana.Fill("Blocked by", "legal-clearance");
        await ana.PressAsync("Filter");

        ana.Region("In review").ShouldNotContain("Boatyard given until Christmas");
        ana.ValueOf("Blocked by").ShouldBe("legal-clearance");
    }

    [Fact]
    public async Task What_the_API_does_not_find_is_a_page_with_its_words()
    {
        using var ana = await Visitor.SignInAsync(host, "Ana Lindqvist");

        await ana.OpenAsync("/desks/no-such-desk");

        ana.Status.ShouldBe(HttpStatusCode.NotFound);
        ana.Main.ShouldContain("There is no desk \"no-such-desk\".");
    }
}
