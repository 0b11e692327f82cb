using System.Net;
using Newsroom.Domain.Kernel;

namespace Newsroom.Console.Tests.Pages;

/// <summary>The editor without scripts: a text is saved as it is written, and is never lost.</summary>
public sealed class EditPageTests(ConsoleHost host)
{
    private const string Quote = "“The slip is older than the town,”";

    private const string First = $"{Quote} said Oona Strand.";

    private const string Last = "The survey ends in May.";

    [Fact]
    public async Task A_text_is_saved_exactly_as_it_is_written()
    {
        var body = $"\n*{First}*  \r\n\r\n1) one &amp; two\t\n\n{Last}\r\n\n";
        var story = await DraftAsync("Kept as written", body);
        using var ana = await OpenAsync("Ana Lindqvist", story);
        ana.ValueOf("Body (Markdown)").ReplaceLineEndings("\n").ShouldBe(body.ReplaceLineEndings("\n"));

        ana.Fill("Headline", "Kept as it is written");
        await ana.PressAsync("Save");

        ana.TextOf("[role=status]").ShouldContain("Revise article: done.");
        var saved = await ReadAsync(story);
        saved.Headline.ShouldBe("Kept as it is written");
        saved.Body.ShouldBe(body);
    }

    [Fact]
    public async Task What_a_save_would_lapse_is_shown_before_it()
    {
        var story = await DraftAsync("Lapse before saving", $"{First}\n\n{Last}");
        await CheckAsync(story);
        using var ana = await OpenAsync("Ana Lindqvist", story);
        ana.Fill("Body (Markdown)", $"{First.Replace("older", "younger")}\n\n{Last}");
        await ana.PressAsync("Preview");
        ana.Region("What a save would do").ShouldContain("check of q1");
        ana.Region("As it would be read").ShouldContain("younger than the town");

        ana.Fill("Body (Markdown)", $"{Last}");
        await ana.PressAsync("Save with these effects");

        ana.TextOf("#unsaved").ShouldContain("Save again if they are meant.");
        ana.Region("What a save would do").ShouldContain("orphaned");
        (await ReadAsync(story)).Body.ShouldContain("older");
        await ana.PressAsync("Save with these effects");
        ana.TextOf("[role=status]").ShouldContain("Revise article: done.");
        (await ReadAsync(story)).Body.ShouldBe(Last);
    }

    [Fact]
    public async Task A_save_that_lapses_nothing_needs_one_press()
    {
        var story = await DraftAsync("Nothing lapses", $"{First}\n\n{Last}");
        await CheckAsync(story);
        using var ana = await OpenAsync("Ana Lindqvist", story);

        ana.Fill("Body (Markdown)", $"{First}\n\n{Last} Later, it is printed.");
        await ana.PressAsync("Save");

        ana.TextOf("[role=status]").ShouldContain("Revise article: done.");
    }

    [Fact]
    public async Task A_merge_says_what_others_changed()
    {
        var story = await DraftAsync("Merged survey", $"{First}\n\n{Last}");
        using var ana = await OpenAsync("Ana Lindqvist", story);
        await ReviseAsync(story, $"{First}\n\n{Last.Replace("May", "June")}");

        ana.Fill("Headline", "Merged survey ends");
        await ana.PressAsync("Preview");
        ana.Region("Changed meanwhile").ShouldContain("June.");
        await ana.PressAsync("Save with these effects");

        ana.Region("Changed meanwhile by Tomas Reyne").ShouldContain("June.");
        ana.Heading.ShouldContain("Merged survey ends");
        (await ReadAsync(story)).Body.ShouldContain("June");
    }

    [Theory]
    [InlineData("Yours", "July", "begins")]
    [InlineData("Theirs: Tomas Reyne", "June", "begins")]
    [InlineData("Before: version 2", "May", "begins")]
    public async Task A_conflict_shows_each_side_and_the_chosen_words_are_put_in(string choice, string month, string other)
    {
        var story = await DraftAsync($"Conflict {month}", $"{Last}\n\nThe slip closes.\n\n{First}");
        using var ana = await OpenAsync("Ana Lindqvist", story);
        await ReviseAsync(story, $"{Last.Replace("May", "June")}\n\nThe slip closes.\n\n{First}\n\nIt rains.");
        ana.Fill("Body (Markdown)", $"{Last.Replace("May", "July")}\n\nThe slip begins.\n\n{First}");

        await ana.PressAsync("Save");

        ana.Status.ShouldBe(HttpStatusCode.Conflict);
        ana.Refusal.ShouldContain("Tomas Reyne changed the same words");
        var shown = ana.Region("Choose the words");
        shown.ShouldContain("May");
        shown.ShouldContain("June");
        shown.ShouldContain("July");
        ana.ValueOf("Body (Markdown)").ShouldContain("July");

        ana.Fill(choice);
        await ana.PressAsync("Use these words");
        ana.TextOf("[role=status]").ShouldContain("They are not saved yet.");
        (await ReadAsync(story)).Body.ShouldContain("June");
        await ana.PressAsync("Save");

        (await ReadAsync(story)).Body.ShouldBe($"{Last.Replace("May", month)}\n\nThe slip {other}.\n\n{First}\n\nIt rains.");
    }

