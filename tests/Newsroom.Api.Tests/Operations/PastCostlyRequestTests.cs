using System.Text;
using Newsroom.Api.Tests.Postgres;
using Newsroom.Domain.Kernel;
using Newsroom.Domain.Text;
using Npgsql;

namespace Newsroom.Api.Tests.Operations;

/// <summary>
/// Requests about the past of a story take bounded processor time and memory in a host, for any size of its revisions. NEWSROOM_COSTS=all
/// rewrites a story 50 times, the interval of keyframes, in shapes with one edit and with very many; otherwise a few times.
/// </summary>
public sealed class PastCostlyRequestTests(ITestOutputHelper output)
{
    // Test machines are slow and busy, and test code is not optimised.
    private const double MaxSecondsUnoptimised = 20;
    private const double MaxSeconds = 2;
    private const long MaxMegabytes = 500;
    private const int Size = TextRules.MaxBytes - 1024;
    private const int SmallSize = 16 * 1024;
    private const int FewSaves = 4;

    private static readonly bool All = Environment.GetEnvironmentVariable("NEWSROOM_COSTS") == "all";
    private static readonly int Saves = All ? 60 : 6;

    public static TheoryData<string> Shapes => All ? ["one word", "distinct words", "every other word"] : ["one word"];

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(Shapes))]
    public async Task A_host_reads_any_version_at_a_bounded_cost(string shape)
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
        // The first request compiles code, which is not part of the measured cost.
        await MeasureAsync(host, shape, SmallSize, FewSaves, (_, _, _) => { });
        await MeasureAsync(
            host,
            shape,
            Size,
            Saves,
            (path, answer, grown) =>
            {
                var took = answer.Took.TotalSeconds;
                output.WriteLine($"{shape}, {path}: {answer.Status}, {took:0.00} s, {grown} MB more");
                answer.Status.ShouldBeOneOf(200, 409, 412);
                took.ShouldBeLessThan(All ? MaxSeconds : MaxSecondsUnoptimised, path);
                grown.ShouldBeLessThan(MaxMegabytes, path);
            }
        );
    }

    private static async Task MeasureAsync(
        MeasuredHost host,
        string shape,
        int size,
        int saves,
        Action<string, (int Status, TimeSpan Took), long> measured
    )
    {
        var story = await ReviseAsync(host, shape, size, saves);

        await using var database = NpgsqlDataSource.Create(host.Database);
        var last = Math.Min(49, saves);
        var time = await TimeOfAsync(database, story, last);
        foreach (
            var (method, path, body, basedOn) in new (HttpMethod, string, object?, long?)[]
            {
                (HttpMethod.Get, $"?version={last}", null, null),
                (HttpMethod.Get, $"/blame?version={last}", null, null),
                (HttpMethod.Get, $"/diff?from={last - 1}&to={last}", null, null),
                (HttpMethod.Get, $"?at={time}", null, null),
                (HttpMethod.Get, $"?asOf={time}", null, null),
                (HttpMethod.Get, "/history?limit=200", null, null),
                (HttpMethod.Post, "/restore-revision", new { version = last - 2 }, saves + 1),
                (HttpMethod.Post, "/revise-article", new { body = $"{Body(shape, size, saves)} More." }, saves),
                (HttpMethod.Post, "/revise-article", new { body = "It rains." }, 1),
            }
        )
        {
            // Processor time is the whole process's, so no projection may be at work on the request before.
            await TableSignal.ProjectedAsync(host.Database);
            host.ResetPeak();
            var before = host.ResidentMegabytes;
            var basis = basedOn is null ? null : $"\"v{basedOn}\"";
            var answer = await host.SendAsync(method, $"/stories/{story}{path}", "ed", Role.Editor, body, basis, Cancel);
            measured(path, (answer.Status, answer.Took), host.PeakMegabytes - before);
        }
    }

    private static async Task<Guid> ReviseAsync(MeasuredHost host, string shape, int size, int saves)
    {
        var draft = new
        {
            desk = "town",
            headline = "Wall",
            body = Body(shape, size, 1),
        };
        var drafted = await host.SendAsync(HttpMethod.Post, "/stories/draft-article", "rita", Role.Reporter, draft, null, Cancel);
        drafted.Status.ShouldBe(201);
        var story = (Guid)drafted.Answer!["story"]!;
        for (var version = 1; version <= saves; version++)
        {
            // Two people alternate, so that blame has as many spans as the text has edits.
            var (user, role) = version % 2 == 0 ? ("rita", Role.Reporter) : ("ed", Role.Editor);
            var revised = await host.SendAsync(
                HttpMethod.Post,
                $"/stories/{story}/revise-article",
                user,
                role,
                new { body = Body(shape, size, version + 1) },
                $"\"v{version}\"",
                Cancel
            );
            revised.Status.ShouldBe(200);
        }

        return story;
    }

    private static string Body(string shape, int size, int version)
    {
        var letter = (char)('a' + (version % 26));
        return shape switch
        {
            "one word" => new string(letter, size),
            "distinct words" => Numbered(size, i => $"w{i}{letter} "),
            _ => Numbered(size, i => $"{i} {letter} "),
        };
    }

    private static string Numbered(int size, Func<int, string> piece)
    {
        var text = new StringBuilder(size);
        for (var i = 0; piece(i) is var next && text.Length + next.Length <= size; i++)
        {
            text.Append(next);
        }

        return text.ToString();
    }

    private static async Task<string> TimeOfAsync(NpgsqlDataSource database, Guid story, long version)
    {
        const string format = """YYYY-MM-DD"T"HH24:MI:SS.US"Z" """;
        return (
            await database.ScalarAsync<string>(
                $"select to_char(timestamp at time zone 'UTC', '{format}') from newsroom.mt_events where version = {version} and "
                    + $"stream_id = '{story}'"
            )
        ).Trim();
    }
}
