using System.Globalization;
using System.Text.Json.Nodes;
using Newsroom.Api.Stories.Snapshots;
using Newsroom.Domain.Kernel;

namespace Newsroom.Benchmarks.Performance;

/// <summary>Compares a story of 10,000 revisions with one of 200: the same 6 KB and blame spans, only a longer history.</summary>
internal static class LongStoryTable
{
    private const int Long = 10_000;
    private const int Short = 200;
    private const int Places = 9;
    private const int BatchSize = 1000;

    /// <summary>Builds both and measures them.</summary>
    public static async Task MeasureAsync(ServedNewsroom newsroom, Report report)
    {
        await newsroom.ServeAsync(countTrips: true);
        using var admin = newsroom.Client("jonas", Role.Admin);
        using var ana = newsroom.Client("ana", Role.Editor);
        using var auditor = newsroom.Client("ida", Role.Auditor);
        var (many, few) = (await BuildAsync(admin, "long:long.md", Long), await BuildAsync(admin, "short:short.md", Short));
        await newsroom.CatchUpAsync();
        await newsroom.RunAsync("vacuum analyze");
        var (now, then) = (await BothAsync(ana, many), await BothAsync(ana, few));
        if (now.Body != then.Body || now.Spans != then.Spans)
        {
            throw new InvalidOperationException("The two stories differ in more than their histories.");
        }

        // Alternating, so that other load affects both.
        var measured = await Operation.MeasureAsync(
            newsroom,
            Operations(ana, auditor, many, Long, now.Body)
                .Zip(Operations(ana, auditor, few, Short, then.Body), (m, f) => new[] { m, f })
                .SelectMany(both => both)
        );
        report.Add(
            "growth-revisions",
            string.Create(
                CultureInfo.InvariantCulture,
                $"A story of {Long:N0} revisions against one of {Short}, one client; the article has {now.Body.Length:N0} "
                    + $"characters and {now.Spans} spans of blame in both"
            ),
            Operation.Columns,
            measured.Chunk(2).Select(both => both[0].Beside(both[1]))
        );
    }

    private static (string Name, Func<Task> Ask)[] Operations(BenchClient ana, BenchClient auditor, Guid story, int revisions, string body)
    {
        var (random, version, dark) = (new Random(1962), (long)revisions, true);
        // The beginning of a story is read without a keyframe; it would be every fourth read of the short one.
        int Revision() => random.Next(Snapshot.Interval, revisions);
        return
        [
            ("story", () => ana.ReadAsync($"/stories/{story}")),
            ("a version", () => ana.ReadAsync($"/stories/{story}?version={Revision()}")),
            ("an instant", () => ana.ReadAsync($"/stories/{story}?asOf={Day(Revision()):yyyy-MM-dd'T'HH:mm:ss'Z'}")),
            ("blame", () => ana.ReadAsync($"/stories/{story}/blame")),
            ("difference of two versions", () => ana.ReadAsync($"/stories/{story}/diff?from={Revision()}&to={Revision()}")),
            ("history, its last page", () => ana.ReadAsync($"/stories/{story}/history?after={revisions - 50}")),
            ("timeline, any page", () => ana.ReadAsync($"/stories/{story}/timeline?after={Revision()}")),
            ("audit of the story, a page of 20", () => auditor.ReadAsync($"/audit?story={story}&limit=20")),
            ("gates", () => ana.ReadAsync($"/stories/{story}/gates")),
            (
                "revise-article",
                async () =>
                {
                    dark = !dark;
                    (version, _) = await ana.CommandAsync(
                        $"/stories/{story}/revise-article",
                        new { body = dark ? body : body.Replace("before dark", "after dark", StringComparison.Ordinal) },
                        version
                    );
                }
            ),
        ];
    }

    private static DateTimeOffset Day(int revision) => new DateTimeOffset(2000, 1, 1, 0, 0, 0, TimeSpan.Zero).AddHours(revision);

    /// <summary>An article of 6 KB whose revisions each change one word at one of nine places; the last nine are always the same.</summary>
    private static string Article(int revision, int of)
    {
        var values = new int[Places];
        for (var i = Math.Max(1, revision - Places + 1); i <= revision; i++)
        {
            values[i % Places] = i + (Long - of);
        }

        return string.Concat(
            Enumerable
                .Range(0, 40)
                .Select(p =>
                    $"Paragraph {p} of the story of the harbour tells what "
                    + $"{(p < Places ? $"witness{values[(p + of) % Places]:D6}" : "nobody")} saw on the quay that day, and what it "
                    + "has to do with the boats that came in before dark.\n\n"
                )
        );
    }

    private static async Task<Guid> BuildAsync(BenchClient admin, string began, int revisions)
    {
        JsonNode? answer = null;
        foreach (var some in Enumerable.Range(0, revisions).Chunk(BatchSize))
        {
            var changes = some.Select(i => new
            {
                commit = $"{i}",
                at = Day(i),
                name = $"Writer {i % 3}",
                email = "",
                path = began,
                text = Article(i, revisions - 1),
                message = "A word.",
            });
            answer = await admin.AskAsync("/stories/import-history", new { desk = "town", files = new[] { new { began, changes } } });
        }

        return answer!["files"]![0]!["story"]!.GetValue<Guid>();
    }

    private static async Task<(string Body, int Spans)> BothAsync(BenchClient client, Guid story) =>
        (
            (await client.JsonAsync($"/stories/{story}"))["article"]!["body"]!.GetValue<string>(),
            (await client.JsonAsync($"/stories/{story}/blame"))["texts"]!
                .AsArray()
                .Sum(t => t!["spans"]!.AsArray().Count + t["cuts"]!.AsArray().Count)
        );
}
