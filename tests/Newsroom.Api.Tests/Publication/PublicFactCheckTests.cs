using System.Text.Json.Nodes;
using Newsroom.Api.Publication;
using Newsroom.Api.Tests.Erasures;
using Newsroom.Api.Tests.Postgres;
using Newsroom.Domain.Kernel;
using Npgsql;

namespace Newsroom.Api.Tests.Publication;

/// <summary>Public fact checks, as readers see them.</summary>
public sealed class PublicFactCheckTests(Newsroom newsroom) : IClassFixture<Newsroom>
{
    private const string Claim = FactCheckStories.Claim;

    private readonly FactCheckStories stories = new(newsroom);

    [Fact]
    public async Task A_public_fact_check_is_in_every_format_until_it_is_withdrawn()
    {
        var story = await stories.LiveAsync("Rated wall");
        var before = await stories.PageAsync(story);
        before.Json["factChecks"]!.AsArray().ShouldBeEmpty();
        before.Json["genre"]!.GetValue<string>().ShouldBe("fact-check");
        var agencies = await stories.VersionAsync(story);

        (await FactCheckStories.RateAsync(story)).Is(200);
        var rated = await stories.AgreedAsync(story);
        rated.ShouldBe($"{Claim}: Mostly true");
        (await stories.PageAsync(story, before.ETag)).Is(200);
        (await stories.VersionAsync(story)).ShouldBe(agencies + 1, "agencies apply higher versions only");
        await stories.ValidAsync(story);
        var check = (await stories.PageAsync(story)).Json["factChecks"]!.AsArray().ShouldHaveSingleItem()!;
        check["claimant"]!.GetValue<string>().ShouldBe("Ada Berg");
        check["claimDate"]!.GetValue<string>().ShouldBe("2026-03-01");
        (check["rating"]!["value"]!.GetValue<int>(), check["rating"]!["best"]!.GetValue<int>()).ShouldBe((4, 5));
        var piece = check["evidence"]!.AsArray().ShouldHaveSingleItem()!.AsObject();
        piece.Select(member => member.Key).ShouldBe(["kind", "citation", "url", "locator"], ignoreOrder: true);
        piece["citation"]!.GetValue<string>().ShouldBe("Survey of 2025");
        (await stories.TextAsync(story, "html")).ShouldContain("href=\"https://example.org/survey\"");
        (await stories.FeedItemAsync(story)).ShouldContain("\"rating\":\"Mostly true\"");
        (await stories.FeedAsync("feed.atom", story)).ShouldContain("Mostly true");

        var withdrawal = new { claim = "c1", reason = "The survey was of another wall." };
        (await story.DoAsync("withdraw-fact-check", "chi", Role.ChiefEditor, withdrawal)).Is(200);
        (await stories.AgreedAsync(story)).ShouldBe("");
        (await stories.VersionAsync(story)).ShouldBe(agencies + 2);
        (await stories.TextAsync(story, "html")).ShouldNotContain("another wall");
        (await newsroom.As("ed", Role.Editor).GetAsync($"/stories/{story.Id}/history"))
            .Is(200)
            .Text.ShouldContain("chi withdrew the public fact check of c1");
    }

    [Fact]
    public async Task What_changes_words_or_verdicts_takes_it_from_the_page()
    {
        var corrected = await stories.RatedAsync("Rated wall to correct");
        (await corrected.ReplaceAsync("rita", Role.Reporter, "thirteen", "fourteen")).Is(200);
        (await stories.AgreedAsync(corrected)).ShouldNotBe("", "readers have the old words");
        var correction = new { kind = "correction", note = "It is fourteen." };
        await FactCheckStories.PublishAgainAsync(corrected, "correct", correction, "femi", "fay");
        (await stories.AgreedAsync(corrected)).ShouldBe("");

        var disputed = await stories.RatedAsync("Rated wall to dispute");
        (await FactCheckStories.CheckAsync(disputed, "fin", "disputed")).Is(200);
        (await stories.AgreedAsync(disputed)).ShouldBe("");

        var withdrawn = await stories.RatedAsync("Rated wall to withdraw");
        (await withdrawn.DoAsync("withdraw-claim", "ed", Role.Editor, new { claim = "c1", reason = "An opinion." })).Is(200);
        (await stories.AgreedAsync(withdrawn)).ShouldBe("");
    }

    [Fact]
    public async Task A_takedown_takes_it_from_readers_and_a_release_shows_it_again()
    {
        var story = await stories.RatedAsync("Rated wall to take down");
        (await story.DoAsync("withhold", "pia", Role.Publisher, new { reason = "Checking." })).Is(200);
        foreach (var extension in FormatNegotiation.Extensions)
        {
            (await newsroom.Reader().GetAsync($"/published/{story.Slug}.{extension}"))
                .Is(404)
                .Text.ShouldNotContain("Mostly true");
        }

        (await FactCheckStories.RateAsync(story)).IsRefused(422, "story-withheld");
        (await story.DoAsync("release", "pia", Role.Publisher)).Is(200);
        (await stories.AgreedAsync(story)).ShouldBe($"{Claim}: Mostly true");
        var retraction = new { reason = "Forged.", notice = "We have retracted it." };
        (await story.DoAsync("retract", "chi", Role.ChiefEditor, retraction)).Is(200);
        foreach (var extension in FormatNegotiation.Extensions)
        {
            (await stories.TextAsync(story, extension)).ShouldNotContain("Mostly true", Case.Insensitive, extension);
        }

        (await stories.PageAsync(story)).Json["factChecks"]!.AsArray().ShouldBeEmpty();
        (await stories.FeedItemAsync(story)).ShouldNotContain("Mostly true");
    }

