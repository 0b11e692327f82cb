using System.Text.Json.Nodes;
using Newsroom.Api.Publication;
using Newsroom.Api.Tests.Erasures;
using Newsroom.Api.Tests.Postgres;
using Newsroom.Domain.Kernel;
using Newsroom.Formats.Tests;
using Npgsql;

namespace Newsroom.Api.Tests.Publication;

/// <summary>Public fact checks, as staff and readers see them.</summary>
public sealed class PublicFactCheckTests(Newsroom newsroom) : IClassFixture<Newsroom>
{
    private const string Claim = "The wall is thirteen metres long.";

    private static readonly string[] OneRating = ["Refuted"];

    [Fact]
    public async Task A_public_fact_check_is_in_every_format_until_it_is_withdrawn()
    {
        var story = await LiveAsync("Rated wall");
        var before = await PageAsync(story);
        before.Json["factChecks"]!.AsArray().ShouldBeEmpty();
        before.Json["genre"]!.GetValue<string>().ShouldBe("fact-check");
        var agencies = await VersionAsync(story);

        (await RateAsync(story)).Is(200);
        var rated = await AgreedAsync(story);
        rated.ShouldBe($"{Claim}: Mostly true");
        (await PageAsync(story, before.ETag)).Is(200);
        (await VersionAsync(story)).ShouldBe(agencies + 1, "agencies apply higher versions only");
        await ValidAsync(story);
        var check = (await PageAsync(story)).Json["factChecks"]!.AsArray().ShouldHaveSingleItem()!;
        check["claimant"]!.GetValue<string>().ShouldBe("Ada Berg");
        check["claimDate"]!.GetValue<string>().ShouldBe("2026-03-01");
        (check["rating"]!["value"]!.GetValue<int>(), check["rating"]!["best"]!.GetValue<int>()).ShouldBe((4, 5));
        var piece = check["evidence"]!.AsArray().ShouldHaveSingleItem()!.AsObject();
        piece.Select(member => member.Key).ShouldBe(["kind", "citation", "url", "locator"], ignoreOrder: true);
        piece["citation"]!.GetValue<string>().ShouldBe("Survey of 2025");
        (await TextAsync(story, "html")).ShouldContain("href=\"https://example.org/survey\"");
        (await FeedItemAsync(story)).ShouldContain("\"rating\":\"Mostly true\"");
        (await FeedAsync("feed.atom", story)).ShouldContain("Mostly true");

        var withdrawal = new { claim = "c1", reason = "The survey was of another wall." };
        (await story.DoAsync("withdraw-fact-check", "chi", Role.ChiefEditor, withdrawal)).Is(200);
        (await AgreedAsync(story)).ShouldBe("");
        (await VersionAsync(story)).ShouldBe(agencies + 2);
        (await TextAsync(story, "html")).ShouldNotContain("another wall");
        (await newsroom.As("ed", Role.Editor).GetAsync($"/stories/{story.Id}/history"))
            .Is(200)
            .Text.ShouldContain("chi withdrew the public fact check of c1");
    }

    [Fact]
    public async Task What_changes_words_or_verdicts_takes_it_from_the_page()
    {
        var corrected = await RatedAsync("Rated wall to correct");
        (await corrected.ReplaceAsync("rita", Role.Reporter, "thirteen", "fourteen")).Is(200);
        (await AgreedAsync(corrected)).ShouldNotBe("", "readers have the old words");
        await PublishAgainAsync(corrected, "correct", new { kind = "correction", note = "It is fourteen." });
        (await AgreedAsync(corrected)).ShouldBe("");

        var disputed = await RatedAsync("Rated wall to dispute");
        (await CheckAsync(disputed, "fin", "disputed")).Is(200);
        (await AgreedAsync(disputed)).ShouldBe("");

        var withdrawn = await RatedAsync("Rated wall to withdraw");
        (await withdrawn.DoAsync("withdraw-claim", "ed", Role.Editor, new { claim = "c1", reason = "An opinion." })).Is(200);
        (await AgreedAsync(withdrawn)).ShouldBe("");
    }

