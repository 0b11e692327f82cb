using System.Diagnostics;
using System.Text.Json;
using Newsroom.Domain.Kernel;

namespace Newsroom.Benchmarks.Performance;

/// <summary>Measures the time from process start to the first answered command, with the schema applied, and the memory.</summary>
internal static class StartTable
{
    private const int Starts = 10;
    private const int Clients = 8;

    private static readonly TimeSpan Idle = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan Loaded = TimeSpan.FromSeconds(10);

    private static readonly (string Name, string[] Properties)[] Ways =
    [
        ("published", []),
        ("published and compiled ahead of time (ReadyToRun)", ["PublishReadyToRun=true"]),
    ];

    /// <summary>Measures, alternating.</summary>
    public static async Task MeasureAsync(ServedNewsroom newsroom, Report report)
    {
        var programs = new List<(string Name, PublishedApi Api, List<First> Firsts)>();
        foreach (var (name, properties) in Ways)
        {
            try
            {
                programs.Add((name, await PublishedApi.MakeAsync(properties), []));
            }
            catch (InvalidOperationException problem)
            {
                // Ahead-of-time compilation needs a compiler for this platform, which not every package feed has.
                System.Console.Error.WriteLine($"Left out, {name}: {problem.Message}");
            }
        }

        // The first round reads the programs from disk.
        for (var turn = 0; turn <= Starts; turn++)
        {
            foreach (var (name, api, firsts) in programs)
            {
                var first = await FirstAnswerAsync(newsroom, api);
                System.Console.Error.WriteLine($"{name}: {first}");
                firsts.AddRange(turn == 0 ? [] : [first]);
            }
        }

        var rows = new List<string[]>();
        foreach (var (name, api, firsts) in programs)
        {
            await FirstAnswerAsync(newsroom, api);
            await Task.Delay(Idle);
            var idle = newsroom.Used.Resident;
            using var loads = new CommandLoads(newsroom, Clients);
            var revise = loads.All.Single(l => l.Name == "revise-article");
            await revise.Prepare(Clients, 0);
            await Load.ForAsync(Clients, Loaded, revise.Ask);
            rows.Add([
                name,
                Report.Number(Median(firsts, f => f.Listening)),
                Report.Number(Median(firsts, f => f.Answered)),
                Report.Number(firsts.Min(f => f.Answered)),
                Report.Number(Median(firsts, f => f.Cpu)),
                Megabytes(Median(firsts, f => f.Resident)),
                Megabytes(idle),
                Megabytes(newsroom.Used.Resident),
            ]);
        }

        programs.ForEach(p => p.Api.Dispose());
        await newsroom.ServeAsync();
        report.Add(
            "start",
            $"A Release build, from the start of its process to its first answered command: {Starts} starts turn by turn, schema applied",
            [
                "",
                "listens after ms",
                "first command answered after ms, median",
                "least",
                "processor ms until then",
                "resident MB then",
                $"idle, {Idle.TotalSeconds} s later",
                $"after {Loaded.TotalSeconds} s of revisions by {Clients} clients",
            ],
            rows
        );
    }

    public static string Megabytes(double bytes) => Report.Number(bytes / (1 << 20));

    private static async Task<First> FirstAnswerAsync(ServedNewsroom newsroom, PublishedApi api)
    {
        await newsroom.StopServingAsync();
        using var editor = newsroom.Client("eve", Role.Editor);
        var draft = JsonSerializer.SerializeToUtf8Bytes(
            new
            {
                desk = "town",
                headline = $"Story {Guid.NewGuid():N}",
                body = SampleStories.Body(),
                byline = "Ana",
            }
        );
        var started = Stopwatch.GetTimestamp();
        await newsroom.BeginAsync(api.Start());
        await newsroom.ListeningAsync();
        var listening = Stopwatch.GetElapsedTime(started);
        await editor.CommandAsync("/stories/draft-article", draft);
        var answered = Stopwatch.GetElapsedTime(started);
        var (resident, cpu) = newsroom.Used;
        return new First(listening.TotalMilliseconds, answered.TotalMilliseconds, cpu.TotalMilliseconds, resident);
    }

    private static double Median(List<First> firsts, Func<First, double> of)
    {
        var sorted = firsts.Select(of).Order().ToList();
        return (sorted[(sorted.Count - 1) / 2] + sorted[sorted.Count / 2]) / 2;
    }

    private sealed record First(double Listening, double Answered, double Cpu, double Resident);
}
