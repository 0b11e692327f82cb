using System.Diagnostics;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Newsroom.Cli.Runtime;
using Newsroom.Client;
using Newsroom.Client.Http;
using Newsroom.Domain.Kernel;
using Npgsql;

namespace Newsroom.Benchmarks.Replay;

/// <summary>Measures the storage of imported histories against one compressed row per version, and the import rate.</summary>
internal static class StorageTable
{
    /// <summary>Imports repositories and prints the tables.</summary>
    public static async Task MeasureAsync(IReadOnlyList<string> repositories)
    {
        await using var newsroom = await MeasuredNewsroom.StartAsync();
        var empty = await SizesAsync(newsroom);
        var (watch, waited) = (Stopwatch.StartNew(), newsroom.InDatabase);
        foreach (var repository in repositories)
        {
            using var api = newsroom.Client("jonas", Role.Admin);
            var environment = new CliEnvironment
            {
                Out = System.Console.Out,
                Error = TextWriter.Null,
                Connect = tokens => new NewsroomClient(api, new NewsroomClientOptions { TokenProvider = tokens }),
            };
            string[] line = ["import-history", repository, "--desk", "town", "--token", newsroom.Token("jonas", Role.Admin)];
            var code = await Cli.CommandLine.RunAsync(line, environment);
            if (code != ExitCode.Success)
            {
                throw new InvalidOperationException($"The import of {repository} ended with {code}.");
            }
        }

        var seconds = watch.Elapsed.TotalSeconds;
        var inDatabase = newsroom.InDatabase - waited;
        await newsroom.CatchUpAsync();
        var full = await SizesAsync(newsroom);
        using var reader = newsroom.Client("wilma", Role.Auditor);
        var versions = await VersionsAsync(reader);
        System.Console.WriteLine(
            $"{versions.Count:N0} versions in {seconds:F1} s: {versions.Count / seconds:F0} a second, "
                + $"{100 * inDatabase.TotalSeconds / seconds:F0} % of the time waiting for PostgreSQL."
        );
        var whole = await WholeVersionsAsync(newsroom, versions);
        Print(empty, full, versions.Count, whole);

        await using var once = await MeasuredNewsroom.StartAsync();
        using var admin = once.Client("jonas", Role.Admin);
        var last = versions.GroupBy(v => v.Story).Select(story => story.Last()).ToList();
        foreach (var (story, text) in last)
        {
            await MeasuredNewsroom.ImportAsync(
                admin,
                $"{story}:a.md",
                [
                    new
                    {
                        commit = $"{story:N}c0ffee42",
                        at = DateTimeOffset.UnixEpoch,
                        name = "Jane Doe",
                        email = "somebody@example.org",
                        path = $"posts/2014-03-12-the-name-of-a-file-{story:N}.md",
                        text,
                        message = "What was done and why, in a few words",
                    },
                ]
            );
        }

        await once.CatchUpAsync();
        var further = (full.Values.Sum() - (await SizesAsync(once)).Values.Sum()) / (double)(versions.Count - last.Count);
        System.Console.WriteLine(
            $"Each further version: {further:F0} bytes, {100 * further / (whole / (double)versions.Count):F0} % of a whole one."
        );
    }

    /// <summary>Lists every version made by a commit, as returned by the API.</summary>
    private static async Task<List<(Guid Story, string Text)>> VersionsAsync(HttpClient reader)
    {
        var versions = new List<(Guid, string)>();
        foreach (var id in (await AllAsync(reader, "/stories?limit=200")).Select(s => s["id"]!.GetValue<Guid>()))
        {
            var history = await AllAsync(reader, $"/stories/{id}/history?limit=200");
            foreach (
                var change in history
                    .GroupBy(h => h["commit"]!.GetValue<string>())
                    .Where(c => c.Last()["type"]!.GetValue<string>() != "story_spiked")
            )
            {
                versions.Add(
                    (
                        id,
                        (await reader.GetFromJsonAsync<JsonNode>($"/stories/{id}?version={change.Max(h => h["to"]!.GetValue<long>())}"))![
                            "article"
                        ]!["body"]!.GetValue<string>()
                    )
                );
            }
        }

        return versions;
    }