    [Fact]
    public async Task A_takedown_takes_it_from_readers_and_a_release_shows_it_again()
    {
        var story = await RatedAsync("Rated wall to take down");
        (await story.DoAsync("withhold", "pia", Role.Publisher, new { reason = "Checking." })).Is(200);
        foreach (var extension in FormatNegotiation.Extensions)
        {
            (await newsroom.Reader().GetAsync($"/published/{story.Slug}.{extension}")).Is(404).Text.ShouldNotContain("Mostly true");
        }

        (await RateAsync(story)).IsRefused(422, "story-withheld");
        (await story.DoAsync("release", "pia", Role.Publisher)).Is(200);
        (await AgreedAsync(story)).ShouldBe($"{Claim}: Mostly true");
        (await story.DoAsync("retract", "chi", Role.ChiefEditor, new { reason = "Forged.", notice = "We have retracted it." })).Is(200);
        foreach (var extension in FormatNegotiation.Extensions)
        {
            (await TextAsync(story, extension)).ShouldNotContain("Mostly true", Case.Insensitive, extension);
        }

        (await PageAsync(story)).Json["factChecks"]!.AsArray().ShouldBeEmpty();
        (await FeedItemAsync(story)).ShouldNotContain("Mostly true");
    }

    [Fact]
    public async Task A_page_of_the_past_has_what_was_public_then_and_was_not_withdrawn_since()
    {
        var story = await LiveAsync("Rated wall of the past");
        var live = DateTimeOffset.Parse((await PageAsync(story)).Json["updated"]!.GetValue<string>(), null);
        (await RateAsync(story)).Is(200);
        var now = await AtAsync("2100-01-01T00:00:00Z");
        (await AtAsync($"{live:O}")).Json["factChecks"]!.AsArray().ShouldBeEmpty();
        now.Json["factChecks"]!.AsArray().ShouldHaveSingleItem();
        var past = await AtAsync($"{live:O}");
        (await story.DoAsync("withdraw-fact-check", "pia", Role.Publisher, new { claim = "c1", reason = "Wrong wall." })).Is(200);
        (await AtAsync("2100-01-01T00:00:00Z")).Json["factChecks"]!.AsArray().ShouldBeEmpty();
        (await AtAsync($"{live:O}")).ETag.ShouldNotBe(past.ETag);

        async Task<Answer> AtAsync(string at) =>
            (await newsroom.Reader().GetAsync($"/published/{story.Slug}.json?at={Uri.EscapeDataString(at)}")).Is(200);
    }

    [Fact]
    public async Task A_verdict_of_one_fact_checker_waits_for_another_and_then_for_a_publisher()
    {
        var story = await LiveAsync("Rated wall checked once", checkers: ["femi"]);
        (await RateAsync(story, sources: [])).IsRefused(422, "fact-check-unverified").Json["detail"]!
            .GetValue<string>()
            .ShouldBe("c1 has the verdict of 1 of 2 fact-checkers. Another fact-checker checks it, but not rita or femi.");
        var blocked = (await ClaimAsync(story))["factCheckBlocked"]!;
        blocked["code"]!.GetValue<string>().ShouldBe("fact-check-unverified");
        blocked["ways"]![0]!["command"]!.GetValue<string>().ShouldBe("fact-check");
        (await WorkAsync(story)).ShouldBeEmpty();

        (await story.VerifyAsync("c1", "fay")).Is(200);
        (await ClaimAsync(story))["factCheckBlocked"].ShouldBeNull();
        var work = (await WorkAsync(story)).ShouldHaveSingleItem()!;
        (work["kind"]!.GetValue<string>(), work["body"]!["claim"]!.GetValue<string>()).ShouldBe(("publish-fact-check", "c1"));
        (await RateAsync(story)).Is(200);
        (await WorkAsync(story)).ShouldBeEmpty();
        var shown = (await ClaimAsync(story))["factCheck"]!;
        (shown["rating"]!["name"]!.GetValue<string>(), shown["by"]!.GetValue<string>()).ShouldBe(
            ("Mostly true", "pia@newsroom-development")
        );
        (await newsroom.As("ed", Role.Editor).GetAsync($"/stories/{story.Id}/passages/c1"))
            .Is(200)
            .Text.ShouldContain("published the fact check of c1");
    }

