using System.Text.Json.Nodes;
using Newsroom.Api.Publication;
using Newsroom.Domain.Kernel;
using Newsroom.Formats.Tests;

namespace Newsroom.Api.Tests.Publication;

/// <summary>Publishes fact checks, rates their claim, and reads what is public of them.</summary>
internal sealed class FactCheckStories(Newsroom newsroom)
{
    /// <summary>The claim c1 of each story.</summary>
    public const string Claim = "The wall is thirteen metres long.";

    /// <summary>Publishes a fact check whose claim fact-checkers have verified.</summary>
    public async Task<StoryDriver> LiveAsync(
        string headline,
        string desk = "world",
        string[]? checkers = null,
        string citation = "Survey of 2025",
        string more = ""
    ) =>
        await PublishedStories.PublishAsync(
            newsroom,
            headline,
            Claim + more,
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

    /// <summary>Publishes a fact check, and rates its claim.</summary>
    public async Task<StoryDriver> RatedAsync(string headline)
    {
        var story = await LiveAsync(headline);
        (await RateAsync(story)).Is(200);
        return story;
    }

    /// <summary>Gives a verdict on the claim, with one piece of evidence.</summary>
    public static async Task<Answer> CheckAsync(
        StoryDriver story,
        string checker,
        string verdict,
        string cited = "Survey of 2025",
        string url = "https://example.org/survey",
        string locator = "p. 4"
    ) =>
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
                        url,
                        locator,
                        excerpt = "13.04 m",
                    },
                },
            }
        );

    /// <summary>Returns the body of publish-fact-check, with the evidence of the first check.</summary>
    public static async Task<JsonObject> BodyAsync(StoryDriver story, string rating = "Mostly true")
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

    /// <summary>Sends publish-fact-check.</summary>
    public static async Task<Answer> RateAsync(StoryDriver story, string rating = "Mostly true", JsonArray? sources = null)
    {
        var body = await BodyAsync(story, rating);
        body["sources"] = sources ?? body["sources"]!.DeepClone();
        return await story.DoAsync("publish-fact-check", "pia", Role.Publisher, body);
    }

    /// <summary>Publishes a further edition, after checks of its claim.</summary>
    public static async Task PublishAgainAsync(StoryDriver story, string command, object body, params string[] checkers)
    {
        foreach (var checker in checkers)
        {
            (await CheckAsync(story, checker, "verified")).Is(200);
        }

        (await story.DoAsync("submit-for-review", "rita", Role.Reporter)).Is(200);
        (await story.ApproveAsync("ed")).Is(200);
        (await story.ApproveAsync("lea", Role.Legal)).Is(200);
        (await story.DoAsync(command, "pia", Role.Publisher, body)).Is(200);
    }

    /// <summary>Reads the fact checks of all formats, and returns what they agree on.</summary>
    public async Task<string> AgreedAsync(StoryDriver story, string? at = null)
    {
        var facts = new List<FormatFacts>();
        foreach (var extension in FormatNegotiation.Extensions)
        {
            facts.Add(FormatFacts.Of(extension, await TextAsync(story, extension, at)));
        }

        facts.Select(fact => fact.FactChecks).Distinct().ShouldHaveSingleItem();
        return facts[0].FactChecks;
    }

    /// <summary>Asserts that all formats with a schema are valid.</summary>
    public async Task ValidAsync(StoryDriver story)
    {
        Standards.Require();
        Standards.OfNinjs(await TextAsync(story, "ninjs")).ShouldBeEmpty();
        Standards.OfNewsMl(System.Text.Encoding.UTF8.GetBytes(await TextAsync(story, "newsml"))).ShouldBeEmpty();
        Standards.OfSchemaOrg(JsonNode.Parse(await TextAsync(story, "jsonld"))!).ShouldBeEmpty();
        Standards.OfHtml(await TextAsync(story, "html")).ShouldBeEmpty();
    }

    /// <summary>Reads the version of the item in formats of agencies.</summary>
    public async Task<int> VersionAsync(StoryDriver story) =>
        int.Parse(JsonNode.Parse(await TextAsync(story, "ninjs"))!["version"]!.GetValue<string>(), null);

    /// <summary>Reads the claim as staff see it.</summary>
    public static async Task<JsonNode> ClaimAsync(StoryDriver story) =>
        (await story.ReadAsync()).Json["claims"]!.AsArray().Single()!;

    /// <summary>Lists the work of a publisher on a story.</summary>
    public async Task<List<JsonNode?>> WorkAsync(StoryDriver story)
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

    /// <summary>Reads the page as JSON.</summary>
    public async Task<Answer> PageAsync(StoryDriver story, string? seen = null, string? at = null) =>
        await newsroom.Reader().GetAsync(PathOf(story, "json", at), seen);

    /// <summary>Reads the page in a format.</summary>
    public async Task<string> TextAsync(StoryDriver story, string extension, string? at = null) =>
        (await newsroom.Reader().GetAsync(PathOf(story, extension, at))).Is(200).Text;

    /// <summary>Reads the item of the story in the JSON feed.</summary>
    public async Task<string> FeedItemAsync(StoryDriver story) =>
        JsonNode
            .Parse(await FeedAsync("feed.json", story))!["items"]!
            .AsArray()
            .Single(item => item!["url"]!.GetValue<string>().EndsWith($"/{story.Slug}", StringComparison.Ordinal))!
            .ToJsonString();

    /// <summary>Reads a feed that has the story.</summary>
    public async Task<string> FeedAsync(string feed, StoryDriver story)
    {
        var text = (await newsroom.Reader().GetAsync($"/published/{feed}")).Is(200).Text;
        text.ShouldContain(story.Slug);
        return text;
    }

    private static string PathOf(StoryDriver story, string extension, string? at) =>
        $"/published/{story.Slug}.{extension}{(at is null ? "" : $"?at={Uri.EscapeDataString(at)}")}";
}
