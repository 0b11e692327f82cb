using System.Text.Json;
using System.Text.Json.Nodes;
using Newsroom.Api.Publication;
using Newsroom.Domain.Kernel;

namespace Newsroom.Api.Tests.Publication;

/// <summary>The command publish-fact-check, and what staff see of it.</summary>
public sealed class PublishFactCheckTests(Newsroom newsroom) : IClassFixture<Newsroom>
{
    private static readonly string[] OneRating = ["Refuted"];

    private readonly FactCheckStories stories = new(newsroom);

    [Fact]
    public async Task A_verdict_of_one_fact_checker_waits_for_another_and_then_for_a_publisher()
    {
        var story = await stories.LiveAsync("Rated wall checked once", checkers: ["femi"]);
        var refused = (await FactCheckStories.RateAsync(story, sources: [])).IsRefused(422, "fact-check-unverified").Json;
        refused["detail"]!
            .GetValue<string>()
            .ShouldBe("c1 has the verdict of 1 of 2 fact-checkers. Another fact-checker checks it, but not rita or femi.");
        var way = refused["reasons"]![0]!["ways"]!.AsArray().ShouldHaveSingleItem()!;
        way["command"]!.GetValue<string>().ShouldBe("fact-check");
        way["notBy"]!.AsArray().Select(person => person!.GetValue<string>()).ShouldContain("femi@newsroom-development");
        var blocked = (await FactCheckStories.ClaimAsync(story))["factCheckBlocked"]!;
        blocked["code"]!.GetValue<string>().ShouldBe("fact-check-unverified");
        blocked["ways"]![0]!["command"]!.GetValue<string>().ShouldBe("fact-check");
        (await stories.WorkAsync(story)).ShouldBeEmpty();

        (await story.VerifyAsync("c1", "fay")).Is(200);
        (await FactCheckStories.ClaimAsync(story))["factCheckBlocked"].ShouldBeNull();
        var work = (await stories.WorkAsync(story)).ShouldHaveSingleItem()!;
        (work["kind"]!.GetValue<string>(), work["body"]!["claim"]!.GetValue<string>()).ShouldBe(("publish-fact-check", "c1"));
        (await FactCheckStories.RateAsync(story)).Is(200);
        (await stories.WorkAsync(story)).ShouldBeEmpty();
        var shown = (await FactCheckStories.ClaimAsync(story))["factCheck"]!;
        (shown["rating"]!["name"]!.GetValue<string>(), shown["by"]!.GetValue<string>()).ShouldBe(
            ("Mostly true", "pia@newsroom-development")
        );
        (await newsroom.As("ed", Role.Editor).GetAsync($"/stories/{story.Id}/passages/c1"))
            .Is(200)
            .Text.ShouldContain("published the fact check of c1");
    }

    [Fact]
    public async Task Of_two_publications_at_once_one_is_refused()
    {
        var story = await stories.LiveAsync("Rated wall of two publishers");
        var answers = await Task.WhenAll(FactCheckStories.RateAsync(story), FactCheckStories.RateAsync(story, "Mixed"));
        answers.Select(answer => answer.Status).Order().ShouldBe([200, 422]);
        answers.Single(answer => answer.Status == 422).IsRefused(422, "fact-check-public");
    }

    [Fact]
    public async Task A_desk_has_its_own_scale()
    {
        var admin = newsroom.As("root", Role.Admin);
        await DefineAsync("ratings", ["Refuted", "Holds"]);
        (await admin.GetAsync("/desks/ratings")).Is(200).Json["ratings"]!.AsArray().Count.ShouldBe(2);
        var story = await stories.LiveAsync("Rated wall of a desk", desk: "ratings");
        (await FactCheckStories.RateAsync(story)).IsRefused(422, "unknown-rating").Json["detail"]!
            .GetValue<string>()
            .ShouldEndWith("Accepted: Refuted, Holds.");
        (await FactCheckStories.RateAsync(story, "Holds")).Is(200);
        (
            await admin.PutAsync(
                "/desks/ratings",
                new
                {
                    name = "Ratings",
                    language = "en",
                    ratings = OneRating,
                }
            )
        ).IsRefused(422, "rating-scale");
        (await admin.PutAsync("/desks/ratings", new { name = "Ratings", language = "en" })).Is(200);
        (await stories.AgreedAsync(story)).ShouldBe($"{FactCheckStories.Claim}: Holds", "a published rating keeps its scale");
    }

