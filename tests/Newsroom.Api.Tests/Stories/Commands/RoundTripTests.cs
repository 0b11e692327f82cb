using System.Text.Json;
using Newsroom.Domain.Kernel;

namespace Newsroom.Api.Tests.Stories.Commands;

/// <summary>
/// A command needs three round trips: to load and lock its story with the context of the decision, to append, and to commit. The driver
/// logs the first two; a commit follows every append.
/// </summary>
public sealed class RoundTripTests(Newsroom newsroom) : IDisposable
{
    private readonly StatementTrace statements = new();

    public void Dispose() => statements.Dispose();

    [Fact]
    public async Task A_command_queries_the_database_twice_and_commits()
    {
        var story = await StoryDriver.DraftedAsync(newsroom, "Round trips", "The wall is 31 metres long. It rains.");
        (
            await newsroom
                .As("ed", Role.Editor)
                .PostAsync("/speakers/register-speaker", new { id = "rain-watcher", name = "A watcher of rain" })
        ).Is(201);
        await TakesAsync(
            2,
            "/stories/draft-article",
            "rita",
            Role.Reporter,
            new
            {
                desk = "world",
                headline = "Drafted",
                body = "Words.",
            },
            0
        );
        await TakesAsync(
            2,
            $"/stories/{story.Id}/revise-article",
            "ed",
            Role.Editor,
            new { body = "The wall is 31 metres long. “It rains all day,” she said." },
            1
        );
        await TakesAsync(
            2,
            $"/stories/{story.Id}/attribute-quote",
            "ed",
            Role.Editor,
            new { words = "“It rains all day,”", speaker = "rain-watcher" },
            2
        );
        await TakesAsync(2, $"/stories/{story.Id}/flag-claim", "ed", Role.Editor, new { words = "The wall is 31 metres long." }, 3);
        await TakesAsync(
            2,
            $"/stories/{story.Id}/fact-check",
            "femi",
            Role.FactChecker,
            Check("q1", await story.FingerprintAsync("q1")),
            0
        );
        await TakesAsync(
            2,
            $"/stories/{story.Id}/fact-check",
            "femi",
            Role.FactChecker,
            Check("c1", await story.FingerprintAsync("c1")),
            0
        );
        await TakesAsync(2, $"/stories/{story.Id}/submit-for-review", "rita", Role.Reporter, new { }, 6);
        await TakesAsync(2, $"/stories/{story.Id}/approve", "ned", Role.Editor, new { fingerprint = await story.FingerprintAsync() }, 0);
        await TakesAsync(2, $"/stories/{story.Id}/approve", "lea", Role.Legal, new { fingerprint = await story.FingerprintAsync() }, 0);
        await TakesAsync(2, $"/stories/{story.Id}/publish", "pia", Role.Publisher, new { }, 9);
        await TakesAsync(
            2,
            $"/stories/{story.Id}/revise-article",
            "ed",
            Role.Editor,
            new { body = "The wall is 31 metres long. “It rains all day,” she said. So it did." },
            10
        );
        (await story.DoAsync("submit-for-review", "rita", Role.Reporter)).Is(200);
        (await story.ApproveAsync("ned")).Is(200);
        (await story.ApproveAsync("lea", Role.Legal)).Is(200);
        await TakesAsync(2, $"/stories/{story.Id}/publish", "pia", Role.Publisher, new { }, await story.VersionAsync());
    }

    [Fact]
    public async Task A_preview_queries_the_database_once()
    {
        var story = await StoryDriver.DraftedAsync(newsroom, "Previewed round trips", "The wall is 31 metres long. It rains.");
        await TakesAsync(
            1,
            "/stories/draft-article",
            "rita",
            Role.Reporter,
            new
            {
                desk = "world",
                headline = "Drafted",
                body = "Words.",
            },
            0,
            "dry-run"
        );
        await TakesAsync(
            1,
            $"/stories/{story.Id}/revise-article",
            "ed",
            Role.Editor,
            new { body = "The wall is 32 metres long. It rains." },
            1,
            "dry-run"
        );
        await TakesAsync(1, $"/stories/{story.Id}/submit-for-review", "rita", Role.Reporter, new { }, 1, "dry-run");
    }

    [Fact]
    public async Task A_merged_revision_needs_no_more_queries()
    {
        var story = await StoryDriver.DraftedAsync(newsroom, "Merged", "The wall is 31 metres long.\n\nIt rains on the quay.");
        (await story.ReplaceAsync("ed", Role.Editor, "31", "32")).Is(200);
        await TakesAsync(
            2,
            $"/stories/{story.Id}/revise-article",
            "ned",
            Role.Editor,
            new { body = "The wall is 31 metres long.\n\nIt rained on the quay." },
            1
        );
    }

    [Fact]
    public async Task Phrases_dismissed_elsewhere_are_loaded_with_the_story()
    {
        const string body = "They shouted “no round trip too many here” twice.";
        var earlier = await StoryDriver.DraftedAsync(newsroom, "Phrases", body);
        var later = await StoryDriver.DraftedAsync(newsroom, "Phrases again", body);
        (
            await earlier.DoAsync(
                "dismiss-quotation",
                "ed",
                Role.Editor,
                new { words = "“no round trip too many here”", reason = "A motto." }
            )
        ).Is(200);
        await newsroom.CatchUpAsync();
        var quoted = (await newsroom.As("ed", Role.Editor).GetAsync($"/stories/{later.Id}/quoted")).Json["quoted"]!.AsArray();
        var phrases = quoted.Select(q => q!["dismissedBefore"]!["key"]!.GetValue<string>()).ToArray();
        await TakesAsync(2, $"/stories/{later.Id}/dismiss-proposed", "ed", Role.Editor, new { reason = "A motto.", phrases }, 1);
    }

    private async Task TakesAsync(int expected, string path, string user, Role role, object body, long basedOn, string? preference = null)
    {
        var (trace, header) = StatementTrace.Begin();
        var answer = await newsroom
            .As(user, role)
            .SendAsync(
                HttpMethod.Post,
                path,
                JsonSerializer.SerializeToUtf8Bytes(body),
                "application/json",
                ("If-Match", basedOn > 0 ? $"\"v{basedOn}\"" : null),
                ("Prefer", preference),
                header
            );
        answer.Status.ShouldBeOneOf(200, 201);
        statements.Of(trace).Count.ShouldBe(expected, $"{path}: {string.Join("\n", statements.Of(trace))}");
    }

    private static object Check(string passage, string fingerprint) =>
        new
        {
            passage,
            fingerprint,
            verdict = "verified",
            evidence = new[] { new { kind = "recording", citation = "The interview's recording" } },
        };
}
