using System.Net;
using System.Text.RegularExpressions;
using Newsroom.Domain.Kernel;

namespace Newsroom.Console.Tests.Managing;

public sealed partial class DraftPageTests(ConsoleHost host)
{
    [Fact]
    public async Task A_story_begins_with_its_headline_and_opens_in_the_editor()
    {
        using var liv = await Visitor.OfAsync(host, "Liv Tangerud");
        await liv.OpenAsync("/");
        await liv.FollowAsync("New story");
        liv.Fill("Desk", "culture");
        liv.Fill("Headline", "The <b>quay</b> is sold");
        liv.Fill("Language, such as en or nb-NO (that of the desk by default)", "nb");
        liv.Fill("Genre", "fact-check");
        liv.Fill("Byline (optional)", "Liv & Idris");

        await liv.PressAsync("Begin");

        liv.ValueOf("Headline").ShouldBe("The <b>quay</b> is sold");
        var story = await host.SendAsync(HttpMethod.Get, $"/stories/{StoryOf(liv)}", "liv", Role.Reporter);
        story["language"]!.GetValue<string>().ShouldBe("nb");
        story["genre"]!.GetValue<string>().ShouldBe("fact-check");
        story["article"]!["byline"]!.GetValue<string>().ShouldBe("Liv & Idris");
        story["drafter"]!.GetValue<string>().ShouldStartWith("liv@");
    }

    [Fact]
    public async Task A_confidential_story_is_so_from_the_beginning()
    {
        using var liv = await Visitor.OfAsync(host, "Liv Tangerud");
        await liv.OpenAsync("/draft?desk=culture");
        liv.Fill("Headline", "The sources of the quay");
        liv.Fill("Confidential from the beginning");

        await liv.PressAsync("Begin");

        using var noor = await Visitor.OfAsync(host, "Noor Haddon");
        await noor.OpenAsync($"/stories/{StoryOf(liv)}");
        noor.Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task A_translation_names_its_original()
    {
        const string quote = "“The quay is old,”";
        var original = await host.DraftAsync("The old quay", $"{quote} said Oona Strand.", quote);
        using var liv = await Visitor.OfAsync(host, "Liv Tangerud");
        await liv.OpenAsync($"/draft?desk=culture&translationOf={original}");
        liv.Fill("Headline", "Den gamle kaien");
        liv.Fill("Language, such as en or nb-NO (that of the desk by default)", "nb");

        await liv.PressAsync("Begin");

        var story = await host.SendAsync(HttpMethod.Get, $"/stories/{StoryOf(liv)}", "liv", Role.Reporter);
        story["translationOf"]!.GetValue<Guid>().ShouldBe(original);
    }

    [Fact]
    public async Task A_refusal_is_shown_in_the_words_of_the_API_and_keeps_what_was_written()
    {
        using var liv = await Visitor.OfAsync(host, "Liv Tangerud");
        await liv.OpenAsync("/draft?desk=culture");
        liv.Fill("Headline", "A quay without a language");
        liv.Fill("Language, such as en or nb-NO (that of the desk by default)", "no such language");

        await liv.PressAsync("Begin");

        ((int)liv.Status).ShouldBeInRange(400, 422);
        liv.Refusal.ShouldContain("language", Case.Insensitive);
        liv.ValueOf("Headline").ShouldBe("A quay without a language");
    }

    [Fact]
    public async Task A_person_whose_role_does_not_draft_reads_so()
    {
        using var wilma = await Visitor.OfAsync(host, "Wilma Osei");
        await wilma.OpenAsync("/draft");
        wilma.Fill("Headline", "The audited quay");

        await wilma.PressAsync("Begin");

        wilma.Status.ShouldBe(HttpStatusCode.Forbidden);
        wilma.Refusal.ShouldNotBeEmpty();
    }

    private static string StoryOf(Visitor visitor) => StoryAddress().Match(visitor.Page.Url).Groups[1].Value;

    [GeneratedRegex("/stories/([^/]+)/edit$")]
    private static partial Regex StoryAddress();
}
