using System.Net;
using Newsroom.Domain.Kernel;

namespace Newsroom.Console.Tests.Pages;

public sealed class PublishPageTests(ConsoleHost host)
{
    private const string Body = "The harbour office moves to the quay in May.";

    [Fact]
    public async Task A_story_is_published_corrected_withheld_released_and_retracted()
    {
        var story = await DraftAsync("Harbour office moves");
        using var magnus = await OpenAsync("Magnus Tarrow", story);
        magnus.Region("What readers have").ShouldContain("there is no edition yet");
        magnus.Region("As readers would read it").ShouldContain(Body);
        magnus.Region("What blocks publication").ShouldContain("Approvals");
        magnus.HasButton("Publish").ShouldBeFalse();
        await ApproveAsync(story);

        await magnus.OpenAsync($"/stories/{story}/publish");
        await magnus.PressAsync("Publish");
        magnus.Region("What readers have").ShouldContain("Edition 1, live.");
        magnus.Region("What readers have").ShouldContain("No words.");

        await SendAsync(story, "revise-article", "kit", Role.Reporter, new { body = Body.Replace("May", "June") });
        await ApproveAsync(story);
        await magnus.OpenAsync($"/stories/{story}/publish");
        magnus.TextOf("del").ShouldBe("May");
        magnus.TextOf("ins").ShouldBe("June");
        magnus.Fill("Kind", "correction");
        magnus.Fill("Note to readers", "It is June.", within: "#correct");
        await magnus.PressAsync("Correct");
        magnus.Region("What readers have").ShouldContain("Edition 2, live.");

        magnus.TextOf("#withhold").ShouldContain("Readers of edition 2 would not see it until it is released.");
        magnus.Fill("Reason, for the staff", "A complaint.", within: "#withhold");
        await magnus.PressAsync("Withhold");
        magnus.Heading.ShouldBe("Withhold this story? Harbour office moves");
        magnus.TextOf("#consequences").ShouldContain("Readers of edition 2 would not see it until it is released.");
        magnus.Main.ShouldNotContain("Notice that readers would see");
        await magnus.PressAsync("Withhold the story");
        magnus.Region("What readers have").ShouldContain("Edition 2, withheld.");
        await magnus.PressAsync("Release");
        magnus.Region("What readers have").ShouldContain("Edition 2, live.");

        using var hedda = await OpenAsync("Hedda Quill", story);
        hedda.TextOf("#retract").ShouldContain("Readers of edition 2 would see the notice in place of it. This cannot be undone.");
        hedda.TextOf("#kill").ShouldContain("Readers of edition 2 would see only that it is gone, and the notice.");
        hedda.Fill("Reason, for the staff", "The office stays.", within: "#retract");
        await hedda.PressAsync("Retract");
        ((int)hedda.Status).ShouldBeInRange(400, 422);
        hedda.Refusal.ShouldContain("notice");
        hedda.ValueOf("Reason, for the staff", within: "#retract").ShouldBe("The office stays.");
        hedda.Fill("Notice to readers", "We were wrong.", within: "#retract");
        await hedda.PressAsync("Retract");
        hedda.Heading.ShouldBe("Retract this story? Harbour office moves");
        hedda.TextOf("#consequences").ShouldContain("Readers of edition 2 would see the notice in place of it. This cannot be undone.");
        hedda.Main.ShouldContain("We were wrong.");
        (await StatusAsync(story)).ShouldBe("live");
        await hedda.PressAsync("Retract for good");
        hedda.Region("What readers have").ShouldContain("Edition 2, retracted.");
        (await StatusAsync(story)).ShouldBe("retracted");
    }

    [Fact]
    public async Task A_publication_is_scheduled_by_the_clock_of_the_desk()
    {
        var desk = new
        {
            name = "Zoned",
            language = "en",
            timeZone = "Europe/Oslo",
        };
        await host.SendAsync(HttpMethod.Put, "/desks/zoned", "jonas", Role.Admin, desk);
        var story = await DraftAsync("Harbour office by the clock", "zoned");
        await ApproveAsync(story);
        using var magnus = await OpenAsync("Magnus Tarrow", story);

        magnus.Fill("Time in Europe/Oslo, such as 2027-01-31T06:00", "2020-01-01T06:00");
        await magnus.PressAsync("Schedule");
        magnus.Refusal.ShouldNotBeEmpty();
        magnus.ValueOf("Time in Europe/Oslo, such as 2027-01-31T06:00").ShouldBe("2020-01-01T06:00");
        magnus.Fill("Time in Europe/Oslo, such as 2027-01-31T06:00", "2027-03-28T02:30");
        await magnus.PressAsync("Schedule");
        magnus.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        magnus.Refusal.ShouldContain("2027-03-28T02:30 in Europe/Oslo is not one instant");
        magnus.Fill("Time in Europe/Oslo, such as 2027-01-31T06:00", "2027-01-31T06:00");
        await magnus.PressAsync("Schedule");

        magnus.Region("What you can do").ShouldContain("Scheduled for 2027-01-31T06:00:00+01:00 (Europe/Oslo) by Magnus Tarrow.");
        await magnus.PressAsync("Cancel the schedule");
        magnus.TextOf("[role=status]").ShouldContain("Cancel schedule: done.");
    }

