using System.Text;
using Newsroom.Domain.Kernel;

namespace Newsroom.Benchmarks.Performance;

/// <summary>Measures pages of the console: the time of the server, and what a browser loads.</summary>
internal static class ConsoleTable
{
    private const int Requests = 300;
    private const int Quotations = 40;
    private const int Revisions = 1000;
    private const int Stories = 64;
    private const string Desk = "paged";

    private static readonly string[] Roles = ["editor"];

    public static async Task MeasureAsync(ServedNewsroom newsroom, Report report)
    {
        var story = await CreateAsync(newsroom);
        using var editor = await ConsolePages.SignInAsync(newsroom, "eve");
        var turn = 0;
        (string Name, Func<string> Path)[] pages =
        [
            ("My work", () => "/"),
            ($"board with {Stories} stories", () => $"/desks/{Desk}"),
            ($"story, 6 KB, {Quotations} quotes", () => $"/stories/{story}"),
            ("story, a quote selected", () => $"/stories/{story}?passage=q{(turn++ % Quotations) + 1}"),
            ($"replay, a step among {Revisions} revisions", () => $"/stories/{story}/replay?version={(turn++ % Revisions) + 1}"),
            ("edit", () => $"/stories/{story}/edit"),
            ("publish", () => $"/stories/{story}/publish"),
        ];
        var rows = new List<string[]>();
        foreach (var (name, path) in pages)
        {
            await Load.TimesAsync(1, Requests / 3, _ => editor.ReadAsync(path()));
            var load = await Load.TimesAsync(1, Requests, _ => editor.ReadAsync(path()));
            var page = await editor.ReadAsync(path());
            var files = await editor.FilesAsync(Encoding.UTF8.GetString(page));
            rows.Add([
                name,
                Report.Ms(load.Quantile(.5)),
                Report.Ms(load.Quantile(.99)),
                $"{1 + files.Count}: {Kilobytes(page.Length + files.Sum(file => file.Bytes))} KB",
                $"1: {Kilobytes(page.Length)} KB",
            ]);
            System.Console.Error.WriteLine(string.Join("  ", rows[^1]));
        }

        report.Add(
            "console",
            $"Pages of the console, one client, {Requests} requests each; the console and the API in one process",
            ["page", "p50 ms", "p99 ms", "first load: requests, size", "second load"],
            rows
        );
    }

    private static string Kilobytes(long bytes) => Report.Number(bytes / 1024.0);

    private static async Task<Guid> CreateAsync(ServedNewsroom newsroom)
    {
        using var admin = newsroom.Client("jonas", Role.Admin);
        using var eve = newsroom.Client("eve", Role.Editor);
        await admin.SendAsync(HttpMethod.Put, $"/desks/{Desk}", """{"name":"A desk with pages","language":"en"}""");
        await admin.SendAsync(
            HttpMethod.Put,
            "/people/eve",
            System.Text.Json.JsonSerializer.Serialize(new { name = "Eve", roles = Roles })
        );
        for (var other = 1; other < Stories; other++)
        {
            await SampleStories.DraftAsync(eve, desk: Desk);
        }

        var (version, drafted) = await eve.CommandAsync(
            "/stories/draft-article",
            new
            {
                desk = Desk,
                headline = "A long night at the wall",
                body = Body(revision: 0),
            }
        );
        var story = drafted["story"]!.GetValue<Guid>();
        for (var quotation = 1; quotation <= Quotations; quotation++)
        {
            var attribution = new { words = Quotation(quotation), speaker = "harbour-master" };
            (version, _) = await eve.CommandAsync($"/stories/{story}/attribute-quote", attribution, version);
        }

        for (var revision = 1; version < Revisions; revision++)
        {
            (version, _) = await eve.CommandAsync($"/stories/{story}/revise-article", new { body = Body(revision) }, version);
        }

        await newsroom.CatchUpAsync();
        await newsroom.RunAsync("analyze");
        return story;
    }

    private static string Quotation(int number) => $"“The water came over wall {number} twice that night,”";

    private static string Body(int revision) =>
        string.Join(
            "\n\n",
            Enumerable
                .Range(1, Quotations)
                .Select(number =>
                    $"{Quotation(number)} said the harbour master. Nobody on the quay could say who was to pay for the wall, or when."
                )
        ) + $"\n\nRevision {revision} of the night desk.";
}
