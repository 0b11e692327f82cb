using System.Text.Json.Nodes;
using Newsroom.Api.Tests.EndToEnd;
using Newsroom.Api.Tests.EvidenceFiles;
using Newsroom.Domain.Kernel;

namespace Newsroom.Api.Tests.Worklists;

/// <summary>The page of a passage: words over time, checks, lapses and returns, the speaker's other quotes.</summary>
public sealed class PassageTests(Newsroom newsroom)
{
    private readonly Person ed = newsroom.As("ed", Role.Editor);

    [Fact]
    public async Task A_lapse_and_a_return_name_their_cause_and_the_words_that_changed()
    {
        var story = await QuotedAsync("Lapse and return", "harbour-master-one");
        (await story.VerifyAsync("q1")).Is(200);
        (await story.ReplaceAsync("ed", Role.Editor, "rained", "snowed")).Is(200);
        (await story.ReplaceAsync("rita", Role.Reporter, "snowed", "rained")).Is(200);

        var page = await PageAsync(story, "q1");
        var events = page["events"]!.AsArray();
        events
            .Select(e => Text(e!, "type"))
            .ShouldBe(
                ["quote_attributed", "fact_checked", "passage_reworded", "check_lapsed", "passage_reworded", "check_reinstated"],
                ignoreOrder: false
            );
        (Text(events[0]!, "speaker"), Text(events[0]!, "words")).ShouldBe(
            ("harbour-master-one", "“It rained all day on the quay,” [said the harbour master]")
        );
        Text(events[1]!["check"]!["evidence"]![0]!, "citation").ShouldBe("The interview's recording");
        events[1]!["cause"].ShouldBeNull();

        var lapse = events[3]!;
        (Text(lapse, "checker"), Text(lapse["cause"]!, "command"), Text(lapse["cause"]!, "type")).ShouldBe(
            ("femi@newsroom-development", "revise-article", "article_revised")
        );
        (lapse["cause"]!["version"]!.GetValue<long>(), Text(lapse, "name")).ShouldBe((4, "ed"));
        lapse["changes"]!
            .AsArray()
            .Where(c => Text(c!, "change") != "same")
            .Select(c => (Text(c!, "change"), Text(c!, "words")))
            .ShouldBe([("removed", "rained"), ("added", "snowed")]);
        (events[5]!["cause"]!["version"]!.GetValue<long>(), Text(events[5]!, "name")).ShouldBe((7, "rita"));

        var current = page["current"]!;
        (Text(current, "state"), Text(current["attribution"]!, "words")).ShouldBe(("verified", "said the harbour master"));
        current["checks"]!.AsArray().ShouldHaveSingleItem()!["evidence"]!.AsArray().Count.ShouldBe(1);
        Text(page["speaker"]!, "name").ShouldBe("The harbour master");
    }

    [Fact]
    public async Task Words_are_compared_with_those_last_checked()
    {
        var story = await QuotedAsync("Since the check", "harbour-master-since");
        (await PageAsync(story, "q1"))["sinceLastCheck"].ShouldBeNull();
        (await story.VerifyAsync("q1")).Is(200);
        (await PageAsync(story, "q1"))["sinceLastCheck"].ShouldBeNull();
        (await story.ReplaceAsync("ed", Role.Editor, "rained", "snowed")).Is(200);
        (await story.ReplaceAsync("rita", Role.Reporter, "all day", "all night")).Is(200);
        (await PageAsync(story, "q1"))["sinceLastCheck"]!
            .AsArray()
            .Where(c => Text(c!, "change") != "same")
            .Select(c => (Text(c!, "change"), Text(c!, "words")))
            .ShouldBe([("removed", "rained"), ("added", "snowed"), ("removed", "day"), ("added", "night")]);
    }