    [Theory]
    [InlineData("claimant", " ", 400, null)]
    [InlineData("explanation", "", 400, null)]
    [InlineData("explanation", "<script>alert(1)</script>", 422, "raw-html")]
    [InlineData("explanation", "It \u202Efell.", 422, "bidi-control")]
    [InlineData("claimant", "Ada \u0000", 422, "nul-character")]
    [InlineData("claimUrl", "javascript:alert(1)", 422, "not-a-web-address")]
    [InlineData("claimDate", "yesterday", 400, null)]
    [InlineData("claimDate", "0001-01-01", 400, null)]
    [InlineData("claimantKind", "ghost", 400, null)]
    [InlineData("rating", "17", 422, "unknown-rating")]
    [InlineData("claim", "q1", 404, "unknown-claim")]
    public async Task Bad_input_is_refused(string member, string value, int status, string? code)
    {
        var story = await stories.LiveAsync($"Rated wall with {member}");
        var body = await FactCheckStories.BodyAsync(story);
        body[member] = value;
        var answer = await newsroom
            .As("pia", Role.Publisher)
            .PostAsync($"/stories/{story.Id}/publish-fact-check", body.ToJsonString());
        answer.Is(status);
        if (code is not null)
        {
            answer.IsRefused(status, code);
        }
    }

    [Fact]
    public async Task A_member_at_its_limit_is_accepted_and_one_more_is_400()
    {
        string[] ratings = ["Refuted", new('r', 60)];
        await DefineAsync("long-ratings", ratings);
        var story = await stories.LiveAsync("Rated wall with long words", desk: "long-ratings");
        foreach (var (member, longest) in new[]
        {
            ("claimant", new string('c', 200)),
            ("explanation", new string('e', 10_000)),
            ("rating", ratings[1]),
            ("claimUrl", "https://example.org/".PadRight(2_000, 'u')),
        })
        {
            (await PreviewAsync(member, longest)).Is(200);
            await IsRefusedAsync(member, longest + "x", member);
        }

        var place = (await FactCheckStories.BodyAsync(story))["sources"]![0]!.AsObject();
        (await PreviewAsync("sources", Places(place, 20))).Is(200);
        await IsRefusedAsync("sources", Places(place, 21), "sources");
        await IsRefusedAsync("sources", Places(new JsonObject { ["check"] = 0, ["piece"] = 0 }, 1), "sources[0].check");
        await IsRefusedAsync("sources", Places(new JsonObject { ["check"] = 4, ["piece"] = -1 }, 1), "sources[0].piece");
        await IsRefusedAsync("sources", Places(new JsonObject { ["check"] = 4, ["piece"] = 50 }, 1), "sources[0].piece");

        async Task<Answer> PreviewAsync(string member, JsonNode value)
        {
            var body = await FactCheckStories.BodyAsync(story, "Refuted");
            body[member] = value;
            var bytes = JsonSerializer.SerializeToUtf8Bytes(body);
            var path = $"/stories/{story.Id}/publish-fact-check";
            var pia = newsroom.As("pia", Role.Publisher);
            return await pia.SendAsync(HttpMethod.Post, path, bytes, "application/json", ("Prefer", "dry-run"));
        }

        async Task IsRefusedAsync(string member, JsonNode value, string fault) =>
            (await PreviewAsync(member, value)).Is(400).Json["errors"]!.AsObject().Select(e => e.Key).ShouldBe([fault]);

        static JsonArray Places(JsonObject place, int count) => [.. Enumerable.Repeat(place, count).Select(p => p.DeepClone())];
    }

    [Fact]
    public async Task Evidence_at_its_limits_is_whole_in_every_format()
    {
        var story = await stories.LiveAsync("Rated wall with long evidence", checkers: ["fay"]);
        var (citation, locator) = (new string('c', 2_000), new string('l', 2_000));
        var url = "https://example.org/".PadRight(2_000, 'u');
        (await FactCheckStories.CheckAsync(story, "femi", "verified", citation, url, locator)).Is(200);
        var checks = (await FactCheckStories.ClaimAsync(story))["checks"]!.AsArray();
        var version = checks.Max(check => check!["version"]!.GetValue<long>());
        (
            await FactCheckStories.RateAsync(story, sources: [new JsonObject { ["check"] = version, ["piece"] = 0 }])
        ).Is(200);
        foreach (var extension in FormatNegotiation.Extensions)
        {
            var text = await stories.TextAsync(story, extension);
            text.ShouldContain(citation, Case.Sensitive, extension);
            text.ShouldContain(locator, Case.Sensitive, extension);
            text.ShouldContain(url, Case.Sensitive, extension);
        }
    }

    private async Task DefineAsync(string desk, string[] ratings) =>
        (
            await newsroom
                .As("root", Role.Admin)
                .PutAsync(
                    $"/desks/{desk}",
                    new
                    {
                        name = "Ratings",
                        language = "en",
                        ratings,
                    }
                )
        ).Status.ShouldBeOneOf(200, 201);
}
