using System.Net.Http;
using System.Text;
using Newsroom.Domain.Kernel;

namespace Newsroom.Api.Tests.Infrastructure.Http;

/// <summary>Invalid input is refused with an error that names the fault, and changes nothing.</summary>
public class BadInputTests(Newsroom newsroom)
{
    private const string Draft = "/stories/draft-article";

    private readonly Person rita = newsroom.As("rita", Role.Reporter);

    [Theory]
    [InlineData("""{"desk":"world","headline":"x" """, "malformed JSON")]
    [InlineData("""[]""", "an array where an object is wanted")]
    [InlineData("""null""", "nothing where an object is wanted")]
    [InlineData("""{"desk":"world","headline":7}""", "a number where a text is wanted")]
    [InlineData("""{"desk":"world","headline":null,"body":"x"}""", "null where a text is wanted")]
    [InlineData("""{"desk":"world","headline":"x","body":null}""", "null where a text is wanted")]
    [InlineData("""{"desk":"world","headline":"x","colour":"red"}""", "an unknown member")]
    [InlineData("""{"headline":"x"}""", "a member missing")]
    [InlineData("""{"desk":"world","headline":"x","as":"king"}""", "an unknown role")]
    [InlineData("""{"desk":"world","headline":"x","as":1}""", "a role by number")]
    [InlineData("""{"desk":"world","headline":"lone \ud800 surrogate"}""", "a lone surrogate")]
    [InlineData("""{"desk":"world","headline":"x","slug":"Not A Slug"}""", "a slug that is none")]
    [InlineData("""{"desk":"world","headline":"x","language":"klingon language"}""", "a language that is none")]
    public async Task A_malformed_body_is_400(string body, string what) => (await rita.PostAsync(Draft, body)).Status.ShouldBe(400, what);

    [Fact]
    public async Task A_body_that_is_null_is_400() => (await rita.PostAsync(Draft, "null")).IsRefused(400, "body-required");

    [Fact]
    public async Task Evidence_that_is_null_is_400()
    {
        var check = $$"""{"passage":"q1","fingerprint":"{{new string('0', 64)}}","verdict":"verified","evidence":[null]}""";
        (await newsroom.As("femi", Role.FactChecker).PostAsync($"/stories/{Guid.NewGuid()}/fact-check", check)).IsRefused(
            400,
            "null-member"
        );
    }

    [Theory]
    [InlineData("""{"desk":"world"}""", "article-empty")]
    [InlineData("""{"desk":"world","headline":" ","body":"\n"}""", "article-empty")]
    [InlineData("""{"desk":"nowhere","headline":"x"}""", "unknown-desk")]
    [InlineData("""{"desk":"world","headline":"x\u0000y"}""", "nul-character")]
    [InlineData("""{"desk":"world","headline":"x\u202Ey"}""", "bidi-control")]
    [InlineData("""{"desk":"world\u0000","headline":"x"}""", "nul-character")]
    [InlineData("""{"desk":"world","body":"Look: <script>alert(1)</script>"}""", "raw-html")]
    [InlineData("""{"desk":"world","body":"<div>\nblock\n</div>"}""", "raw-html")]
    public async Task A_text_that_no_story_can_hold_is_422(string body, string code) =>
        (await rita.PostAsync(Draft, body)).IsRefused(422, code);

    [Fact]
    public async Task A_text_over_one_mebibyte_is_413() =>
        (await rita.PostAsync(Draft, new { desk = "world", body = new string('x', 2 * 1024 * 1024) })).IsRefused(413, "text-too-long");

    [Fact]
    public async Task A_body_that_is_not_json_is_415() =>
        (await rita.SendAsync(HttpMethod.Post, Draft, "headline=x"u8.ToArray(), "application/x-www-form-urlencoded")).Is(415).Json[
            "detail"
        ]!
            .GetValue<string>()
            .ShouldContain("Content-Type application/json");

    [Fact]
    public async Task An_empty_body_is_an_empty_command()
    {
        var story = await StoryDriver.DraftedAsync(newsroom, "An empty body", "Words.");
        (await rita.SendAsync(HttpMethod.Post, $"/stories/{story.Id}/submit-for-review", null, null, ("If-Match", "\"v1\""))).Is(200);
        (await rita.SendAsync(HttpMethod.Post, Draft, null, null)).Is(400);
    }

