using System.Globalization;
using Newsroom.Domain;

namespace Newsroom.Benchmarks.Performance;

/// <summary>Whether a record of a million events, or ten, asks more of one command or one read than one of ten thousand.</summary>
internal static class GrowthTable
{
    private const int Rounds = 200;
    private const int Few = 10_000;

    // No request may read a table of that many rows from one end to the other.
    private const int Large = 5_000;

    /// <summary>Measures ten thousand events against a million.</summary>
    public static Task Million(ServedNewsroom newsroom, Report report) => Measure(newsroom, report, "growth", 1_000_000);

    /// <summary>Measures ten thousand events against ten million, which takes a while.</summary>
    public static Task TenMillion(ServedNewsroom newsroom, Report report) => Measure(newsroom, report, "growth-ten-million", 10_000_000);

    private static async Task Measure(ServedNewsroom newsroom, Report report, string name, long many)
    {
        await Bulk.Fill(newsroom, Few);
        var fewEvents = await newsroom.Scalar<long>("select count(*) from newsroom.mt_events");
        var few = await Operations(newsroom);
        var filled = await Bulk.Fill(newsroom, many);
        Console.Error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{many:N0} events after {filled.TotalSeconds:F0} s"));
        var all = await Operations(newsroom);
        var size = await newsroom.Scalar<long>("select pg_database_size(current_database())") / 1e9;
        report.Add(
            name,
            string.Create(CultureInfo.InvariantCulture, $"A record of {many:N0} events ({size:F1} GB) against one of {fewEvents:N0}, one client"),
            ["operation", "round trips", "pages touched", "of few", "median ms", "of few", "p99 ms", "sequential scans of large tables"],
            all.Zip(few, (a, f) => new[]
            {
                a.Name, a.RoundTrips.ToString("0.0", CultureInfo.InvariantCulture), Report.Number(a.Pages), Report.Ratio(a.Pages / f.Pages), Report.Ms(a.Load.Quantile(.5)), Report.Ratio(a.Load.Quantile(.5) / f.Load.Quantile(.5)), Report.Ms(a.Load.Quantile(.99)), Report.Number(a.Scans),
            }));
    }

    private static async Task<List<Operation>> Operations(ServedNewsroom newsroom)
    {
        await newsroom.Serve(countTrips: true);
        using var editor = newsroom.Client("ana", Role.Editor);
        using var auditor = newsroom.Client("ida", Role.Auditor);
        using var reader = newsroom.Reader();
        // A desk of its own each time, so that the desk at least is as large as before.
        var desk = $"desk-of-{Guid.NewGuid():N}"[..20];
        using var admin = newsroom.Client("jonas", Role.Admin);
        await admin.Send(HttpMethod.Put, $"/desks/{desk}", """{"name":"A desk","language":"en"}""");
        var recent = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Material.Draft(editor, desk: desk)));
        var versions = recent.ToDictionary(s => s, _ => 1L);
        var revision = 0;
        await newsroom.CatchUp();
        var (ids, slugs, events) = (await Some<Guid>(newsroom, "select id from newsroom.mt_doc_publishedstory"), await Some<string>(newsroom, "select slug from newsroom.mt_doc_publishedstory"), await Some<Guid>(newsroom, "select event from newsroom.ledger_leaves"));
        Guid Recent() => recent[Random.Shared.Next(recent.Length)];
        T One<T>(List<T> of) => of[Random.Shared.Next(of.Count)];
        (string Name, Func<Task> Ask)[] operations =
        [
            ("story, of today", () => auditor.Read($"/stories/{Recent()}")),
            ("story, any", () => auditor.Read($"/stories/{One(ids)}")),
            ("published page, any", () => reader.Read($"/published/{One(slugs)}")),
            ("published list", () => reader.Read("/published?limit=20")),
            ("history, any", () => auditor.Read($"/stories/{One(ids)}/history")),
            ("a version, any", () => auditor.Read($"/stories/{One(ids)}?version=5")),
            ("board of a desk", () => auditor.Read($"/desks/{desk}/board")),
            ("stories of a desk", () => auditor.Read($"/stories?desk={desk}&limit=20")),
            ("queue", () => auditor.Read("/fact-checks/queue?limit=20")),
            ("audit, latest", () => auditor.Read("/audit?limit=20")),
            ("audit of a story", () => auditor.Read($"/audit?story={One(ids)}&limit=20")),
            ("proof of an event", () => auditor.Read($"/ledger/proofs/{One(events)}")),
            ("draft-article", () => Material.Draft(editor, desk: desk)),
            ("revise-article, a story of today", async () =>
            {
                var story = Recent();
                (versions[story], _) = await editor.Command($"/stories/{story}/revise-article", new { body = Material.Body(++revision) }, versions[story]);
            }),
        ];
        var measured = new List<Operation>();
        foreach (var (name, ask) in operations)
        {
            await Load.Times(1, 30, _ => ask());
            await newsroom.CatchUp();
            await newsroom.Run("select pg_stat_statements_reset()");
            var (before, scans) = (await newsroom.Count(), await newsroom.Scalar<long>(Scans));
            var load = await Load.Times(1, Rounds, _ => ask());
            var after = await newsroom.Count();
            // What each request runs runs at least as often as there are requests; views that follow take many events at once.
            var pages = await newsroom.Scalar<double>($"select coalesce(sum(shared_blks_hit + shared_blks_read), 0) / {Rounds}.0 from pg_stat_statements where calls >= {Rounds}");
            await newsroom.CatchUp();
            measured.Add(new Operation(name, (double)(after.RoundTrips - before.RoundTrips) / Rounds, pages, load, await newsroom.Scalar<long>(Scans) - scans));
            Console.Error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{name}: {measured[^1].RoundTrips:F1} round trips, {pages:F0} pages, {load.Quantile(.5):F2} ms, {measured[^1].Scans} scans"));
        }

        return measured;
    }

    private static readonly string Scans = $"select coalesce(sum(s.seq_scan), 0) from pg_stat_user_tables s join pg_class c on c.oid = s.relid where s.schemaname = 'newsroom' and c.reltuples > {Large}";

    private static async Task<List<T>> Some<T>(ServedNewsroom newsroom, string sql)
    {
        await using var command = newsroom.Database.CreateCommand($"select * from ({sql} order by 1 limit 20000) s order by random() limit 500");
        await using var rows = await command.ExecuteReaderAsync();
        var some = new List<T>();
        while (await rows.ReadAsync())
        {
            some.Add(rows.GetFieldValue<T>(0));
        }

        return some;
    }

    private sealed record Operation(string Name, double RoundTrips, double Pages, Load Load, long Scans);
}
