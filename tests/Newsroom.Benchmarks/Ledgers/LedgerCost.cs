using System.Diagnostics;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Newsroom.Api.Ledger;
using Newsroom.Api.Operations.Store;
using Newsroom.Benchmarks.Replay;
using Newsroom.Domain.Kernel;
using Newsroom.Evidence.Bundles;
using Newsroom.Ledger;
using Npgsql;

namespace Newsroom.Benchmarks.Ledgers;

/// <summary>Measures the ledger: commands with and without it, leaves per second, proofs, verification of a long story.</summary>
internal static class LedgerCost
{
    private const int Clients = 8;
    private const int Commands = 480;
    private const int Rounds = 25;
    private const int Few = 10_000;
    private const int Many = 1_000_000;
    private const int Long = 10_000;

    /// <summary>Runs the measurements and prints them.</summary>
    public static async Task MeasureAsync()
    {
        await using var with = await MeasuredNewsroom.StartAsync();
        await using var without = await MeasuredNewsroom.StartAsync(ledger: false);
        await CommandsWithAndWithoutAsync(with, without);
        await BuildingAsync(with);
        await ProofsAsync(without);
        await LongStoryAsync(with);
    }

    private static async Task CommandsWithAndWithoutAsync(MeasuredNewsroom with, MeasuredNewsroom without)
    {
        var ratios = new List<double>();
        var rates = new List<double>();
        await RateAsync(with);
        await RateAsync(without);
        for (var round = 0; round < Rounds; round++)
        {
            // Alternating, in both orders, so that other load affects both.
            var first = await RateAsync(round % 2 == 0 ? with : without);
            var second = await RateAsync(round % 2 == 0 ? without : with);
            var (on, off) = round % 2 == 0 ? (first, second) : (second, first);
            (ratios, rates) = ([.. ratios, on / off], [.. rates, off]);
        }

        ratios.Sort();
        rates.Sort();
        System.Console.WriteLine(
            $"draft-article and revise-article at {Clients} clients, all views running, median of {Rounds} rounds: "
                + $"{rates[Rounds / 2]:N0} commands/s without the ledger (1.00), with it {ratios[Rounds / 2]:F2} ({ratios[0]:F2} to "
                + $"{ratios[^1]:F2})"
        );
    }

    private static async Task<double> RateAsync(MeasuredNewsroom newsroom)
    {
        var clients = Enumerable.Range(0, Clients).Select(_ => newsroom.Client("ana", Role.Editor)).ToList();
        var running = Stopwatch.StartNew();
        await Task.WhenAll(
            clients.Select(async client =>
            {
                for (var command = 0; command < Commands / Clients / 4; command++)
                {
                    using var drafted = await client.PostAsJsonAsync(
                        "/stories/draft-article",
                        new
                        {
                            desk = "town",
                            headline = $"Story {Guid.NewGuid():N}",
                            body = string.Concat(
                                Enumerable
                                    .Range(0, 30)
                                    .Select(i => $"Paragraph {i} tells what was seen on the quay that day, and by whom.\n\n")
                            ),
                        }
                    );
                    var story = JsonNode.Parse(await drafted.EnsureSuccessStatusCode().Content.ReadAsStringAsync())![
                        "story"
                    ]!.GetValue<Guid>();
                    for (var version = 1; version <= 3; version++)
                    {
                        using var request = new HttpRequestMessage(HttpMethod.Post, $"/stories/{story}/revise-article")
                        {
                            Content = JsonContent.Create(new { standfirst = $"Now {version}." }),
                        };
                        request.Headers.IfMatch.Add(new EntityTagHeaderValue($"\"v{version}\""));
                        using var revised = await client.SendAsync(request);
                        revised.EnsureSuccessStatusCode();
                    }
                }
            })
        );
        var rate = Commands / running.Elapsed.TotalSeconds;
        clients.ForEach(c => c.Dispose());
        await newsroom.CatchUpAsync();
        return rate;
    }

    /// <summary>Measures how fast leaves are built from stored events, without the daemon.</summary>
    private static async Task BuildingAsync(MeasuredNewsroom newsroom)
    {
        await using var connection = await newsroom.Database.OpenConnectionAsync();
        var (leaves, running) = (0, Stopwatch.StartNew());
        var tree = new CompactRange(0, []);
        while (running.Elapsed < TimeSpan.FromSeconds(5))
        {
            await foreach (var record in StoredEvents.ReadAsync(connection, 0, 500, default))
            {
                tree.Append(MerkleTree.Leaf(record.With(record.Commit()).Entry(Commitment.NewSalt()).ToArray()));
                leaves++;
            }
        }

        System.Console.WriteLine(
            "Leaves made of stored events, in pages of 500 read from the database, on one core: "
                + $"{leaves / running.Elapsed.TotalSeconds:N0}/s"
        );
    }

