using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text.Json.Nodes;
using Newsroom.Domain.Kernel;

namespace Newsroom.Api.Tests.EndToEnd.Fuzzing;

/// <summary>
/// Sends requests generated from the OpenAPI document, with hostile values in every place. NEWSROOM_FUZZ_REQUESTS is their number (1,000),
/// NEWSROOM_FUZZ_SEED the seed (1), NEWSROOM_FUZZ_SECONDS the maximum duration.
/// </summary>
public class FuzzTests
{
    private const int Workers = 3;

    private static readonly int Requests = FuzzSettings.Number("NEWSROOM_FUZZ_REQUESTS", 1_000);

    private static readonly int Seed = FuzzSettings.Number("NEWSROOM_FUZZ_SEED", 1);

    // Other tests run at the same time as a few requests do.
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(Requests > 1_000 ? 5 : 30);

    private static readonly int Seconds = FuzzSettings.Number("NEWSROOM_FUZZ_SECONDS", int.MaxValue);

    [Fact]
    public async Task No_request_causes_a_server_error_and_every_projection_applies_every_event()
    {
        await using var newsroom = new Newsroom();
        await newsroom.InitializeAsync();
        var description = (await newsroom.Reader().GetAsync("/openapi/v1.json")).Is(200).Json;
        await FurnishAsync(newsroom);

        var (accepted, durations) = (new ConcurrentBag<string>(), new ConcurrentBag<TimeSpan>());
        var (failures, statuses, clock) = (new ConcurrentQueue<string>(), new ConcurrentDictionary<int, int>(), Stopwatch.StartNew());
        bool IsOver() => failures.Count >= 20 || clock.Elapsed.TotalSeconds >= Seconds;
        await Task.WhenAll(
            Enumerable
                .Range(0, Workers)
                .Select(async worker =>
                {
                    var walk = await FuzzWalk.BeginAsync(newsroom, description, new Random((Seed * 1_000) + worker));
                    for (var request = worker; request < Requests && !IsOver(); request += Workers)
                    {
                        var began = clock.Elapsed;
                        var (status, failure) = await walk.StepAsync();
                        durations.Add(clock.Elapsed - began);
                        statuses.AddOrUpdate(status, 1, (_, count) => count + 1);
                        if (failure is not null)
                        {
                            failures.Enqueue($"seed {Seed}, request {request}: {failure}");
                        }
                    }

                    walk.Accepted.ToList().ForEach(accepted.Add);
                })
        );

        var told = string.Join(", ", statuses.OrderBy(s => s.Key).Select(s => $"{s.Key}: {s.Value}"));
        var kinds = accepted.Distinct().Count();
        TestContext.Current.TestOutputHelper!.WriteLine(
            $"{statuses.Values.Sum():N0} requests in {clock.Elapsed.TotalSeconds:N0} s, {kinds} kinds of them accepted at least once. "
                + $"{told}. The slowest took {durations.Max().TotalSeconds:N1} s."
        );
        durations.Max().ShouldBeLessThan(Longest);
        failures.ShouldBeEmpty($"{failures.Count} failures.\n{string.Join("\n\n", failures)}\n{told}");
        statuses.Keys.ShouldContain(200);
        statuses.Keys.ShouldContain(400);
        statuses.Keys.ShouldContain(422);
        kinds.ShouldBeGreaterThan(25, "most requests never get past validation");
        await EverythingIsAppliedAsync(newsroom);
    }

    [Theory]
    [InlineData("\\u0000")]
    [InlineData("a\\uD800")]
    [InlineData("\\uFFFE")]
    public async Task A_character_that_cannot_be_stored_is_refused_in_every_place_of_a_body(string character)
    {
        await using var newsroom = new Newsroom();
        await newsroom.InitializeAsync();
        var description = (await newsroom.Reader().GetAsync("/openapi/v1.json")).Is(200).Json;
        await FurnishAsync(newsroom);
        var walk = await FuzzWalk.BeginAsync(newsroom, description, new Random(Seed));
        var (sent, failures) = await walk.SendInEachPlaceAsync($"\"{character}\"");
        failures.ShouldBeEmpty(string.Join("\n\n", failures));
        sent.ShouldBeGreaterThan(150);
        await EverythingIsAppliedAsync(newsroom);
    }

    private static async Task FurnishAsync(Newsroom newsroom)
    {
        var rita = newsroom.As("rita", Role.Reporter);
        (await newsroom.As("root", Role.Admin).PutAsync("/people/ed", """{"name":"Ed","roles":["editor"]}""")).Status.ShouldBeOneOf(
            200,
            201
        );
        (await rita.PostAsync("/speakers/register-speaker", new { id = "mayor", name = "The mayor" })).Is(201);
        var subscriber = new { id = "harbour-news", name = "Harbour News", url = "https://example.org/a" };
        (await newsroom.As("root", Role.Admin).PostAsync("/subscribers/register-subscriber", subscriber)).Is(201);
        (
            await rita.PostAsync(
                "/speakers/register-speaker",
                new
                {
                    id = "source",
                    name = "A source",
                    identity = "Somebody",
                }
            )
        ).Is(201);
    }

    /// <summary>Asserts that every projection has applied every event, and that every read of every story succeeds.</summary>
    private static async Task EverythingIsAppliedAsync(Newsroom newsroom)
    {
        await newsroom.CatchUpAsync();
        var auditor = newsroom.As("ida", Role.Auditor);
        var report = JsonNode.Parse((await auditor.GetAsync("/views/verify-views")).Is(200).Text.Trim().Split('\n')[^1])!;
        report["isDone"]!.GetValue<bool>().ShouldBeTrue();
        report["views"]!.AsObject().Sum(v => v.Value!["different"]!.GetValue<long>()).ShouldBe(0, report.ToJsonString());
        (await newsroom.Reader().GetAsync("/health/ready")).Is(200).Json["status"]!.GetValue<string>().ShouldBe("ok");

        var (page, read) = ("/stories?limit=200", 0);
        while (page is not null)
        {
            var answer = (await auditor.GetAsync(page)).Is(200);
            read += answer.Json.AsArray().Count;
            foreach (var story in answer.Json.AsArray().Select(s => s!["id"]!.GetValue<Guid>()))
            {
                foreach (var part in new[] { "", "/history", "/timeline", "/blame", "/gates", "/quoted", "/diff?from=1" })
                {
                    (await auditor.GetAsync($"/stories/{story}{part}")).Is(200);
                }
            }

            page = answer.Link is { } link ? link[1..link.IndexOf('>', StringComparison.Ordinal)] : null;
        }

        read.ShouldBeGreaterThan(0);
    }
}
