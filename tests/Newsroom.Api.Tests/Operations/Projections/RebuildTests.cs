using System.Text.Json;
using Marten;
using Microsoft.Extensions.DependencyInjection;
using Newsroom.Api.Access;
using Newsroom.Api.Audit;
using Newsroom.Api.EvidenceFiles;
using Newsroom.Api.Infrastructure.Http;
using Newsroom.Api.Infrastructure.Persistence;
using Newsroom.Api.Publication;
using Newsroom.Api.Stories.Queries;
using Newsroom.Api.Stories.Snapshots;
using Newsroom.Api.Worklists;
using Newsroom.Domain.Kernel;
using Newsroom.Domain.Stories;
using Newsroom.Domain.Stories.Decisions;
using Npgsql;

namespace Newsroom.Api.Tests.Operations.Projections;

/// <summary>Every view can be rebuilt from the events alone, to the same rows.</summary>
public class RebuildTests(Newsroom newsroom) : IClassFixture<Newsroom>
{
    private const int Moves = 21;

    private static readonly string[] Sentences =
    [
        "“We shall open the quay in spring,” she said.",
        "The wall is 31 metres long.",
        "Nobody was hurt.",
        "“It will cost £6 and not more,” he said.",
        "Rain fell.",
    ];

    private IDocumentStore Store => newsroom.Host.Services.GetRequiredService<IDocumentStore>();

    [Fact]
    public async Task A_rebuilt_view_is_the_live_view_and_the_pure_fold()
    {
        (
            await newsroom.As("rita", Role.Reporter).PostAsync("/speakers/register-speaker", new { id = "somebody", name = "Somebody" })
        ).Status.ShouldBeOneOf(201, 422);
        var stories = new List<Guid>();
        var random = new Random(1962);
        var accepted = new HashSet<int>();
        for (var i = 0; i < 12; i++)
        {
            stories.Add(await RandomStoryAsync([.. Enumerable.Range(0, 20 + i).Select(_ => random.Next(Moves))], accepted));
        }

        accepted.ShouldBe(Enumerable.Range(0, Moves), ignoreOrder: true);

        await newsroom.CatchUpAsync();
        var live = await SnapshotAsync(stories);
        live.Count.ShouldBeGreaterThan(stories.Count);

        using var daemon = await Store.BuildProjectionDaemonAsync();
        string[] projections =
        [
            "Story",
            "StoryText",
            "ConfidentialStory",
            "Desk",
            "DeskPolicies",
            "Person",
            "Speaker",
            "Subscriber",
            "EvidenceFile",
            "Erasure",
            "PublishedStory",
            "worklists",
            "audit",
            "keyframes",
            "numbers",
        ];

        // The ledger is not a view: it is never rebuilt.
        ((DocumentStore)Store)
            .Options.Projections.AllProjectionNames()
            .ShouldBe(projections.Append("ledger").Select(p => $"'{p}'"), ignoreOrder: true);
        foreach (var projection in projections)
        {
            await daemon.RebuildProjectionAsync(projection, TestContext.Current.CancellationToken);
        }

        (await SnapshotAsync(stories)).Except(live).ShouldBeEmpty();
        live.Count.ShouldBe((await SnapshotAsync(stories)).Count);

        await using var session = Store.QuerySession();
        foreach (var id in stories)
        {
            var stored = (await new StoryReader(TimeProvider.System).LoadAsync(session, id, TestContext.Current.CancellationToken))!;
            var folded = (
                await StoryHistoryReader.AtAsync(
                    session,
                    id,
                    new PointInTime.OfVersion(stored.Story.Version),
                    TestContext.Current.CancellationToken
                )
            )!;
            JsonSerializer.Serialize(stored).ShouldBe(JsonSerializer.Serialize(folded));
            (await session.Events.FetchStreamStateAsync(id, TestContext.Current.CancellationToken))!.Version.ShouldBe(stored.Story.Version);
        }
    }