    private static async Task ProofsAsync(MeasuredNewsroom newsroom)
    {
        await using var connection = await newsroom.Database.OpenConnectionAsync();
        var (tree, made) = (new CompactRange(0, []), Stopwatch.StartNew());
        await GrowAsync(connection, tree, Few);
        var few = await ProofTimeAsync(connection, Few);
        await GrowAsync(connection, tree, Many);
        await newsroom.ScalarAsync("analyze");
        var many = await ProofTimeAsync(connection, Many);
        System.Console.WriteLine(
            $"A proof among {Few:N0} leaves: {few.Median.TotalMilliseconds:F2} ms, {few.Hashes} hashes (1.00); among {Many:N0}: "
                + $"{many.Median.TotalMilliseconds:F2} ms, {many.Hashes} hashes ({many.Median / few.Median:F2}); one round trip each. "
                + $"({Many:N0} leaves were put in within {made.Elapsed.TotalSeconds:F0} s.)"
        );
    }

    private static Task GrowAsync(NpgsqlConnection connection, CompactRange tree, long size) =>
        LeafRows.AddAsync(
            connection,
            tree,
            Enumerable.Range((int)tree.Size + 1, (int)(size - tree.Size)).Select(sequence => ((long)sequence, Guid.NewGuid()))
        );

    private static async Task<(TimeSpan Median, int Hashes)> ProofTimeAsync(NpgsqlConnection connection, long size)
    {
        var (times, random, hashes) = (new List<TimeSpan>(), new Random(1962), 0);
        for (var round = 0; round < 400; round++)
        {
            var ranges = MerkleTree.InclusionRanges(random.NextInt64(size), size);
            var running = Stopwatch.GetTimestamp();
            hashes = Math.Max(hashes, (await LedgerLog.ComputeHashesAsync(connection, ranges, default)).Length);
            times.Add(Stopwatch.GetElapsedTime(running));
        }

        times.Sort();
        return (times[times.Count / 2], hashes);
    }

    private static async Task LongStoryAsync(MeasuredNewsroom newsroom)
    {
        using var admin = newsroom.Client("jonas", Role.Admin);
        Guid story = default;
        for (var from = 0; from < Long; from += 1000)
        {
            story = (
                await MeasuredNewsroom.ImportAsync(
                    admin,
                    "long:long.md",
                    Enumerable
                        .Range(from, 1000)
                        .Select(i =>
                            (object)
                                new
                                {
                                    commit = $"c{i}",
                                    at = new DateTimeOffset(2000, 1, 1, 0, 0, 0, TimeSpan.Zero).AddHours(i),
                                    name = "Ana",
                                    email = "ana@example.org",
                                    path = "long.md",
                                    text = string.Concat(
                                        Enumerable
                                            .Range(0, 40)
                                            .Select(p =>
                                                $"Paragraph {p} tells what {(p == i % 40 ? $"witness{i:D6}" : "nobody")} saw on the quay "
                                                + "that day, and what it has to do with the boats.\n\n"
                                            )
                                    ),
                                }
                        )
                )
            )["story"]!.GetValue<Guid>();
        }

        await newsroom.CatchUpAsync();
        using var ida = newsroom.Client("ida", Role.Auditor);
        var making = Stopwatch.StartNew();
        var archive = await ida.GetByteArrayAsync($"/stories/{story}/bundle");
        var (made, key) = (making.Elapsed, NoteKey.Parse((await ida.GetStringAsync("/ledger/keys")).Trim()));
        var verifying = Stopwatch.StartNew();
        var verification = BundleVerifier.Verify(BundleArchive.Read(new MemoryStream(archive)), [key], null);
        System.Console.WriteLine(
            $"A story of {Long:N0} events: bundle of {archive.Length / 1024.0 / 1024:F1} MiB made in {made.TotalSeconds:F1} s, verified "
                + $"in {verifying.Elapsed.TotalSeconds:F1} s ({(verification.Holds ? "holds" : verification.Wrong)})"
        );
    }
}