    [Fact]
    public async Task A_desk_has_its_own_scale()
    {
        var admin = newsroom.As("root", Role.Admin);
        var ratings = new[] { "Refuted", "Holds" };
        (
            await admin.PutAsync(
                "/desks/ratings",
                new
                {
                    name = "Ratings",
                    language = "en",
                    ratings,
                }
            )
        ).Is(201);
        (await admin.GetAsync("/desks/ratings")).Is(200).Json["ratings"]!.AsArray().Count.ShouldBe(2);
        var story = await LiveAsync("Rated wall of a desk", desk: "ratings");
        (await RateAsync(story)).IsRefused(422, "unknown-rating").Json["detail"]!
            .GetValue<string>()
            .ShouldEndWith("Accepted: Refuted, Holds.");
        (await RateAsync(story, "Holds")).Is(200);
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
        (await AgreedAsync(story)).ShouldBe($"{Claim}: Holds", "a published rating keeps its scale");
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
        var story = await LiveAsync($"Rated wall with {member}");
        var body = await BodyAsync(story);
        body[member] = value;
        var answer = await newsroom.As("pia", Role.Publisher).PostAsync($"/stories/{story.Id}/publish-fact-check", body.ToJsonString());
        answer.Is(status);
        if (code is not null)
        {
            answer.IsRefused(status, code);
        }
    }

    [Fact]
    public async Task Long_texts_are_refused_and_long_evidence_is_shown()
    {
        var story = await LiveAsync("Rated wall with long words");
        foreach (var (member, length) in new[] { ("claimant", 201), ("explanation", 1 << 20), ("rating", 61), ("claimUrl", 2_001) })
        {
            var body = await BodyAsync(story);
            body[member] = new string('x', length);
            (await newsroom.As("pia", Role.Publisher).PostAsync($"/stories/{story.Id}/publish-fact-check", body.ToJsonString())).Is(400);
        }

        var many = await BodyAsync(story);
        many["sources"] = new JsonArray([
            .. Enumerable.Range(0, 21).Select(n => (JsonNode?)new JsonObject { ["check"] = 4, ["piece"] = n }),
        ]);
        (await newsroom.As("pia", Role.Publisher).PostAsync($"/stories/{story.Id}/publish-fact-check", many.ToJsonString())).Is(400);
        foreach (var (check, piece) in new[] { (0, 0), (4, -1), (4, 50) })
        {
            var wrong = await BodyAsync(story);
            wrong["sources"] = new JsonArray(new JsonObject { ["check"] = check, ["piece"] = piece });
            (await newsroom.As("pia", Role.Publisher).PostAsync($"/stories/{story.Id}/publish-fact-check", wrong.ToJsonString())).Is(400);
        }
    }

    [Fact]
    public async Task Erased_evidence_is_gone_from_the_page_and_from_every_table()
    {
        var erasures = new ErasureDriver(newsroom);
        var story = await LiveAsync("Rated wall with a diary", citation: "Quillfeather's diary");
        (await RateAsync(story)).Is(200);
        (await TextAsync(story, "html")).ShouldContain("Quillfeather");
        var past = $"/published/{story.Slug}?at=2100-01-01T00:00:00Z";
        var before = (await newsroom.Reader().GetAsync(past)).Is(200);
        (await newsroom.Reader().GetAsync(past, before.ETag)).Is(304);
        await newsroom.CatchUpAsync();
        var checks = (await ClaimAsync(story))["checks"]!.AsArray();
        var id = await erasures.RequestedAsync("evidence", $"{checks[0]!["event"]!.GetValue<string>()}/0");
        var done = (await newsroom.As("chi", Role.ChiefEditor).PostAsync($"/erasures/{id}/approve-erasure")).Is(200);
        done.Json["parts"]!.AsArray().Count.ShouldBe(2);
        foreach (var extension in FormatNegotiation.Extensions)
        {
            (await TextAsync(story, extension)).ShouldNotContain("Quillfeather", Case.Insensitive, extension);
        }

        (await newsroom.Reader().GetAsync(past, before.ETag)).Is(200).Text.ShouldNotContain("Quillfeather");
        (await AgreedAsync(story)).ShouldBe($"{Claim}: Mostly true");
        (await PageAsync(story)).Json["factChecks"]![0]!["evidence"]!.AsArray().ShouldBeEmpty();
        await erasures.EverythingHoldsAsync(story, "2 parts were erased by law");
    }