    [Fact]
    public async Task Files_and_suppliers_of_the_evidence_are_named()
    {
        var (stored, unknown) = (TestFile.Of("the log of the pier"), TestFile.Of("kept elsewhere"));
        var femi = newsroom.As("femi", Role.FactChecker);
        (await femi.SendAsync(HttpMethod.Put, $"/evidence/{stored.Digest}", stored.Content, "text/plain")).Is(201);
        var olga = new { name = "Olga Brandt", roles = new List<string> { "reporter" } };
        (await newsroom.As("root", Role.Admin).PutAsync("/people/olga", olga)).Status.ShouldBeInRange(200, 201);
        var story = await QuotedAsync("Named evidence", "harbour-master-files");
        var evidence = new object[]
        {
            new
            {
                kind = "document",
                citation = "The log",
                sha256 = stored.Digest,
                suppliedBy = "harbour-master-files",
            },
            new
            {
                kind = "document",
                citation = "The letter",
                sha256 = unknown.Digest,
                suppliedBy = "olga",
            },
            new
            {
                kind = "document",
                citation = "A copy",
                sha256 = unknown.Digest,
                suppliedBy = "source-7",
            },
        };
        var check = new
        {
            passage = "q1",
            fingerprint = await story.FingerprintAsync("q1"),
            verdict = "verified",
            evidence,
        };
        (await story.DoAsync("fact-check", "femi", Role.FactChecker, check)).Is(200);

        var page = await PageAsync(story, "q1");

        page["files"]!
            .AsArray()
            .Select(file => (Text(file!, "sha256"), Text(file!, "state")))
            .ShouldBe([(stored.Digest, "stored"), (unknown.Digest, "not-stored")]);
        page["suppliers"]!
            .AsArray()
            .Select(supplier => (Text(supplier!, "reference"), Text(supplier!, "name"), Text(supplier!, "kind")))
            .ShouldBe([("harbour-master-files", "The harbour master", "speaker"), ("olga", "Olga Brandt", "person")]);
        var shown = await newsroom.TypeAsync("ed", Role.Editor, "passage", story.Slug, "q1");
        shown.Said.ShouldContain($"File {unknown.Digest}: not stored here");
        shown.Said.ShouldContain("Supplier olga: Olga Brandt (person)");
    }

    [Fact]
    public async Task Events_are_read_in_pages_and_a_withdrawn_passage_keeps_them()
    {
        var story = await QuotedAsync("Pages", "harbour-master-two");
        (await story.VerifyAsync("q1")).Is(200);
        (await story.DoAsync("add-note", "ed", Role.Editor, new { text = "Ask again.", passage = "q1" })).Is(200);
        (await story.DoAsync("withdraw-quote", "ed", Role.Editor, new { quote = "q1", reason = "Not needed." })).Is(200);

        var types = new List<string?>();
        var path = $"/stories/{story.Id}/passages/q1?limit=1";
        for (var pages = 0; pages < 10 && path is not null; pages++)
        {
            var page = (await ed.GetAsync(path)).Is(200);
            page.Json["current"].ShouldBeNull();
            types.Add(Text(page.Json["events"]!.AsArray().ShouldHaveSingleItem()!, "type"));
            path = page.Link?.Split('>')[0][1..];
        }

        types.ShouldBe(["quote_attributed", "fact_checked", "note_added", "quote_withdrawn"]);
    }

    [Fact]
    public async Task Only_events_of_the_passage_are_listed()
    {
        var story = await QuotedAsync("Only its own", "harbour-master-three");
        (await story.DoAsync("flag-claim", "ed", Role.Editor, new { words = "The wall is 31 metres long." })).Is(200);
        (await story.VerifyAsync("c1")).Is(200);
        var page = await PageAsync(story, "c1");
        page["events"]!.AsArray().Select(e => Text(e!, "type")).ShouldBe(["claim_flagged", "fact_checked"]);
        page["speaker"].ShouldBeNull();
        page["otherQuotes"]!.AsArray().ShouldBeEmpty();
        (await ed.GetAsync($"/stories/{story.Id}/passages/c2")).IsRefused(404, "unknown-passage");
        (await ed.GetAsync($"/stories/{Guid.NewGuid()}/passages/c1")).IsRefused(404, "unknown-story");
        (await ed.GetAsync($"/stories/{story.Id}/passages/c1?after=x")).Is(400);
    }