    private async Task<Guid> RandomStoryAsync(int[] moves, HashSet<int> accepted)
    {
        var story = await StoryDriver.DraftedAsync(newsroom, "A random story", string.Join("\n\n", Sentences.Take(3)));
        foreach (var move in moves)
        {
            var passage = moves.Length % 2 == 0 ? "q1" : "c1";
            var answer = move switch
            {
                0 => await story.DoAsync(
                    "attribute-quote",
                    "rita",
                    Role.Reporter,
                    new
                    {
                        words = "“We shall open the quay in spring,”",
                        speaker = "somebody",
                        attribution = "she said",
                    }
                ),
                1 => await story.DoAsync("flag-claim", "ed", Role.Editor, new { words = "The wall is 31 metres long." }),
                2 => await story.DoAsync(
                    "revise-article",
                    "ed",
                    Role.Editor,
                    new { body = string.Join("\n\n", Sentences.Skip(move % 2).Append($"Line {moves.Length}.")) }
                ),
                3 => await story.DoAsync(
                    "revise-article",
                    "rita",
                    Role.Reporter,
                    new { body = string.Join("\n\n", Sentences).Replace("spring", "autumn", StringComparison.Ordinal) }
                ),
                4 => await story.DoAsync(
                    "revise-article",
                    "ed",
                    Role.Editor,
                    new { headline = "Another headline", body = string.Join("\n\n", Sentences.Reverse()) }
                ),
                5 => (await story.ReadAsync()).Text.Contains($"\"id\":\"{passage}\"", StringComparison.Ordinal)
                    ? await story.VerifyAsync(passage)
                    : null,
                6 => await story.DoAsync("submit-for-review", "rita", Role.Reporter),
                7 => await story.ApproveAsync("eva"),
                8 => await story.DoAsync("add-note", "ed", Role.Editor, new { text = "See to this.", mustResolve = true }),
                9 => await story.DoAsync("request-changes", "ed", Role.Editor, new { reason = "More." }),
                10 => await story.DoAsync("place-hold", "lee", Role.Legal, new { reason = "Suit threatened." }),
                11 => await story.DoAsync(
                    "dismiss-quotation",
                    "fay",
                    Role.FactChecker,
                    new { words = "“It will cost £6 and not more,”", reason = "A chorus." }
                ),
                12 => await story.DoAsync("request-legal-review", "ed", Role.Editor, new { reason = "Sums of money." }),
                13 => await story.DoAsync("set-embargo", "ed", Role.Editor, new { until = "2099-01-01T00:00:00Z" }),
                14 => await story.DoAsync("lift-embargo", "ed", Role.Editor),
                15 => (await story.ReadAsync()).Text.Contains($"\"id\":\"{passage}\"", StringComparison.Ordinal)
                    ? await story.DoAsync(
                        "fact-check",
                        "femi",
                        Role.FactChecker,
                        new
                        {
                            passage,
                            fingerprint = await story.FingerprintAsync(passage),
                            verdict = "wrong",
                            reason = "It is not so.",
                        }
                    )
                    : null,
                16 => await story.DoAsync(
                    "describe-story",
                    "ed",
                    Role.Editor,
                    new { desk = moves.Length % 2 == 0 ? "metro" : "world", language = "en-GB" }
                ),
                17 => await story.DoAsync("revise-article", "rita", Role.Reporter, new { body = Sentences[0], standfirst = Sentences[1] }),
                18 => (await story.DoAsync("spike", "ed", Role.Editor, new { reason = "Overtaken." })).Status == 200
                    ? await story.DoAsync("unspike", "ed", Role.Editor)
                    : null,
                19 => (await ConfideAsync(story, "mark-confidential")).Status == 200
                    ? await ConfideAsync(story, "lift-confidentiality")
                    : null,
                _ => await story.DoAsync("describe-story", "ed", Role.Editor, new { byline = $"Byline {moves.Length}" }),
            };
            if (answer is { Status: 200 })
            {
                accepted.Add(move);
            }
            else
            {
                // A rule of the story's state at that time refused it.
                answer?.Status.ShouldBeOneOf([403, 404, 409, 412, 422], answer.Text);
            }
        }

        if (moves.Length % 3 == 0)
        {
            (await ConfideAsync(story, "mark-confidential")).Is(200);
        }

        return story.Id;
    }