    [Fact]
    public async Task Evidence_that_becomes_public_while_it_is_erased_is_erased_too()
    {
        var erasures = new ErasureDriver(newsroom);
        var story = await LiveAsync("Rated wall with a letter", citation: "Featherquill's letter");
        await newsroom.CatchUpAsync();
        var checks = (await ClaimAsync(story))["checks"]!.AsArray();
        var id = await erasures.RequestedAsync("evidence", $"{checks[0]!["event"]!.GetValue<string>()}/0");
        await using var source = NpgsqlDataSource.Create(newsroom.Database);
        await using var other = await source.OpenConnectionAsync(TestContext.Current.CancellationToken);
        Task<Answer> rating;
        Task<Answer> approving;
        await using (var meanwhile = await other.BeginTransactionAsync(TestContext.Current.CancellationToken))
        {
            // The publication waits for the story first, then the erasure does.
            await other.RunAsync($"select from newsroom.mt_streams where id = '{story.Id}' for update");
            rating = RateAsync(story);
            await WaitingAsync(1);
            approving = ApproveAsync();
            await WaitingAsync(2);
            await meanwhile.RollbackAsync(TestContext.Current.CancellationToken);
        }

        (await rating).Is(200);
        var approved = await approving;
        await Eventually.HoldsAsync(
            "the ledger has the event",
            async () =>
            {
                // The answer is 503 (ledger-behind) until the ledger has the event; a client sends the request again.
                approved = approved.Status == 503 ? await ApproveAsync() : approved;
                return approved.Status == 200;
            }
        );
        (await erasures.MentionsAsync("Featherquill")).ShouldBe(0);
        (await TextAsync(story, "html")).ShouldNotContain("Featherquill");

        Task<Answer> ApproveAsync() => newsroom.As("chi", Role.ChiefEditor).PostAsync($"/erasures/{id}/approve-erasure");

        Task WaitingAsync(int count) =>
            Eventually.HoldsAsync(
                $"{count} requests wait for the story",
                async () =>
                    await source.ScalarAsync<long>(
                        "select count(*) from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'"
                    ) >= count
            );
    }

    /// <summary>Publishes a fact check whose claim fact-checkers have verified.</summary>
    private async Task<StoryDriver> LiveAsync(
        string headline,
        string desk = "world",
        string[]? checkers = null,
        string citation = "Survey of 2025"
    ) =>
        await PublishedStories.PublishAsync(
            newsroom,
            headline,
            Claim,
            async story =>
            {
                (await story.DoAsync("describe-story", "rita", Role.Reporter, new { genre = "fact-check" })).Is(200);
                (await story.DoAsync("flag-claim", "rita", Role.Reporter, new { words = Claim })).Is(200);
                foreach (var checker in checkers ?? ["femi", "fay"])
                {
                    (await CheckAsync(story, checker, "verified", checker == "femi" ? citation : "Survey of 2025")).Is(200);
                }
            },
            desk
        );

    private async Task<StoryDriver> RatedAsync(string headline)
    {
        var story = await LiveAsync(headline);
        (await RateAsync(story)).Is(200);
        return story;
    }

    private static async Task<Answer> CheckAsync(StoryDriver story, string checker, string verdict, string cited = "Survey of 2025") =>
        await story.DoAsync(
            "fact-check",
            checker,
            Role.FactChecker,
            new
            {
                passage = "c1",
                fingerprint = await story.FingerprintAsync("c1"),
                verdict,
                reason = verdict == "verified" ? null : "Another survey.",
                evidence = new[]
                {
                    new
                    {
                        kind = "document",
                        citation = cited,
                        url = "https://example.org/survey",
                        locator = "p. 4",
                        excerpt = "13.04 m",
                    },
                },
            }
        );

