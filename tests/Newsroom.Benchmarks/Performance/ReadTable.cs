using Newsroom.Domain.Kernel;

namespace Newsroom.Benchmarks.Performance;

/// <summary>Compares reads over HTTP with a SELECT of the same row's JSON through the same Kestrel.</summary>
internal static class ReadTable
{
    private const int Clients = 8;
    private const int Stories = 64;
    private const int Turns = 5;

    private static readonly TimeSpan Turn = TimeSpan.FromSeconds(1);

    public static async Task MeasureAsync(ServedNewsroom newsroom, Report report)
    {
        const string desk = "reading";
        var (stories, slugs) = (new List<Guid>(), new List<string>());
        using var admin = newsroom.Client("jonas", Role.Admin);
        using var editor = newsroom.Client("ana", Role.Editor);
        using var publisher = newsroom.Client("magnus", Role.Publisher);
        await admin.SendAsync(HttpMethod.Put, $"/desks/{desk}", """{"name":"A desk that is read","language":"en"}""");
        for (var story = 0; story < Stories; story++)
        {
            // One on the board with a claim in the queue, and a published one.
            await editor.CommandAsync(
                $"/stories/{await SampleStories.DraftAsync(editor, desk: desk)}/flag-claim",
                new { words = SampleStories.Claim(0) },
                1
            );
            var (id, version) = await SampleStories.ReadyAsync(newsroom);
            await publisher.CommandAsync($"/stories/{id}/publish", "{}"u8.ToArray(), version);
            stories.Add(id);
            slugs.Add((await publisher.JsonAsync($"/stories/{id}"))["slug"]!.GetValue<string>());
        }

        await newsroom.CatchUpAsync();
        await newsroom.RunAsync("analyze");
        using var reader = newsroom.Reader();
        using var staff = newsroom.Client("ida", Role.Auditor);
        var versions = await Task.WhenAll(stories.Select(async s => (await staff.JsonAsync($"/stories/{s}"))["version"]!.GetValue<long>()));
        var (storyTags, pageTags) = (
            await Task.WhenAll(stories.Select(s => staff.ReadAsync($"/stories/{s}"))),
            await Task.WhenAll(slugs.Select(s => reader.ReadAsync($"/published/{s}")))
        );
        Func<int, Guid> one = _ => stories[Random.Shared.Next(Stories)];
        (string Name, string Raw, Func<BenchClient, Task> Ask)[] reads =
        [
            ("story", "story", c => c.ReadAsync($"/stories/{one(0)}")),
            (
                "story, 304",
                "story",
                c => Random.Shared.Next(Stories) is var at ? c.ReadAsync($"/stories/{stories[at]}", storyTags[at]) : Task.CompletedTask
            ),
            ("published page, JSON", "published", c => c.ReadAsync($"/published/{slugs[Random.Shared.Next(Stories)]}")),
            (
                "published page, 304",
                "published",
                c => Random.Shared.Next(Stories) is var at ? c.ReadAsync($"/published/{slugs[at]}", pageTags[at]) : Task.CompletedTask
            ),
            ("gates", "story", c => c.ReadAsync($"/stories/{one(0)}/gates")),
            ("history", "story", c => c.ReadAsync($"/stories/{one(0)}/history")),
            (
                "a version (time travel)",
                "story",
                c =>
                    Random.Shared.Next(Stories) is var at
                        ? c.ReadAsync($"/stories/{stories[at]}?version={Random.Shared.NextInt64(1, versions[at])}")
                        : Task.CompletedTask
            ),
            ("board", "story", c => c.ReadAsync($"/desks/{desk}/board")),
            ("queue", "story", c => c.ReadAsync($"/fact-checks/queue?desk={desk}&limit=50")),
            ("audit page", "story", c => c.ReadAsync("/audit?limit=50")),
        ];

        var rows = new List<string[]>();
        foreach (var (name, raw, ask) in reads)
        {
            var client = name.StartsWith("published", StringComparison.Ordinal) ? reader : staff;
            await Load.ForAsync(Clients, Turn, _ => ask(client));
            var (loads, shares) = (new List<Load>(), new List<double>());
            for (var turn = 0; turn < Turns; turn++)
            {
                var limit = await Load.ForAsync(Clients, Turn, c => reader.ReadAsync($"/raw/{raw}/{one(c)}"));
                loads.Add(await Load.ForAsync(Clients, Turn, _ => ask(client)));
                shares.Add(loads[^1].Rate / limit.Rate);
            }

            shares.Sort();
            var all = Load.Of(loads);
            rows.Add([
                name,
                Report.Number(all.Rate),
                Report.Ratio(shares[Turns / 2]),
                Report.Ms(all.Quantile(.5)),
                Report.Ms(all.Quantile(.99)),
            ]);
            Console.Error.WriteLine(string.Join("  ", rows[^1]));
        }

        report.Add(
            "reads",
            $"Reads over HTTP at {Clients} clients, {Stories} published stories of 3 KB with {SampleStories.Passages} quotations, "
                + "and as many on the board of a desk",
            ["read", "answers/s", "of a raw SELECT through the same Kestrel", "p50 ms", "p99 ms"],
            rows
        );
    }
}
