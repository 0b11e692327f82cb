using Newsroom.Domain.Kernel;

namespace Newsroom.Api.Tests.Worklists;

/// <summary>The fact-checkers' queue names the awaited checker.</summary>
public sealed class QueueTests(Newsroom newsroom)
{
    private const string Claim = "The sluice is 47 metres wide.";

    [Fact]
    public async Task Words_with_an_adverse_verdict_are_queued_for_their_checker()
    {
        var story = await StoryDriver.DraftedAsync(newsroom, "A sluice", $"{Claim} It rains.");
        (await story.DoAsync("flag-claim", "rita", Role.Reporter, new { words = Claim })).Is(200);
        (await QueuedAsync()).ShouldBe(["c1 for anyone"]);
        (
            await story.DoAsync(
                "fact-check",
                "femi",
                Role.FactChecker,
                new
                {
                    passage = "c1",
                    fingerprint = await story.FingerprintAsync("c1"),
                    verdict = "wrong",
                    reason = "It is 45.",
                }
            )
        ).Is(200);
        (await QueuedAsync()).ShouldBe(["c1 for femi"]);
        (await story.DoAsync("withdraw-claim", "femi", Role.FactChecker, new { claim = "c1", reason = "A slip." })).Is(200);
        (await story.DoAsync("flag-claim", "ed", Role.Editor, new { words = Claim })).Is(200);
        (await QueuedAsync()).ShouldBe(["c2 for anyone", "c2 for femi"]);
        (await story.VerifyAsync("c2", by: "fay")).Is(200);
        (await QueuedAsync()).ShouldBe(["c2 for femi"]);
        (await story.VerifyAsync("c2")).Is(200);
        (await QueuedAsync()).ShouldBeEmpty();

        async Task<IEnumerable<string>> QueuedAsync()
        {
            await newsroom.CatchUpAsync();
            return (await newsroom.As("fay", Role.FactChecker).GetAsync("/fact-checks/queue?desk=world&limit=200"))
                .Is(200)
                .Json.AsArray()
                .Where(q => q!["story"]!.GetValue<Guid>() == story.Id)
                .Select(q => $"{q!["passage"]} for {q["awaitedFrom"]?.GetValue<string>().Split('@')[0] ?? "anyone"}")
                .Order()
                .ToList();
        }
    }
}
