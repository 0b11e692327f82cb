using System.Globalization;
using Newsroom.Domain.Kernel;

namespace Newsroom.Benchmarks.Performance;

/// <summary>Measures whether the cost per command or read grows with the log.</summary>
internal static class GrowthTable
{
    private const int Few = 10_000;

    private static readonly (string Name, long Events) AMillion = ("growth", 1_000_000);
    private static readonly (string Name, long Events) TenMillions = ("growth-ten-million", 10_000_000);

    /// <summary>Compares ten thousand events with a million.</summary>
    public static Task MillionAsync(ServedNewsroom newsroom, Report report) => MeasureAsync(newsroom, report, AMillion);

    /// <summary>Compares ten thousand events with a million and with ten million.</summary>
    public static Task TenMillionAsync(ServedNewsroom newsroom, Report report) => MeasureAsync(newsroom, report, AMillion, TenMillions);

    private static async Task MeasureAsync(ServedNewsroom newsroom, Report report, params (string Name, long Events)[] sizes)
    {
        await Bulk.FillAsync(newsroom, Few);
        var fewEvents = await newsroom.ScalarAsync<long>("select count(*) from newsroom.mt_events");
        var few = await OperationsAsync(newsroom);
        foreach (var (name, many) in sizes)
        {
            var filled = await Bulk.FillAsync(newsroom, many);
            System.Console.Error.WriteLine(
                string.Create(CultureInfo.InvariantCulture, $"{many:N0} events after {filled.TotalSeconds:F0} s")
            );
            var all = await OperationsAsync(newsroom);
            var size = await newsroom.ScalarAsync<long>("select pg_database_size(current_database())") / 1e9;
            report.Add(
                name,
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"A record of {many:N0} events ({size:F1} GB) against one of {fewEvents:N0}, one client"
                ),
                Operation.Columns,
                all.Zip(few, (a, f) => a.Beside(f))
            );
        }
    }

    private static async Task<List<Operation>> OperationsAsync(ServedNewsroom newsroom)
    {
        await newsroom.ServeAsync(countTrips: true);
        using var editor = newsroom.Client("ana", Role.Editor);
        using var auditor = newsroom.Client("ida", Role.Auditor);
        using var reader = newsroom.Reader();
        // A new desk each time, so that desks have the same size.
        var desk = $"desk-of-{Guid.NewGuid():N}"[..20];
        using var admin = newsroom.Client("jonas", Role.Admin);
        await admin.SendAsync(HttpMethod.Put, $"/desks/{desk}", """{"name":"A desk","language":"en"}""");
        var recent = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => SampleStories.DraftAsync(editor, desk: desk)));
        var versions = recent.ToDictionary(s => s, _ => 1L);
        var revision = 0;
        await newsroom.CatchUpAsync();
        var (ids, slugs, events) = (
            await SomeAsync<Guid>(newsroom, "select id from newsroom.mt_doc_publishedstory"),
            await SomeAsync<string>(newsroom, "select slug from newsroom.mt_doc_publishedstory"),
            await SomeAsync<Guid>(newsroom, "select event from newsroom.ledger_leaves")
        );
        Guid Recent() => recent[Random.Shared.Next(recent.Length)];
        T One<T>(List<T> of) => of[Random.Shared.Next(of.Count)];
        (string Name, Func<Task> Ask)[] operations =
        [
            ("story, of today", () => auditor.ReadAsync($"/stories/{Recent()}")),
            ("story, any", () => auditor.ReadAsync($"/stories/{One(ids)}")),
            ("published page, any", () => reader.ReadAsync($"/published/{One(slugs)}")),
            ("published list", () => reader.ReadAsync("/published?limit=20")),
            ("history, any", () => auditor.ReadAsync($"/stories/{One(ids)}/history")),
            ("a version, any", () => auditor.ReadAsync($"/stories/{One(ids)}?version=5")),
            ("board of a desk", () => auditor.ReadAsync($"/desks/{desk}/board")),
            ("stories of a desk", () => auditor.ReadAsync($"/stories?desk={desk}&limit=20")),
            ("numbers of a desk", () => auditor.ReadAsync($"/numbers?desk={desk}")),
            ("queue", () => auditor.ReadAsync("/fact-checks/queue?limit=20")),
            ("audit, latest", () => auditor.ReadAsync("/audit?limit=20")),
            ("audit of a story", () => auditor.ReadAsync($"/audit?story={One(ids)}&limit=20")),
            ("proof of an event", () => auditor.ReadAsync($"/ledger/proofs/{One(events)}")),
            ("draft-article", () => SampleStories.DraftAsync(editor, desk: desk)),
            (
                "revise-article, a story of today",
                async () =>
                {
                    var story = Recent();
                    (versions[story], _) = await editor.CommandAsync(
                        $"/stories/{story}/revise-article",
                        new { body = SampleStories.Body(++revision) },
                        versions[story]
                    );
                }
            ),
        ];
        return await Operation.MeasureAsync(newsroom, operations);
    }

    private static async Task<List<T>> SomeAsync<T>(ServedNewsroom newsroom, string sql)
    {
        await using var command = newsroom.Database.CreateCommand(
            $"select * from ({sql} order by 1 limit 20000) s order by random() limit 500"
        );
        await using var rows = await command.ExecuteReaderAsync();
        var some = new List<T>();
        while (await rows.ReadAsync())
        {
            some.Add(rows.GetFieldValue<T>(0));
        }

        return some;
    }
}
