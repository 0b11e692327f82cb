using System.Net;
using AngleSharp.Dom;
using Newsroom.Domain.Kernel;

namespace Newsroom.Console.Tests.Pages;

/// <summary>A story as people read it and work on it without scripts.</summary>
public sealed class StoryPageTests(ConsoleHost host)
{
    private const string Quote = "“The slip is older than the town,”";

    [Fact]
    public async Task A_story_is_submitted_checked_approved_and_published_by_four_people()
    {
        var story = await host.DraftAsync("Slip survey begins", $"{Quote} said Oona Strand.", Quote);

        using var kit = await Visitor.OfAsync(host, "Kit Oyelaran");
        await kit.OpenAsync($"/stories/{story}");
        await kit.PressAsync("Submit for review");
        kit.TextOf("[role=status]").ShouldContain("Submit for review: done.");
        kit.HasButton("Publish").ShouldBeFalse();

        using var noor = await Visitor.OfAsync(host, "Noor Haddon");
        await noor.OpenAsync($"/stories/{story}");
        await noor.FollowAsync("q1 unchecked");
        noor.Fill("Verified");
        noor.Fill("What it is", "Recording of the interview");
        await noor.PressAsync("Check q1");
        noor.TextOf("#passage-title").ShouldBe("Quote q1: verified");
        noor.TextOf(".checks").ShouldContain("Recording of the interview");

        using var tomas = await Visitor.OfAsync(host, "Tomas Reyne");
        await tomas.OpenAsync($"/stories/{story}");
        await tomas.PressAsync("Approve");
        tomas.TextOf("#gates").ShouldBe("Ready to publish");

        using var magnus = await Visitor.OfAsync(host, "Magnus Tarrow");
        await magnus.OpenAsync($"/stories/{story}");
        await magnus.PressAsync("Publish");
        magnus.Main.ShouldContain("edition 1, live");
    }

    [Fact]
    public async Task A_refusal_is_shown_in_the_words_of_the_API_and_the_form_keeps_its_input()
    {
        var story = await host.DraftAsync("Slip survey refused", $"{Quote} said Oona Strand.", Quote);
        using var noor = await Visitor.OfAsync(host, "Noor Haddon");
        await noor.OpenAsync($"/stories/{story}?passage=q1");
        noor.Fill("Verified");
        noor.Fill("Method (optional)", "Listened <twice>");

        await noor.PressAsync("Check q1");

        ((int)noor.Status).ShouldBeInRange(400, 422);
        noor.Refusal.ShouldContain("evidence");
        noor.ValueOf("Method (optional)").ShouldBe("Listened <twice>");
        noor.ValueOf("Verified").ShouldBe("chosen");
    }

    [Fact]
    public async Task A_form_of_an_earlier_version_is_refused_and_shows_the_story_as_it_is()
    {
        var story = await host.DraftAsync("Slip survey revised", $"{Quote} said Oona Strand.", Quote);
        using var kit = await Visitor.OfAsync(host, "Kit Oyelaran");
        await kit.OpenAsync($"/stories/{story}");
        var revision = new { headline = "Slip survey ends" };
        await host.SendAsync(HttpMethod.Post, $"/stories/{story}/revise-article", "ana", Role.Editor, revision, 2);

        await kit.PressAsync("Submit for review");

        kit.Status.ShouldBe(HttpStatusCode.PreconditionFailed);
        kit.Refusal.ShouldContain("Precondition failed");
        kit.Heading.ShouldContain("Slip survey ends");
        await kit.PressAsync("Submit for review");
        kit.TextOf("[role=status]").ShouldContain("Submit for review: done.");
    }

    [Fact]
    public async Task Assigning_noting_and_requesting_changes_are_forms_too()
    {
        var story = await host.DraftAsync("Slip survey assigned", $"{Quote} said Oona Strand.", Quote);
        await host.SendAsync(HttpMethod.Post, $"/stories/{story}/submit-for-review", "kit", Role.Reporter, new { }, 2);
        using var ana = await Visitor.OfAsync(host, "Ana Lindqvist");
        await ana.OpenAsync($"/stories/{story}");

        ana.Fill("Assignee", "liv@newsroom-development");
        await ana.PressAsync("Assign");
        ana.TextOf("dl").ShouldContain("Assignee Liv Tangerud");
        ana.Fill("Note", "Which slip?");
        await ana.PressAsync("Add note");
        ana.Region("Open notes").ShouldContain("Which slip?");
        ana.Fill("What has to change", "Name the slip.");
        await ana.PressAsync("Request changes");
        ana.TextOf("dl").ShouldContain("Stagedrafting");
    }