    [Fact]
    public async Task Ranges_outside_the_text_or_inside_a_character_are_refused()
    {
        await SpeakerAsync("range-speaker");
        var story = await StoryDriver.DraftedAsync(newsroom, "Ranges", "She said “yes 🎈 we shall go on” twice: “yes 🎈 we shall go on”");
        (await QuoteAsync(story, "“yes 🎈 we shall go on”", null)).IsRefused(422, "words-ambiguous");
        (await QuoteAsync(story, "“yes 🎈 we shall go on”", 4000)).IsRefused(422, "range-outside");
        (await QuoteAsync(story, "“yes 🎈 we shall go on”", -1)).Is(400);
        (await QuoteAsync(story, "“yes 🎈 we shall go on”", 10)).IsRefused(422, "words-not-there");
        (await QuoteAsync(story, "“no”", null)).IsRefused(422, "words-not-there");
        (
            await rita.PostAsync($"/stories/{story.Id}/attribute-quote", """{"words":"xx","start":15,"speaker":"range-speaker"}""", 1)
        ).IsRefused(422, "range-splits-character");
        (await story.VersionAsync()).ShouldBe(1);
    }

    [Fact]
    public async Task Unknown_things_are_named()
    {
        var story = await StoryDriver.DraftedAsync(newsroom, "Unknown things", "“One two three four,” she said.");
        var fingerprint = new string('0', 64);
        (await newsroom.As("ed", Role.Editor).GetAsync($"/stories/{Guid.NewGuid()}")).IsRefused(404, "unknown-story");
        (await newsroom.As("ed", Role.Editor).GetAsync($"/stories/{story.Id}?version=99")).IsRefused(404, "unknown-version");
        (await newsroom.As("ed", Role.Editor).GetAsync($"/stories/{Guid.NewGuid()}/history")).IsRefused(404, "unknown-story");
        (await newsroom.As("ed", Role.Editor).GetAsync($"/stories/{Guid.NewGuid()}/gates")).IsRefused(404, "unknown-story");
        (await newsroom.As("ed", Role.Editor).GetAsync("/stories/not-an-id")).Is(404);
        (await newsroom.As("ed", Role.Editor).GetAsync("/desks/nowhere/board")).IsRefused(404, "unknown-desk");
        (await newsroom.Reader().GetAsync("/published/nothing-here")).IsRefused(404, "unknown-slug");
        (await rita.PostAsync($"/stories/{Guid.NewGuid()}/submit-for-review", null, 1)).IsRefused(404, "unknown-story");
        (
            await rita.PostAsync($"/stories/{story.Id}/attribute-quote", new { words = "“One two three four,”", speaker = "nobody" }, 1)
        ).IsRefused(422, "unknown-speaker");
        (await story.DoAsync("withdraw-quote", "rita", Role.Reporter, new { quote = "q9", reason = "none" })).IsRefused(
            404,
            "unknown-quote"
        );
        (
            await story.DoAsync(
                "fact-check",
                "femi",
                Role.FactChecker,
                new
                {
                    passage = "q9",
                    fingerprint,
                    verdict = "wrong",
                    reason = "none",
                }
            )
        ).IsRefused(404, "unknown-passage");
        (await story.DoAsync("resolve-note", "ed", Role.Editor, new { note = "n9" })).IsRefused(404, "unknown-note");
    }

    [Fact]
    public async Task A_command_says_what_it_is_based_on()
    {
        var story = await StoryDriver.DraftedAsync(newsroom, "Based on", "Words.");
        (await rita.PostAsync($"/stories/{story.Id}/revise-article", new { body = "Other words." })).IsRefused(428, "version-required");
        var stale = (await rita.PostAsync($"/stories/{story.Id}/revise-article", new { body = "Other words." }, basedOn: 7)).IsRefused(
            412,
            "stale-version"
        );
        stale.Json["currentVersion"]!.GetValue<long>().ShouldBe(1);
        foreach (var header in new[] { "v1", "\"1\"", "*", "W/\"v1\"", "\"v1\", \"v2\"", "\"v99999999999999999999\"" })
        {
            (
                await rita.SendAsync(
                    HttpMethod.Post,
                    $"/stories/{story.Id}/revise-article",
                    """{"body":"x"}"""u8.ToArray(),
                    "application/json",
                    ("If-Match", header)
                )
            ).IsRefused(400, "if-match");
        }

        (await story.DoAsync("submit-for-review", "rita", Role.Reporter)).Is(200);
        var judged = (await story.DoAsync("approve", "ed", Role.Editor, new { fingerprint = new string('0', 64) })).IsRefused(
            412,
            "stale-fingerprint"
        );
        judged.Json["currentFingerprint"]!.GetValue<string>().ShouldBe(await story.FingerprintAsync());
        (await story.DoAsync("approve", "ed", Role.Editor, new { fingerprint = "abc" })).Is(400);
        (await story.VersionAsync()).ShouldBe(2);
    }

