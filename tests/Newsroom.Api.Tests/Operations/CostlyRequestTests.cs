using System.Diagnostics;
using System.Text;
using Newsroom.Domain.Kernel;
using Newsroom.Domain.Text;

namespace Newsroom.Api.Tests.Operations;

/// <summary>
/// Requests about the largest texts take bounded processor time in a host, and the idle host returns the memory they needed.
/// NEWSROOM_COSTS=all tries more shapes, and waits for the runtime's array pools, which drop arrays after half a minute; otherwise only
/// the first collection of the idle host is awaited.
/// </summary>
public sealed class CostlyRequestTests(ITestOutputHelper output)
{
    // Test machines are slow and busy, test code is not optimised, and projections run at the same time. A higher cost means that linear
    // work has become quadratic.
    private const double MaxSeconds = 20;

    private const long MaxRetainedMegabytes = 100;

    // Array pools drop a few arrays in each collection, and each collection is 35 seconds after the one before.
    private static readonly TimeSpan ReturnTimeout = TimeSpan.FromMinutes(5);

    // Without a collection about nine tenths of the memory of requests stays resident; the first collection leaves less than half.
    private const double MaxRetainedShare = 0.75;

    private const int Size = TextRules.MaxBytes - 1024;

    private static readonly bool All = Environment.GetEnvironmentVariable("NEWSROOM_COSTS") == "all";

    private static readonly string[] Pieces =
    [
        "a\r\n",
        "“We will build the wall here,” he said. ",
        "[a](b) ",
        "“a ",
        ". ",
        "\" ",
        "&amp;",
        "市",
        "`",
        "*a* **b** _c_\n\n",
        "\ta",
        "w x y z. ",
    ];

    private static readonly string[] Reads =
    [
        "/gates",
        "/quoted",
        "/quoted?after=body-1000",
        "/diff?from=1",
        "/blame",
        "/history",
        "/timeline",
        "?version=2",
        "",
    ];

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_host_answers_costly_requests_in_bounded_time_and_returns_their_memory()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Processor time and memory are read from /proc.");
        await using var host = await MeasuredHost.StartAsync(Cancel);
        var desk = await host.SendAsync(
            HttpMethod.Put,
            "/desks/town",
            "jonas",
            Role.Admin,
            new { name = "Town", language = "en" },
            null,
            Cancel
        );
        desk.Status.ShouldBeOneOf(200, 201, 204);
        await WorkAsync(host, "It cost 3 million. “We will build it here now,” he said.");
        var before = host.ResidentMegabytes;
        foreach (var piece in All ? Pieces : Pieces[..2])
        {
            var took = await WorkAsync(host, string.Concat(Enumerable.Repeat(piece, Size / Encoding.UTF8.GetByteCount(piece))));
            var costs = string.Join(", ", took.Select(t => $"{t.Request} {t.Took.TotalSeconds:0.00} s"));
            output.WriteLine($"{piece.Trim()}: {costs}; {host.ResidentMegabytes} MB resident");
            took.Where(t => t.Took.TotalSeconds > MaxSeconds).ShouldBeEmpty();
        }

        var peak = host.PeakMegabytes;
        var max = before + (All ? MaxRetainedMegabytes : (long)((peak - before) * MaxRetainedShare));
        var waited = Stopwatch.StartNew();
        await Eventually.HoldsAsync(
            $"at most {max} MB are resident",
            () => Task.FromResult(host.ResidentMegabytes <= max),
            () => Task.FromResult($"{host.ResidentMegabytes} MB are."),
            All ? ReturnTimeout : null
        );
        var now = host.ResidentMegabytes;
        output.WriteLine($"{before} MB before, {peak} MB at most, {now} MB {waited.Elapsed.TotalSeconds:0} s after the requests");
    }

    /// <summary>Drafts, revises and merges a story, and reads it in every way.</summary>
    private static async Task<List<(string Request, TimeSpan Took)>> WorkAsync(MeasuredHost host, string text)
    {
        var took = new List<(string, TimeSpan)>();
        var draft = new
        {
            desk = "town",
            headline = "Wall",
            body = text,
        };
        var drafted = await host.SendAsync(HttpMethod.Post, "/stories/draft-article", "rita", Role.Reporter, draft, null, Cancel);
        took.Add(("draft", drafted.Took));
        drafted.Status.ShouldBeOneOf(201, 422);
        if (drafted.Status == 422)
        {
            return took;
        }

        var story = $"/stories/{drafted.Answer!["story"]}";
        var (first, second) = (new { body = $"x{text[(text.Length / 2)..]} y" }, new { body = $"{text[..(text.Length / 2)]} z" });
        var revised = await host.SendAsync(HttpMethod.Post, $"{story}/revise-article", "rita", Role.Reporter, first, "\"v1\"", Cancel);
        revised.Status.ShouldBe(200);
        took.Add(("revise", revised.Took));
        var merged = await host.SendAsync(HttpMethod.Post, $"{story}/revise-article", "ed", Role.Editor, second, "\"v1\"", Cancel);
        merged.Status.ShouldBeOneOf(200, 409);
        took.Add(("merge", merged.Took));
        foreach (var read in Reads)
        {
            var answer = await host.SendAsync(HttpMethod.Get, $"{story}{read}", "ed", Role.Editor, null, null, Cancel);
            answer.Status.ShouldBe(200);
            took.Add((read, answer.Took));
        }

        return took;
    }
}