    [Fact]
    public async Task A_form_that_is_sent_again_before_its_answer_arrives_is_carried_out_once()
    {
        const string quote = "“The line to the island is slow,”";
        var story = await host.DraftAsync("A slow line", $"{quote} said Oona Strand.", quote);
        using var ana = await Visitor.OfAsync(host, "Ana Lindqvist");
        await ana.OpenAsync($"/stories/{story}");
        ana.Fill("Note", "Which line?");

        await ana.InAnotherTabAsync(() => ana.PressAsync("Add note"));
        await ana.PressAsync("Add note");

        ana.TextOf("[role=status]").ShouldContain("Add note: done.");
        var read = await host.SendAsync(HttpMethod.Get, $"/stories/{story}", "ana", Role.Editor);
        read["notes"]!.AsArray().Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_person_who_cannot_check_a_quote_reads_why()
    {
        var story = await host.DraftAsync("Slip survey by Kit", $"{Quote} said Oona Strand.", Quote);
        using var kit = await Visitor.OfAsync(host, "Kit Oyelaran");

        await kit.OpenAsync($"/stories/{story}?passage=q1");

        kit.TextOf("#passage").ShouldContain("You cannot check it:");
        kit.HasButton("Check q1").ShouldBeFalse();
    }

    [Fact]
    public async Task A_person_with_several_roles_for_a_command_chooses_one()
    {
        var story = await host.DraftAsync("Slip survey by two roles", $"{Quote} said Oona Strand.", Quote);
        using var sunniva = await Visitor.OfAsync(host, "Sunniva Aalberg");
        await sunniva.OpenAsync($"/stories/{story}");

        sunniva.Fill("As", "fact-checker", within: "#add-note");
        sunniva.Fill("Note", "Which town?");
        await sunniva.PressAsync("Add note");

        sunniva.Region("Open notes").ShouldContain("Which town?");
    }

    [Fact]
    public async Task Lapsed_checks_show_the_words_checked_and_the_words_now()
    {
        using var noor = await Visitor.OfAsync(host, "Noor Haddon");

        await noor.OpenAsync("/stories/long-slip-notice?passage=q3");

        noor.TextOf("#passage-title").ShouldBe("Quote q3: lapsed");
        noor.TextOf(".checks").ShouldContain("“If it goes, every wooden boat");
        noor.TextOf(".history ins").ShouldContain("[the slip]");
        var marked = string.Concat(noor.Page.QuerySelectorAll("mark.lapsed.selected").Select(mark => mark.TextContent));
        marked.ShouldStartWith("“If [the slip] goes, every");
    }

    [Fact]
    public async Task The_panel_of_a_passage_says_who_wrote_its_words()
    {
        var story = await host.DraftAsync("Slip survey by two", $"{Quote} said Oona Strand. It rains.", Quote);
        var revision = new { body = $"{Quote.Replace("town", "old harbour", StringComparison.Ordinal)} said Oona Strand. It rains." };
        await host.SendAsync(HttpMethod.Post, $"/stories/{story}/revise-article", "ana", Role.Editor, revision, 2);
        using var noor = await Visitor.OfAsync(host, "Noor Haddon");

        await noor.OpenAsync($"/stories/{story}?passage=q1");

        var authors = noor.Page.QuerySelectorAll(".authors li").Select(line => line.TextContent).ToList();
        authors.ShouldContain(line => line.Contains("old harbour") && line.Contains("Ana Lindqvist") && line.Contains("version 3"));
        authors.ShouldContain(line => line.Contains("The slip is older") && line.Contains("Kit Oyelaran") && line.Contains("version 1"));
        authors.ShouldNotContain(line => line.Contains("It rains"));
        noor.Page.QuerySelector("h1")!.TextContent.ShouldBe("Slip survey by two");
        await noor.OpenAsync($"/stories/{story}");
        noor.Page.QuerySelector(".authors").ShouldBeNull();
    }

    [Fact]
    public async Task Approvals_say_what_they_cover_and_what_lapsed_ones_covered()
    {
        var story = await host.DraftAsync("Slip survey covered", "It rains. “It is so,” said Oona Strand.", "“It is so,”");
        await host.SendAsync(HttpMethod.Post, $"/stories/{story}/submit-for-review", "kit", Role.Reporter, new { }, 2);
        using var tomas = await Visitor.OfAsync(host, "Tomas Reyne");
        await tomas.OpenAsync($"/stories/{story}");
        await tomas.PressAsync("Approve");
        tomas.Region("Approvals").ShouldContain("Tomas Reyne as editor");
        tomas.Region("Approvals").ShouldContain("covers headline, standfirst, body, byline and dateline exactly as they are now.");

        await host.SendAsync(HttpMethod.Post, $"/stories/{story}/revise-article", "ana", Role.Editor, new { headline = "Other" }, 4);
        await tomas.OpenAsync($"/stories/{story}");

        tomas.Region("Approvals").ShouldContain("lapsed: it covers the article as it was then");
        await tomas.FollowAsync("the article as it was then");
        tomas.Main.ShouldContain("Slip survey covered");
    }

    [Fact]
    public async Task A_translation_names_its_original_and_says_when_that_has_a_later_edition()
    {
        var original = await PublishAsync("Slip <i>survey</i> translated", "en", null);
        var german = await PublishAsync("Die Vermessung der Helling", "de", original);
        using var ana = await Visitor.OfAsync(host, "Ana Lindqvist");
        await ana.OpenAsync($"/stories/{german}");
        ana.Region("Translations").ShouldContain("It translates Slip <i>survey</i> translated (en)");
        ana.Region("Translations").ShouldContain("before the last change of this story.");
        ana.Page.QuerySelector("#translations ~ * i").ShouldBeNull();

        await ana.OpenAsync($"/stories/{original}");
        ana.Region("Translations").ShouldContain("de: Die Vermessung der Helling");
        ana.Page.QuerySelector($"a[href$='/draft?translationOf={original}']").ShouldNotBeNull();

        var draft = new
        {
            desk = "culture",
            headline = "Arpentage <b>caché</b>",
            language = "fr",
            body = "Il pleut.",
            translationOf = original,
        };
        await host.SendAsync(HttpMethod.Post, "/stories/draft-article", "kit", Role.Reporter, draft);
        await host.CatchUpAsync();
        foreach (var story in new[] { original, german })
        {
            await ana.OpenAsync($"/stories/{story}");
            ana.Region("Translations").ShouldContain("fr: Arpentage <b>caché</b> drafting");
        }

        ana.Region("Translations").ShouldNotContain("Not published de:");

        await PublishAgainAsync(original, "It rains more.");
        await ana.OpenAsync($"/stories/{german}");
        ana.Region("Translations").ShouldContain("after the last change of this story: it may be out of date.");
    }

    private async Task<Guid> PublishAsync(string headline, string language, Guid? translationOf)
    {
        var draft = new
        {
            desk = "culture",
            headline,
            language,
            translationOf,
            body = "It rains.",
        };
        var drafted = await host.SendAsync(HttpMethod.Post, "/stories/draft-article", "kit", Role.Reporter, draft);
        var story = drafted["story"]!.GetValue<Guid>();
        await SendAsync(story, "submit-for-review", "kit", Role.Reporter, new { });
        await ApproveAndPublishAsync(story);
        return story;
    }

    private async Task PublishAgainAsync(Guid story, string body)
    {
        await SendAsync(story, "revise-article", "tomas", Role.Editor, new { body });
        await ApproveAndPublishAsync(story);
    }

    private async Task ApproveAndPublishAsync(Guid story)
    {
        var read = await host.SendAsync(HttpMethod.Get, $"/stories/{story}", "ana", Role.Editor);
        if (read["stage"]!.GetValue<string>() != "in-review")
        {
            await SendAsync(story, "submit-for-review", "tomas", Role.Editor, new { });
        }

        await SendAsync(story, "approve", "ana", Role.Editor, new { fingerprint = read["fingerprint"]!.GetValue<string>() });
        await SendAsync(story, "publish", "magnus", Role.Publisher, new { });
    }

    private async Task SendAsync(Guid story, string command, string user, Role role, object body)
    {
        var version = (await host.SendAsync(HttpMethod.Get, $"/stories/{story}", user, role))["version"]!.GetValue<long>();
        await host.SendAsync(HttpMethod.Post, $"/stories/{story}/{command}", user, role, body, version);
    }
}