    [Fact]
    public async Task The_speakers_other_quotes_are_listed_latest_first_and_follow_their_words()
    {
        var first = await QuotedAsync("First of a speaker", "harbour-master-four");
        var second = await QuotedAsync("Second of a speaker", "harbour-master-four");
        await newsroom.CatchUpAsync();
        var others = (await PageAsync(first, "q1"))["otherQuotes"]!.AsArray();
        (Text(others.ShouldHaveSingleItem()!, "slug"), Text(others[0]!, "passage"), Text(others[0]!, "state")).ShouldBe(
            (second.Slug, "q1", "unchecked")
        );

        (await second.ReplaceAsync("ed", Role.Editor, "rained", "snowed")).Is(200);
        await newsroom.CatchUpAsync();
        var all = (await ed.GetAsync("/speakers/harbour-master-four/quotes")).Is(200).Json.AsArray();
        all.Select(q => (Text(q!, "slug"), Text(q!, "words")))
            .ShouldBe([(second.Slug, "“It snowed all day on the quay,”"), (first.Slug, "“It rained all day on the quay,”")]);
        var page = (await ed.GetAsync("/speakers/harbour-master-four/quotes?limit=1")).Is(200);
        (await ed.GetAsync(page.Link!.Split('>')[0][1..])).Is(200).Json.AsArray().ShouldHaveSingleItem();

        (await second.DoAsync("withdraw-quote", "ed", Role.Editor, new { quote = "q1", reason = "Not needed." })).Is(200);
        await newsroom.CatchUpAsync();
        (await ed.GetAsync("/speakers/harbour-master-four/quotes")).Is(200).Json.AsArray().Count.ShouldBe(1);
        (await ed.GetAsync("/speakers/nobody-of-that-name/quotes")).IsRefused(404, "unknown-speaker");
    }

    [Fact]
    public async Task The_command_line_shows_a_passage()
    {
        var story = await QuotedAsync("On the command line", "harbour-master-five");
        (await story.VerifyAsync("q1")).Is(200);
        (await story.ReplaceAsync("ed", Role.Editor, "rained", "snowed")).Is(200);
        await newsroom.CatchUpAsync();
        var said = (await newsroom.TypeAsync("ed", Role.Editor, "passage", story.Slug, "q1")).Said;
        said.ShouldContain("q1: lapsed, version 6");
        said.ShouldContain("recording: The interview's recording");
        said.ShouldContain("by revise-article of ed, version 4");
        said.ShouldContain("[-rained-]{+snowed+}");
        (await newsroom.TypeAsync("ed", Role.Editor, "speaker-quotes", "harbour-master-five")).Said.ShouldContain(story.Slug);
    }

    private async Task<StoryDriver> QuotedAsync(string headline, string speaker)
    {
        (await ed.PostAsync("/speakers/register-speaker", new { id = speaker, name = "The harbour master" })).Status.ShouldBeOneOf(
            200,
            201,
            422
        );
        var story = await StoryDriver.DraftedAsync(
            newsroom,
            headline,
            "The wall is 31 metres long. “It rained all day on the quay,” said the harbour master."
        );
        (
            await story.DoAsync(
                "attribute-quote",
                "ed",
                Role.Editor,
                new
                {
                    words = "“It rained all day on the quay,”",
                    speaker,
                    attribution = "said the harbour master",
                }
            )
        ).Is(200);
        return story;
    }

    private async Task<JsonNode> PageAsync(StoryDriver story, string passage) =>
        (await ed.GetAsync($"/stories/{story.Id}/passages/{passage}")).Is(200).Json;

    private static string? Text(JsonNode node, string member) => node[member]?.GetValue<string>();
}