    // Without a read of the story, which would be recorded while it is confidential, and counted at any time later.
    private Task<Answer> ConfideAsync(StoryDriver story, string command) =>
        newsroom.As("ed", Role.Editor).PostAsync($"/stories/{story.Id}/{command}", new { reason = "A source at risk." });

    private async Task<IReadOnlyCollection<string>> SnapshotAsync(IReadOnlyCollection<Guid> stories)
    {
        await using var session = Store.QuerySession();
        var ids = stories.ToArray();
        string[][] views =
        [
            await JsonAsync<Story>(session, s => ids.Contains(s.Id), s => s.Id),
            await JsonAsync<StoryText>(session, s => ids.Contains(s.Id), s => s.Id),
            await JsonAsync<PublishedStory>(session, s => ids.Contains(s.Id), s => s.Id),
            await JsonAsync<PublicNotice>(session, n => ids.Contains(n.Story), n => n.Id),
            await JsonAsync<ConfidentialStory>(session, s => ids.Contains(s.Id), s => s.Id),
            await JsonAsync<EvidenceUse>(session, u => ids.Contains(u.Story), u => u.Id),
            await JsonAsync<StoryCard>(session, s => ids.Contains(s.Id), s => s.Id),
            await JsonAsync<QueuedPassage>(session, s => ids.Contains(s.Story), s => s.Id),
            await JsonAsync<WaitingItem>(session, s => ids.Contains(s.Story), s => s.Id),
            await JsonAsync<DismissedPhrase>(session, p => ids.Contains(p.Story), p => p.Id),
            await JsonAsync<Snapshot>(session, k => ids.Contains(k.Story), k => k.Id),
            await AuditAsync(stories),
            await ActsAsync(ids),
        ];
        return [.. views.SelectMany(v => v)];
    }

    private async Task<string[]> AuditAsync(IReadOnlyCollection<Guid> stories)
    {
        var database = newsroom.Host.Services.GetRequiredService<NpgsqlDataSource>();
        var lines = new List<string>();
        foreach (var story in stories)
        {
            await foreach (
                var line in new AuditQuery(null, null, story, null, null, null, null, null, null).LinesAsync(
                    database,
                    TestContext.Current.CancellationToken
                )
            )
            {
                lines.Add($"audit: {line}");
            }
        }

        return [.. lines];
    }

    private async Task<string[]> ActsAsync(Guid[] stories)
    {
        var database = newsroom.Host.Services.GetRequiredService<NpgsqlDataSource>();
        await using var command = database.CreateCommand(
            "select a::text from newsroom.counted_acts a where a.story = any($1) order by a.sequence"
        );
        command.Parameters.Add(new() { Value = stories });
        await using var reader = await command.ExecuteReaderAsync(TestContext.Current.CancellationToken);
        var rows = new List<string>();
        while (await reader.ReadAsync(TestContext.Current.CancellationToken))
        {
            rows.Add($"act: {reader.GetString(0)}");
        }

        return [.. rows];
    }

    private static async Task<string[]> JsonAsync<T>(
        IQuerySession session,
        System.Linq.Expressions.Expression<Func<T, bool>> of,
        Func<T, object> order
    )
        where T : notnull
    {
        var found = await session.Query<T>().Where(of).ToListAsync(TestContext.Current.CancellationToken);
        return [.. found.OrderBy(order).Select(f => $"{typeof(T).Name}: {JsonSerializer.Serialize(f)}")];
    }
}
