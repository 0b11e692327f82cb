using System.Text;
using System.Text.Json.Nodes;
using Newsroom.Domain.Kernel;

namespace Newsroom.Api.Tests.EndToEnd;

/// <summary>One real article from draft to published to audited, over HTTP.</summary>
public class RealArticleTests(Newsroom newsroom)
{
    private const string First = "“It’s very important for Kazakhstan";
    private const string Second = "“A typical example of the cooperation";
    private const string Third = "“China has made remarkable achievements";

    [Fact]
    public async Task A_real_article_goes_from_draft_to_published_to_audited()
    {
        var body = await File.ReadAllTextAsync(Corpus.Files("seed", "*.txt")[0], Encoding.UTF8, TestContext.Current.CancellationToken);
        (
            await newsroom
                .As("rita", Role.Reporter)
                .PostAsync(
                    "/speakers/register-speaker",
                    new
                    {
                        id = "k-j-tokayev",
                        name = "Kassym-Jomart Tokayev",
                        description = "President of Kazakhstan",
                    }
                )
        ).Is(201);
        var story = await StoryDriver.DraftedAsync(newsroom, "Kazakhstan and China to deepen trust, says Tokayev", body);

        (await AttributeAsync(story, Quotation(body, First), "said the Kazahk president")).Is(200).Json["events"]![0]!["data"]!["quote"]!
            .GetValue<string>()
            .ShouldBe("q1");
        (await AttributeAsync(story, Quotation(body, Second), "said Tokayev")).Is(200);
        (await AttributeAsync(story, Quotation(body, Third), "said Tokayev")).Is(200);
        foreach (
            var claim in new[]
            {
                "Tokayev, who took office after succeeding long-time leader Nursultan Nazarbayev in March, said his country enjoys strong "
                    + "ties with China.",
                "The idea was proposed by Chinese President Xi Jinping in Kazakhstan for the first time.",
                "I congratulate the people’s Republic of China on the 70th anniversary of the founding, which is really a historic event.",
            }
        )
        {
            (await story.DoAsync("flag-claim", "rita", Role.Reporter, new { words = claim })).Is(200);
        }

        (await story.DoAsync("submit-for-review", "rita", Role.Reporter)).Is(200);
        var refused = (await story.PublishAsync()).IsRefused(422, "quote-unchecked");
        refused.FailedGates.ShouldBe(["quotes-verified", "claims-checked", "approvals"]);
        (await newsroom.As("ed", Role.Editor).GetAsync($"/stories/{story.Id}/gates")).Is(200).Json["gates"]!
            .ToJsonString()
            .ShouldBe(refused.Json["gates"]!.ToJsonString());

        foreach (var passage in new[] { "q1", "q2", "q3", "c1", "c2", "c3" })
        {
            (await story.VerifyAsync(passage)).Is(200).Events.ShouldBe(["fact_checked"]);
        }

        (await story.ReplaceAsync("ed", Role.Editor, "and says the nation’s", "and said the nation’s"))
            .Is(200)
            .Events.ShouldBe(["article_revised"]);
        (await StatesAsync(story)).ShouldBe("q1 verified, q2 verified, q3 verified, c1 verified, c2 verified, c3 verified");

        (await story.ReplaceAsync("ed", Role.Editor, "and wish’s the friendship", "and wish the friendship"))
            .Is(200)
            .Events.ShouldBe(["article_revised", "passage_reworded", "check_lapsed"]);
        (await StatesAsync(story)).ShouldBe("q1 verified, q2 verified, q3 lapsed, c1 verified, c2 verified, c3 verified");
        (await story.PublishAsync()).IsRefused(422, "quote-check-lapsed").FailedGates.ShouldBe(["quotes-verified", "approvals"]);

        (await story.ReplaceAsync("ed", Role.Editor, "said the Kazahk president", "said the Kazakh president")).Is(200);
        (await StatesAsync(story)).ShouldBe("q1 lapsed, q2 verified, q3 lapsed, c1 verified, c2 verified, c3 verified");

        (
            await newsroom
                .As("ed", Role.FactChecker)
                .PostAsync(
                    $"/stories/{story.Id}/fact-check",
                    new
                    {
                        passage = "q3",
                        fingerprint = await story.FingerprintAsync("q3"),
                        verdict = "verified",
                        evidence = new[] { new { kind = "recording", citation = "tape" } },
                    }
                )
        ).IsRefused(403, "checker-wrote-words");
        (await story.VerifyAsync("q1")).Is(200);
        (await story.VerifyAsync("q3")).Is(200);

        (await story.ApproveAsync("rita")).IsRefused(403, "author-approves");
        (await story.ApproveAsync("ed")).Is(200);
        (await story.PublishAsync()).IsRefused(422, "approvals-missing").FailedGates.ShouldBe(["approvals"]);
        (await story.ApproveAsync("eva")).Is(200);
        (await story.PublishAsync()).Is(200).Events.ShouldBe(["story_published"]);

        var readers = (await newsroom.Reader().GetAsync($"/published/{story.Slug}")).Is(200);
        readers.Json["edition"]!.GetValue<int>().ShouldBe(1);
        readers.Json["body"]!
            .GetValue<string>()
            .ShouldBe(
                body.Replace("and says the nation’s", "and said the nation’s", StringComparison.Ordinal)
                    .Replace("and wish’s the friendship", "and wish the friendship", StringComparison.Ordinal)
                    .Replace("said the Kazahk president", "said the Kazakh president", StringComparison.Ordinal)
            );

        (await story.ReadAsync(version: 1)).Json["article"]!["body"]!.GetValue<string>().ShouldBe(body);
        var now = await story.VersionAsync();
        for (var version = 1L; version <= now; version++)
        {
            (await story.ReadAsync(version)).Version.ShouldBe(version);
        }

        var past = (await story.ReadAsync(now)).Json;
        past["gates"]!.AsArray().Count.ShouldBe(9);
        (past["gates"], past["policy"]) = (null, null);
        past.ToJsonString().ShouldBe((await story.ReadAsync()).Json.ToJsonString());
    }

    private static async Task<string> StatesAsync(StoryDriver story)
    {
        var now = (await story.ReadAsync()).Json;
        return string.Join(", ", now["quotes"]!.AsArray().Concat(now["claims"]!.AsArray()).Select(p => $"{p!["id"]} {p["state"]}"));
    }

    private static string Quotation(string body, string beginning)
    {
        var start = body.IndexOf(beginning, StringComparison.Ordinal);
        return body[start..(body.IndexOf('”', start) + 1)];
    }

    private static Task<Answer> AttributeAsync(StoryDriver story, string words, string attribution) =>
        story.DoAsync(
            "attribute-quote",
            "rita",
            Role.Reporter,
            new
            {
                words,
                speaker = "k-j-tokayev",
                attribution,
            }
        );
}
