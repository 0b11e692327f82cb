using System.Text.Json.Nodes;
using Newsroom.Domain.Kernel;

namespace Newsroom.Api.Tests.Stories.Commands;

/// <summary>One person checks words while another removes or changes them. In either order, no check is current for other words.</summary>
public class ConcurrentCheckTests(Newsroom newsroom, ITestOutputHelper output)
{
    private const int Rounds = 40;
    private const string Claim = "The bridge fell that night.";
    private const string Body = $"It rained in May.\n\n{Claim}\n\nNobody was hurt.";

    [Fact]
    public Task A_check_of_words_removed_concurrently_is_refused() =>
        RaceAsync(
            "Removed",
            Body.Replace($"{Claim}\n\n", "", StringComparison.Ordinal),
            422,
            "passage-orphaned",
            claim => claim["state"]!.GetValue<string>().ShouldBe("orphaned")
        );

    [Fact]
    public Task A_check_of_words_changed_concurrently_is_refused() =>
        RaceAsync(
            "Changed",
            Body.Replace("fell", "collapsed", StringComparison.Ordinal),
            412,
            "stale-fingerprint",
            claim => claim["words"]!.GetValue<string>().ShouldBe("The bridge collapsed that night.")
        );

    private async Task RaceAsync(string headline, string revised, int tooLate, string code, Action<JsonNode> afterwards)
    {
        var first = 0;
        await Parallel.ForEachAsync(
            Enumerable.Range(1, Rounds),
            new ParallelOptions { MaxDegreeOfParallelism = 8, CancellationToken = TestContext.Current.CancellationToken },
            async (round, _) =>
            {
                var story = await StoryDriver.DraftedAsync(newsroom, $"{headline} meanwhile {round}", Body);
                (await story.DoAsync("flag-claim", "rita", Role.Reporter, new { words = Claim })).Is(200);
                var fingerprint = await story.FingerprintAsync("c1");
                Func<Task<Answer>> check = () =>
                    newsroom
                        .As("femi", Role.FactChecker)
                        .PostAsync(
                            $"/stories/{story.Id}/fact-check",
                            new
                            {
                                passage = "c1",
                                fingerprint,
                                verdict = "disputed",
                                reason = "It was morning.",
                            }
                        );
                Func<Task<Answer>> revise = () =>
                    newsroom.As("ed", Role.Editor).PostAsync($"/stories/{story.Id}/revise-article", new { body = revised }, basedOn: 2);

                // Each is sent first in half of the rounds.
                var sent = await Task.WhenAll((round % 2 == 0 ? new[] { check, revise } : [revise, check]).Select(send => Task.Run(send)));
                var (checking, revising) = round % 2 == 0 ? (sent[0], sent[1]) : (sent[1], sent[0]);

                revising.Is(200);
                var wasFirst = checking.Status == 200;
                if (!wasFirst)
                {
                    checking.IsRefused(tooLate, code);
                }

                revising.Events.Contains("check_lapsed").ShouldBe(wasFirst);
                (revising.Version, await story.VersionAsync()).ShouldBe(wasFirst ? (6, 6) : (4, 4));
                var claim = (await story.ReadAsync()).Json["claims"]!.AsArray().ShouldHaveSingleItem()!;
                claim["checks"]!.AsArray().Select(c => c!["standing"]!.GetValue<bool>()).ShouldBe(wasFirst ? [false] : []);
                afterwards(claim);
                Interlocked.Add(ref first, wasFirst ? 1 : 0);
            }
        );
        output.WriteLine($"The check came first in {first} of {Rounds} rounds, the revision in {Rounds - first}.");
    }
}