    [Fact]
    public async Task A_choice_for_words_that_have_changed_again_is_asked_again()
    {
        var story = await DraftAsync("Conflict again", $"{Last}\n\n{First}");
        using var ana = await OpenAsync("Ana Lindqvist", story);
        await ReviseAsync(story, $"{Last.Replace("May", "June")}\n\n{First}");
        ana.Fill("Body (Markdown)", $"{Last.Replace("May", "July")}\n\n{First}");
        await ana.PressAsync("Save");
        await ReviseAsync(story, $"{Last.Replace("May", "August")}\n\n{First}");

        ana.Fill("Yours");
        await ana.PressAsync("Use these words");

        ana.Status.ShouldBe(HttpStatusCode.Conflict);
        ana.Region("Choose the words").ShouldContain("August");
        ana.ValueOf("Body (Markdown)").ShouldContain("July");
    }

    [Fact]
    public async Task A_refusal_keeps_what_was_written()
    {
        var story = await DraftAsync("Refused in review", First);
        using var kit = await OpenAsync("Kit Oyelaran", story);
        await host.SendAsync(HttpMethod.Post, $"/stories/{story}/submit-for-review", "kit", Role.Reporter, new { }, 2);
        kit.Fill("Body (Markdown)", $"{First} Again.");

        await kit.PressAsync("Save");

        kit.Status.ShouldBe(HttpStatusCode.Forbidden);
        kit.Refusal.ShouldContain("In review only an editor can revise the article.");
        kit.ValueOf("Body (Markdown)").ShouldBe($"{First} Again.");
    }

    [Fact]
    public async Task A_person_who_cannot_revise_reads_why_at_once()
    {
        var story = await DraftAsync("Not for checkers", First);

        using var noor = await OpenAsync("Noor Haddon", story);

        noor.Refusal.ShouldNotBeEmpty();
        await noor.OpenAsync($"/stories/{story}");
        noor.Page.QuerySelector($"a[href$='/stories/{story}/edit']").ShouldBeNull();
    }

    [Fact]
    public async Task The_end_of_a_session_keeps_what_was_written()
    {
        var story = await DraftAsync("Session ends", First);
        using var ana = await OpenAsync("Ana Lindqvist", story);
        ana.Fill("Body (Markdown)", $"{First} Kept.");
        ana.Cookie("newsroom-console").Expired = true;

        await ana.PressAsync("Save");

        ana.Status.ShouldBe(HttpStatusCode.Unauthorized);
        ana.Refusal.ShouldContain("Your session has ended");
        ana.ValueOf("Body (Markdown)").ShouldBe($"{First} Kept.");
        await ana.InAnotherTabAsync(() => ana.SignInAsync("Ana Lindqvist"));
        await ana.PressAsync("Save");
        ana.TextOf("#unsaved").ShouldContain("The form was of another session.");
        await ana.PressAsync("Save");
        (await ReadAsync(story)).Body.ShouldBe($"{First} Kept.");
    }

    [Fact]
    public async Task A_form_of_another_site_is_refused()
    {
        using var form = new FormUrlEncodedContent([new("version", "1"), new("headline", "a"), new("standfirst", ""), new("body", "")]);
        using var request = new HttpRequestMessage(HttpMethod.Post, "/console/stories/long-slip-notice/edit") { Content = form };
        request.Headers.Add("Sec-Fetch-Site", "cross-site");

        using var answer = await host.Http.SendAsync(request, TestContext.Current.CancellationToken);

        answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
    }

    private async Task<Visitor> OpenAsync(string person, Guid story)
    {
        var visitor = await Visitor.OfAsync(host, person);
        await visitor.OpenAsync($"/stories/{story}/edit");
        return visitor;
    }

    private Task<Guid> DraftAsync(string headline, string body) => host.DraftAsync(headline, body, Quote);

    private Task ReviseAsync(Guid story, string body) => ReviseAsync(story, body, "tomas");

    private async Task ReviseAsync(Guid story, string body, string by)
    {
        var version = (await host.SendAsync(HttpMethod.Get, $"/stories/{story}", by, Role.Editor))["version"]!.GetValue<long>();
        await host.SendAsync(HttpMethod.Post, $"/stories/{story}/revise-article", by, Role.Editor, new { body }, version);
    }

    private async Task CheckAsync(Guid story)
    {
        var read = await host.SendAsync(HttpMethod.Get, $"/stories/{story}", "noor", Role.FactChecker);
        var check = new
        {
            passage = "q1",
            fingerprint = read["quotes"]![0]!["fingerprint"]!.GetValue<string>(),
            verdict = "disputed",
            reason = "The charter is younger.",
        };
        await host.SendAsync(HttpMethod.Post, $"/stories/{story}/fact-check", "noor", Role.FactChecker, check);
    }

    private async Task<(string Headline, string Body)> ReadAsync(Guid story)
    {
        var article = (await host.SendAsync(HttpMethod.Get, $"/stories/{story}", "ana", Role.Editor))["article"]!;
        return (article["headline"]!.GetValue<string>(), article["body"]!.GetValue<string>());
    }
}