    private static async Task<JsonObject> BodyAsync(StoryDriver story, string rating = "Mostly true")
    {
        var checks = (await ClaimAsync(story))["checks"]!.AsArray();
        return new JsonObject
        {
            ["claim"] = "c1",
            ["fingerprint"] = await story.FingerprintAsync("c1"),
            ["claimant"] = "Ada Berg",
            ["claimUrl"] = "https://example.org/speech",
            ["claimDate"] = "2026-03-01",
            ["rating"] = rating,
            ["explanation"] = "The survey says *13.04 metres*.",
            ["sources"] = new JsonArray(new JsonObject { ["check"] = checks[0]!["version"]!.GetValue<long>(), ["piece"] = 0 }),
        };
    }

    private static async Task<Answer> RateAsync(StoryDriver story, string rating = "Mostly true", JsonArray? sources = null)
    {
        var body = await BodyAsync(story, rating);
        body["sources"] = sources ?? body["sources"]!.DeepClone();
        return await story.DoAsync("publish-fact-check", "pia", Role.Publisher, body);
    }

    private static async Task PublishAgainAsync(StoryDriver story, string command, object body)
    {
        foreach (var checker in new[] { "femi", "fay" })
        {
            (await CheckAsync(story, checker, "verified")).Is(200);
        }

        (await story.DoAsync("submit-for-review", "rita", Role.Reporter)).Is(200);
        (await story.ApproveAsync("ed")).Is(200);
        (await story.ApproveAsync("lea", Role.Legal)).Is(200);
        (await story.DoAsync(command, "pia", Role.Publisher, body)).Is(200);
    }

    /// <summary>Reads the fact checks of all formats, and returns what they agree on.</summary>
    private async Task<string> AgreedAsync(StoryDriver story)
    {
        var facts = new List<FormatFacts>();
        foreach (var extension in FormatNegotiation.Extensions)
        {
            facts.Add(FormatFacts.Of(extension, await TextAsync(story, extension)));
        }

        facts.Select(fact => fact.FactChecks).Distinct().ShouldHaveSingleItem();
        return facts[0].FactChecks;
    }

    private async Task ValidAsync(StoryDriver story)
    {
        Standards.Require();
        Standards.OfNinjs(await TextAsync(story, "ninjs")).ShouldBeEmpty();
        Standards.OfNewsMl(System.Text.Encoding.UTF8.GetBytes(await TextAsync(story, "newsml"))).ShouldBeEmpty();
        Standards.OfSchemaOrg(JsonNode.Parse(await TextAsync(story, "jsonld"))!).ShouldBeEmpty();
        Standards.OfHtml(await TextAsync(story, "html")).ShouldBeEmpty();
    }

    private async Task<int> VersionAsync(StoryDriver story) =>
        int.Parse(JsonNode.Parse(await TextAsync(story, "ninjs"))!["version"]!.GetValue<string>(), null);

    private static async Task<JsonNode> ClaimAsync(StoryDriver story) => (await story.ReadAsync()).Json["claims"]!.AsArray().Single()!;

    private async Task<List<JsonNode?>> WorkAsync(StoryDriver story)
    {
        await newsroom.CatchUpAsync();
        return
        [
            .. (await newsroom.As("pia", Role.Publisher).GetAsync("/me/work?limit=200"))
                .Is(200)
                .Json.AsArray()
                .Where(item => item!["story"]?["id"]?.GetValue<Guid>() == story.Id),
        ];
    }

    private async Task<Answer> PageAsync(StoryDriver story, string? seen = null) =>
        await newsroom.Reader().GetAsync($"/published/{story.Slug}.json", seen);

    private async Task<string> TextAsync(StoryDriver story, string extension) =>
        (await newsroom.Reader().GetAsync($"/published/{story.Slug}.{extension}")).Is(200).Text;

    private async Task<string> FeedItemAsync(StoryDriver story) =>
        JsonNode
            .Parse(await FeedAsync("feed.json", story))!["items"]!
            .AsArray()
            .Single(item => item!["url"]!.GetValue<string>().EndsWith($"/{story.Slug}", StringComparison.Ordinal))!
            .ToJsonString();

    private async Task<string> FeedAsync(string feed, StoryDriver story)
    {
        var text = (await newsroom.Reader().GetAsync($"/published/{feed}")).Is(200).Text;
        text.ShouldContain(story.Slug);
        return text;
    }
}