    [Fact]
    public async Task Who_cannot_take_a_story_down_reads_why()
    {
        var story = await DraftAsync("Harbour office stays");

        using var kit = await OpenAsync("Kit Oyelaran", story);

        kit.HasButton("Kill").ShouldBeFalse();
        kit.Region("What you can do").ShouldContain("Kill:");
    }

    [Fact]
    public async Task What_was_confirmed_too_late_is_refused_and_keeps_its_input()
    {
        var story = await DraftAsync("Harbour office is not killed");
        await ApproveAsync(story);
        await SendAsync(story, "publish", "magnus", Role.Publisher, new { });
        using var hedda = await OpenAsync("Hedda Quill", story);
        hedda.Fill("Reason, for the staff", "<script>alert(1)</script>", within: "#kill");
        hedda.Fill("Notice to readers", "evil\"><b>notice</b>", within: "#kill");
        await hedda.PressAsync("Kill");
        hedda.TextOf("#consequences").ShouldContain("only that it is gone");
        hedda.Page.QuerySelectorAll("main script, main b").ShouldBeEmpty();

        (await StatusAsync(story)).ShouldBe("live");
        await SendAsync(story, "kill", "wilhelm", Role.ChiefEditor, new { reason = "Ours.", notice = "Ours." });
        await hedda.PressAsync("Kill for good");

        ((int)hedda.Status).ShouldBeInRange(400, 422);
        hedda.Refusal.ShouldNotBeEmpty();
        hedda.ValueOf("Notice to readers", within: "#kill").ShouldBe("evil\"><b>notice</b>");
    }

    [Theory]
    [InlineData("withhold", "Withhold", "Withhold the story")]
    [InlineData("retract", "Retract", "Retract for good")]
    public async Task What_was_confirmed_for_other_words_is_refused_with_what_changed(string command, string button, string confirm)
    {
        var story = await DraftAsync($"Harbour office, {command} too late");
        await ApproveAsync(story);
        await SendAsync(story, "publish", "magnus", Role.Publisher, new { });
        using var hedda = await OpenAsync(command == "withhold" ? "Magnus Tarrow" : "Hedda Quill", story);
        hedda.Fill("Reason, for the staff", "A complaint.", within: $"#{command}");
        if (command == "retract")
        {
            hedda.Fill("Notice to readers", "We were wrong.", within: "#retract");
        }

        await hedda.PressAsync(button);
        hedda.Heading.ShouldStartWith($"{button} this story?");
        await SendAsync(story, "revise-article", "kit", Role.Reporter, new { standfirst = "It moves on <Monday>." });
        await hedda.PressAsync(confirm);

        hedda.Status.ShouldBe(HttpStatusCode.PreconditionFailed);
        hedda.Refusal.ShouldContain("the story is at version");
        hedda.Region("Changed meanwhile").ShouldContain("It moves on <Monday>.");
        hedda.ValueOf("Reason, for the staff", within: $"#{command}").ShouldBe("A complaint.");
        (await StatusAsync(story)).ShouldBe("live");

        // The page now shows that version: confirmed once more, the command is carried out.
        await hedda.PressAsync(button);
        await hedda.PressAsync(confirm);
        hedda.Status.ShouldBe(HttpStatusCode.OK);
        (await StatusAsync(story)).ShouldNotBe("live");
    }

    private async Task<string> StatusAsync(Guid story) =>
        (await host.SendAsync(HttpMethod.Get, $"/stories/{story}", "tomas", Role.Editor))["publication"]!["status"]!.GetValue<string>();

    private async Task<Visitor> OpenAsync(string person, Guid story)
    {
        var visitor = await Visitor.OfAsync(host, person);
        await visitor.OpenAsync($"/stories/{story}/publish");
        return visitor;
    }

    private async Task<Guid> DraftAsync(string headline, string desk = "culture")
    {
        var draft = new
        {
            desk,
            headline,
            body = Body,
        };
        return (await host.SendAsync(HttpMethod.Post, "/stories/draft-article", "kit", Role.Reporter, draft))["story"]!.GetValue<Guid>();
    }

    private async Task ApproveAsync(Guid story)
    {
        await SendAsync(story, "submit-for-review", "kit", Role.Reporter, new { });
        var read = await host.SendAsync(HttpMethod.Get, $"/stories/{story}", "tomas", Role.Editor);
        var approval = new { fingerprint = read["fingerprint"]!.GetValue<string>() };
        await SendAsync(story, "approve", "tomas", Role.Editor, approval);
        await SendAsync(story, "approve", "ana", Role.Editor, approval);
    }

    private async Task SendAsync(Guid story, string command, string user, Role role, object body)
    {
        var version = (await host.SendAsync(HttpMethod.Get, $"/stories/{story}", user, role))["version"]!.GetValue<long>();
        await host.SendAsync(HttpMethod.Post, $"/stories/{story}/{command}", user, role, body, version);
    }
}