    [Fact]
    public async Task Erased_evidence_is_gone_from_the_page_and_from_every_table()
    {
        var erasures = new ErasureDriver(newsroom);
        var story = await stories.LiveAsync("Rated wall with a diary", citation: "Quillfeather's diary");
        (await FactCheckStories.RateAsync(story)).Is(200);
        (await stories.TextAsync(story, "html")).ShouldContain("Quillfeather");
        var past = $"/published/{story.Slug}?at=2100-01-01T00:00:00Z";
        var before = (await newsroom.Reader().GetAsync(past)).Is(200);
        (await newsroom.Reader().GetAsync(past, before.ETag)).Is(304);
        var agencies = await stories.VersionAsync(story);
        await newsroom.CatchUpAsync();
        var checks = (await FactCheckStories.ClaimAsync(story))["checks"]!.AsArray();
        var id = await erasures.RequestedAsync("evidence", $"{checks[0]!["event"]!.GetValue<string>()}/0");
        var done = (await newsroom.As("chi", Role.ChiefEditor).PostAsync($"/erasures/{id}/approve-erasure")).Is(200);
        done.Json["parts"]!.AsArray().Count.ShouldBe(2);
        foreach (var extension in FormatNegotiation.Extensions)
        {
            (await stories.TextAsync(story, extension)).ShouldNotContain("Quillfeather", Case.Insensitive, extension);
        }

        (await newsroom.Reader().GetAsync(past, before.ETag)).Is(200).Text.ShouldNotContain("Quillfeather");
        (await stories.VersionAsync(story)).ShouldBe(agencies + 1, "agencies apply higher versions only");
        (await stories.AgreedAsync(story)).ShouldBe($"{Claim}: Mostly true");
        (await stories.PageAsync(story)).Json["factChecks"]![0]!["evidence"]!.AsArray().ShouldBeEmpty();
        await erasures.EverythingHoldsAsync(story, "2 parts were erased by law");
    }

    [Fact]
    public async Task Evidence_of_a_withdrawn_fact_check_is_erased_too()
    {
        var erasures = new ErasureDriver(newsroom);
        var story = await stories.LiveAsync("Rated wall with a note", citation: "Quaverfeather's note");
        (await FactCheckStories.RateAsync(story)).Is(200);
        var withdrawal = new { claim = "c1", reason = "Wrong wall." };
        (await story.DoAsync("withdraw-fact-check", "pia", Role.Publisher, withdrawal)).Is(200);
        await newsroom.CatchUpAsync();
        var checks = (await FactCheckStories.ClaimAsync(story))["checks"]!.AsArray();
        var id = await erasures.RequestedAsync("evidence", $"{checks[0]!["event"]!.GetValue<string>()}/0");
        var done = (await newsroom.As("chi", Role.ChiefEditor).PostAsync($"/erasures/{id}/approve-erasure")).Is(200);
        done.Json["parts"]!.AsArray().Count.ShouldBe(2);
        await newsroom.CatchUpAsync();
        (await erasures.MentionsAsync("Quaverfeather")).ShouldBe(0);
    }

    [Fact]
    public async Task A_feed_has_the_ratings_of_a_long_story_and_none_of_its_texts()
    {
        var more = string.Concat(Enumerable.Repeat("\n\nIt leans.", 4_000));
        var story = await stories.LiveAsync("Rated wall of a long story", more: more);
        (await FactCheckStories.RateAsync(story)).Is(200);
        var item = JsonNode.Parse(await stories.FeedItemAsync(story))!;
        item["content_html"].ShouldBeNull();
        item["content_text"]!.GetValue<string>().ShouldBe("A wall that leans");
        var check = item["_newsroom"]!["factChecks"]!.AsArray().ShouldHaveSingleItem()!;
        check["claim"]!.GetValue<string>().ShouldBe(Claim);
        check["claimant"]!.GetValue<string>().ShouldBe("Ada Berg");
        check["rating"]!.GetValue<string>().ShouldBe("Mostly true");
        item.ToJsonString().ShouldNotContain("13.04");
    }

    [Fact]
    public async Task Evidence_that_becomes_public_while_it_is_erased_is_erased_too()
    {
        var erasures = new ErasureDriver(newsroom);
        var story = await stories.LiveAsync("Rated wall with a letter", citation: "Featherquill's letter");
        await newsroom.CatchUpAsync();
        var checks = (await FactCheckStories.ClaimAsync(story))["checks"]!.AsArray();
        var id = await erasures.RequestedAsync("evidence", $"{checks[0]!["event"]!.GetValue<string>()}/0");
        await using var source = NpgsqlDataSource.Create(newsroom.Database);
        await using var other = await source.OpenConnectionAsync(TestContext.Current.CancellationToken);
        Task<Answer> rating;
        Task<Answer> approving;
        await using (var meanwhile = await other.BeginTransactionAsync(TestContext.Current.CancellationToken))
        {
            // The publication waits for the story first, then the erasure does.
            await other.RunAsync($"select from newsroom.mt_streams where id = '{story.Id}' for update");
            rating = FactCheckStories.RateAsync(story);
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
        (await stories.TextAsync(story, "html")).ShouldNotContain("Featherquill");

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
}