    private static async Task<List<JsonNode>> AllAsync(HttpClient reader, string first)
    {
        var all = new List<JsonNode>();
        for (var page = first; page is not null;)
        {
            using var response = await reader.GetAsync(page);
            all.AddRange(JsonNode.Parse(await response.Content.ReadAsStringAsync())!["items"]!.AsArray()!);
            page = response.Headers.TryGetValues("Link", out var links) ? links.Single().Split('<', '>')[1] : null;
        }

        return all;
    }

    private static async Task<SortedDictionary<string, long>> SizesAsync(MeasuredNewsroom newsroom)
    {
        await newsroom.ScalarAsync("vacuum");
        await using var command = newsroom.Database.CreateCommand(
            """
            select case when relname in ('mt_events', 'mt_streams') then '1 events' when relname in ('mt_doc_story', 'mt_doc_storytext') then '2 snapshots' when relname = 'mt_doc_keyframe' then '3 keyframes'
                when relname = 'audit' then '4 audit trail' when relname in ('mt_doc_storycard', 'story_words') then '5 cards and search' else '6 everything else' end,
                sum(pg_table_size(c.oid))::bigint, sum(pg_indexes_size(c.oid))::bigint
            from pg_class c join pg_namespace n on n.oid = c.relnamespace where n.nspname = 'newsroom' and c.relkind = 'r' group by 1
            """
        );
        await using var reader = await command.ExecuteReaderAsync();
        var sizes = new SortedDictionary<string, long>(StringComparer.Ordinal);
        while (await reader.ReadAsync())
        {
            sizes[reader.GetString(0)] = reader.GetInt64(1);
            sizes[$"{reader.GetString(0)}: indexes"] = reader.GetInt64(2);
        }

        return sizes;
    }

    /// <summary>Stores the same versions whole, one row each, with PostgreSQL's default compression.</summary>
    private static async Task<long> WholeVersionsAsync(MeasuredNewsroom newsroom, List<(Guid Story, string Text)> versions)
    {
        await newsroom.ScalarAsync("create table public.whole (story uuid, version int, body text, primary key (story, version))");
        await using var connection = await newsroom.Database.OpenConnectionAsync();
        await using (var copy = await connection.BeginBinaryImportAsync("copy public.whole from stdin (format binary)"))
        {
            foreach (var file in versions.GroupBy(v => v.Story))
            {
                var (story, version) = (Guid.NewGuid(), 0);
                foreach (var (_, text) in file)
                {
                    await copy.WriteRowAsync(default, story, ++version, text);
                }
            }

            await copy.CompleteAsync();
        }

        await newsroom.ScalarAsync("vacuum public.whole");
        return (long)(await newsroom.ScalarAsync("select pg_total_relation_size('public.whole')"))!;
    }

    private static void Print(SortedDictionary<string, long> empty, SortedDictionary<string, long> full, int versions, long whole)
    {
        System.Console.WriteLine("\n| kind | bytes | of whole versions | bytes a version |\n|---|---|---|---|");
        foreach (var (kind, bytes) in full)
        {
            System.Console.WriteLine($"| {kind[2..]} | {bytes:N0} | {100.0 * bytes / whole:F1} % | {bytes / versions:N0} |");
        }

        var all = full.Values.Sum();
        System.Console.WriteLine(
            $"| **all** (empty: {empty.Values.Sum():N0}) | {all:N0} | {100.0 * all / whole:F1} % | {all / versions:N0} |\n| "
                + $"each version whole | {whole:N0} | 100 % | {whole / versions:N0} |\n"
        );
    }
}
