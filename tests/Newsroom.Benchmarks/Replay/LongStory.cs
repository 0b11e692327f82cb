using System.Diagnostics;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Newsroom.Domain;

namespace Newsroom.Benchmarks.Replay;

/// <summary>Whether a story of 10,000 revisions is as fast as one of 10: the same 6 KB, the same spans of blame, and only the history is longer.</summary>
internal static class LongStory
{
    private const int Long = 10_000;
    private const int Short = 10;
    private const int Places = 9;
    private const int AtOnce = 1000;
    private const int Rounds = 400;

    /// <summary>Builds both, measures them turn by turn, prints a table.</summary>
    public static async Task Measure()
    {
        await using var newsroom = await MeasuredNewsroom.Start();
        using var admin = newsroom.Client("jonas", Role.Admin);
        using var ana = newsroom.Client("ana", Role.Editor);
        var building = Stopwatch.StartNew();
        var (many, few) = (await Build(admin, "long:long.md", Long), await Build(admin, "short:short.md", Short));
        await newsroom.CatchUp();
        Console.WriteLine($"A story of {Long:N0} revisions and one of {Short}, built and in all views after {building.Elapsed.TotalSeconds:F1} s.");
        await newsroom.Scalar("vacuum analyze");
        var (textOfMany, textOfFew) = (await Read(ana, many), await Read(ana, few));
        if (textOfMany["article"]!["body"]!.GetValue<string>() != textOfFew["article"]!["body"]!.GetValue<string>() || await Spans(ana, many) != await Spans(ana, few))
        {
            throw new InvalidOperationException("The two stories differ in more than their histories.");
        }

        Console.WriteLine($"The article has {textOfMany["article"]!["body"]!.GetValue<string>().Length:N0} characters and {await Spans(ana, many)} spans in both.");
        var random = new Random(1962);
        var reads = await Turns(
            [
                ("current, 10,000 revisions", () => ana.GetStringAsync($"/stories/{many}")),
                ("current, 10 revisions", () => ana.GetStringAsync($"/stories/{few}")),
                ("random version of 10,000", () => ana.GetStringAsync($"/stories/{many}?version={random.Next(1, Long)}")),
                ("random instant of 10,000", () => ana.GetStringAsync($"/stories/{many}?asOf={Day(random.Next(1, Long)):yyyy-MM-dd'T'HH:mm:ss'Z'}")),
                ("blame, 10,000 revisions", () => ana.GetStringAsync($"/stories/{many}/blame")),
                ("diff of two random versions of 10,000", () => ana.GetStringAsync($"/stories/{many}/diff?from={random.Next(1, Long)}&to={random.Next(1, Long)}")),
            ],
            newsroom);
        Table("Reads", reads, reads[0].Median);

        var commands = await Turns([("revise-article at revision 10,000", () => Revise(ana, many)), ("revise-article at revision 10", () => Revise(ana, few))], newsroom);
        Table("Commands", commands, commands[1].Median);
        await newsroom.CatchUp();
        foreach (var (name, story) in new[] { ("revision 10,000", many), ("revision 10", few) })
        {
            var before = (decimal)(await newsroom.Scalar("select pg_current_wal_insert_lsn() - '0/0'"))!;
            for (var i = 0; i < 100; i++)
            {
                await Revise(ana, story);
            }

            await newsroom.CatchUp();
            Console.WriteLine($"WAL of a command at {name}, with all views: {((decimal)(await newsroom.Scalar("select pg_current_wal_insert_lsn() - '0/0'"))! - before) / 100:F0} bytes");
        }
    }

    private static DateTimeOffset Day(int revision) => new DateTimeOffset(2000, 1, 1, 0, 0, 0, TimeSpan.Zero).AddHours(revision);

    /// <summary>An article of 6 KB whose revisions each change one word at one of nine places; the last nine are the same however many there were.</summary>
    private static string Article(int revision, int of)
    {
        var values = new int[Places];
        for (var i = Math.Max(1, revision - Places + 1); i <= revision; i++)
        {
            values[i % Places] = i + (Long - of);
        }

        return string.Concat(Enumerable.Range(0, 40).Select(p =>
            $"Paragraph {p} of the story of the harbour tells what {(p < Places ? $"witness{values[(p + of) % Places]:D6}" : "nobody")} saw on the quay that day, and what it has to do with the boats that came in before dark.\n\n"));
    }

    private static async Task<Guid> Build(HttpClient admin, string began, int revisions)
    {
        JsonNode answer = new JsonObject();
        foreach (var some in Enumerable.Range(0, revisions).Chunk(AtOnce))
        {
            answer = await MeasuredNewsroom.Import(admin, began, some.Select(i => new { commit = $"{i}", at = Day(i), name = $"Writer {i % 3}", email = "", path = began, text = Article(i, revisions - 1), message = "A word." }));
        }

        return answer["story"]!.GetValue<Guid>();
    }

    private static async Task<JsonNode> Read(HttpClient client, Guid story) => (await client.GetFromJsonAsync<JsonNode>($"/stories/{story}"))!;

    private static async Task<int> Spans(HttpClient client, Guid story) => (await client.GetFromJsonAsync<JsonNode>($"/stories/{story}/blame"))!["texts"]!.AsArray().Sum(t => t!["spans"]!.AsArray().Count + t["cuts"]!.AsArray().Count);

    /// <summary>Changes one and the same word, to and fro.</summary>
    private static async Task<string> Revise(HttpClient client, Guid story)
    {
        var now = await Read(client, story);
        var body = now["article"]!["body"]!.GetValue<string>();
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/stories/{story}/revise-article") { Content = JsonContent.Create(new { body = body.Contains("before dark", StringComparison.Ordinal) ? body.Replace("before dark", "after dark", StringComparison.Ordinal) : body.Replace("after dark", "before dark", StringComparison.Ordinal) }) };
        request.Headers.IfMatch.Add(new EntityTagHeaderValue($"\"v{now["version"]}\""));
        using var response = await client.SendAsync(request);
        return response.IsSuccessStatusCode ? "" : throw new InvalidOperationException(await response.Content.ReadAsStringAsync());
    }

    /// <summary>Does everything in turn, again and again and each time in another order, so that whatever disturbs one disturbs all.</summary>
    private static async Task<List<(string Name, double Median, double RoundTrips)>> Turns(IReadOnlyList<(string Name, Func<Task<string>> Act)> all, MeasuredNewsroom newsroom)
    {
        var times = all.Select(_ => new List<double>()).ToList();
        var trips = new int[all.Count];
        var order = new Random(7);
        for (var round = -20; round < Rounds; round++)
        {
            foreach (var i in Enumerable.Range(0, all.Count).OrderBy(_ => order.Next()).ToList())
            {
                var (before, watch) = (newsroom.RoundTrips, Stopwatch.StartNew());
                await all[i].Act();
                if (round >= 0)
                {
                    times[i].Add(watch.Elapsed.TotalMilliseconds);
                    trips[i] += newsroom.RoundTrips - before;
                }
            }
        }

        return [.. all.Select((a, i) => (a.Name, times[i].Order().ElementAt(times[i].Count / 2), (double)trips[i] / Rounds))];
    }

    private static void Table(string title, List<(string Name, double Median, double RoundTrips)> rows, double one)
    {
        Console.WriteLine($"\n| {title} | median ms | ratio | round trips |\n|---|---|---|---|");
        foreach (var (name, median, trips) in rows)
        {
            Console.WriteLine($"| {name} | {median:F2} | {median / one:F2} | {trips:F1} |");
        }
    }
}