    [Fact]
    public async Task Without_a_valid_token_every_request_is_refused()
    {
        var draft = new { desk = "world", headline = "No token" };
        (await newsroom.Reader().PostAsync(Draft, draft)).Is(401);
        (await newsroom.Late("rita", Role.Reporter).PostAsync(Draft, draft)).Is(401);
        (await new Person(newsroom.Host.Server.CreateClient(), "not.a.token").PostAsync(Draft, draft)).Is(401);
        (await newsroom.Reader().GetAsync("/stories")).Is(401);
        (await newsroom.As("nobody").PostAsync(Draft, draft)).IsRefused(403, "role-required");
        (await newsroom.As("nobody").GetAsync("/stories")).IsRefused(403, "role-required");
        (await newsroom.As("pia", Role.Publisher).PostAsync(Draft, draft)).IsRefused(403, "role-required");
        (await newsroom.As("wilma", Role.Auditor, Role.Editor).PostAsync(Draft, draft)).IsRefused(403, "roles-do-not-combine");
        (await newsroom.As("sun", Role.Reporter, Role.Editor).PostAsync(Draft, draft)).IsRefused(422, "role-ambiguous");
        (await newsroom.As("ed", Role.Editor).GetAsync("/audit")).IsRefused(403, "role-required");
        (await newsroom.As("ed", Role.Editor).PutAsync("/desks/mine", new { name = "Mine", language = "en" })).IsRefused(
            403,
            "role-required"
        );
    }

    [Fact]
    public async Task The_same_words_are_not_published_twice()
    {
        var story = await StoryDriver.DraftedAsync(newsroom, "The same words", "Nothing quoted here.");
        (await story.DoAsync("submit-for-review", "rita", Role.Reporter)).Is(200);
        (await story.ApproveAsync("ed")).Is(200);
        (await story.ApproveAsync("eva")).Is(200);
        (await story.PublishAsync()).Is(200);
        (await story.DoAsync("submit-for-review", "rita", Role.Reporter)).Is(200);
        (await story.PublishAsync()).IsRefused(422, "same-words");
        (await newsroom.Reader().GetAsync($"/published/{story.Slug}")).Json["edition"]!.GetValue<int>().ShouldBe(1);
    }

    [Fact]
    public async Task A_list_refuses_what_it_cannot_read()
    {
        var ed = newsroom.As("ed", Role.Editor);
        (await ed.GetAsync("/stories?limit=many")).Is(400);
        (await ed.GetAsync("/stories?after=not-a-cursor")).IsRefused(400, "cursor");
        (await ed.GetAsync("/stories?q=%22unbalanced%20OR%20(")).Is(200);
        (await newsroom.As("wilma", Role.Auditor).GetAsync("/audit?from=yesterday")).Is(400);
        (await newsroom.As("wilma", Role.Auditor).GetAsync("/audit?story=No_id")).Is(400);
        (await ed.GetAsync("/stories?q=a%00b")).IsRefused(400, "nul-character");
    }

    [Fact]
    public async Task A_refused_command_leaves_nothing_behind()
    {
        var story = await StoryDriver.DraftedAsync(newsroom, "Nothing behind", "Words.");
        var before = (await story.ReadAsync()).Text;
        (await story.DoAsync("publish", "pia", Role.Publisher)).Is(422);
        (await story.DoAsync("spike", "ed", Role.Editor, new { reason = "" })).IsRefused(422, "reason-required");
        (await story.DoAsync("place-hold", "ed", Role.Editor, Encoding.UTF8.GetString("{\"reason\":\"a\\u0000b\"}"u8))).IsRefused(
            422,
            "nul-character"
        );
        (await story.ReadAsync()).Text.ShouldBe(before);
    }

    private async Task SpeakerAsync(string id) =>
        (await rita.PostAsync("/speakers/register-speaker", new { id, name = "A Speaker" })).Status.ShouldBeOneOf(201, 422);

    private Task<Answer> QuoteAsync(StoryDriver story, string words, int? start) =>
        rita.PostAsync(
            $"/stories/{story.Id}/attribute-quote",
            new
            {
                words,
                start,
                speaker = "range-speaker",
            },
            1
        );
}
