using System.Diagnostics;
using System.Globalization;
using Marten;
using Microsoft.Extensions.DependencyInjection;
using Newsroom.Api.Composition;
using Newsroom.Domain.Kernel;

namespace Newsroom.Benchmarks.Performance;

/// <summary>Compares Marten's rebuild of a projection with the online repair: total time, and how long rows are missing.</summary>
internal static class RepairTable
{
    private const long Events = 50_000;
    private const string Cards = "newsroom.mt_doc_storycard";

    /// <summary>Measures.</summary>
    public static async Task MeasureAsync(ServedNewsroom newsroom, Report report)
    {
        await Bulk.FillAsync(newsroom, Events);
        var events = await newsroom.ScalarAsync<long>("select count(*) from newsroom.mt_events");
        var cards = await newsroom.ScalarAsync<long>($"select count(*) from {Cards}");
        using var admin = newsroom.Client("jonas", Role.Admin);
        var rows = new List<string[]> { await RowAsync("online: nothing differs", newsroom, cards, () => VerifyAsync(admin)) };
        var few = $"where id in (select id from {Cards} order by id limit {cards / 100})";
        await newsroom.RunAsync($"update {Cards} set data = data || '{{\"headline\": \"\"}}' {few}");
        rows.Add(await RowAsync("online: 1 % of the cards differ", newsroom, cards, () => VerifyAsync(admin)));
        await newsroom.RunAsync($"update {Cards} set data = data || '{{\"headline\": \"\"}}'");
        rows.Add(await RowAsync("online: all cards differ", newsroom, cards, () => VerifyAsync(admin)));

        await newsroom.StopServingAsync();
        await using var services = new ServiceCollection()
            .AddLogging()
            .AddNewsroomStore(newsroom.ConnectionString, Modules.Projections)
            .BuildServiceProvider();
        using (var daemon = await services.GetRequiredService<IDocumentStore>().BuildProjectionDaemonAsync())
        {
            rows.Add(
                await RowAsync(
                    "Marten's rebuild",
                    newsroom,
                    cards,
                    () => daemon.RebuildProjectionAsync("worklists", CancellationToken.None)
                )
            );
        }

        await newsroom.ServeAsync();
        report.Add(
            "repair",
            string.Create(CultureInfo.InvariantCulture, $"The worklists of {cards:N0} stories with {events:N0} events"),
            ["way", "total s", "cards missing s"],
            rows
        );
    }

    private static Task VerifyAsync(BenchClient admin) =>
        admin.SendAsync(HttpMethod.Post, "/views/rebuild-views", """{"views":["cards","queue","dismissed-phrases","words"]}""");

    private static async Task<string[]> RowAsync(string name, ServedNewsroom newsroom, long cards, Func<Task> rebuild)
    {
        var (missing, running) = (TimeSpan.Zero, Stopwatch.StartNew());
        // The missing time is sampled, not waited for.
        using var sampling = new PeriodicTimer(TimeSpan.FromMilliseconds(20));
        var rebuilding = rebuild();
        var last = running.Elapsed;
        while (!rebuilding.IsCompleted)
        {
            var isComplete = await newsroom.ScalarAsync<long>($"select count(*) from {Cards}") >= cards;
            var now = running.Elapsed;
            missing += isComplete ? TimeSpan.Zero : now - last;
            last = now;
            await sampling.WaitForNextTickAsync();
        }

        await rebuilding;
        string[] row = [name, Seconds(running.Elapsed), Seconds(missing)];
        System.Console.Error.WriteLine(string.Join("  ", row));
        return row;
    }

    private static string Seconds(TimeSpan time) => time.TotalSeconds.ToString("0.0", CultureInfo.InvariantCulture);
}
