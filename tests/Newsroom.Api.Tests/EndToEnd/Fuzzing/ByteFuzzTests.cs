using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Text;
using Newsroom.Api.Tests.Operations;
using Newsroom.Api.Tests.Postgres;
using Newsroom.Domain.Kernel;

namespace Newsroom.Api.Tests.EndToEnd.Fuzzing;

/// <summary>
/// Sends valid requests with changed bytes over TCP to a host in its own process. NEWSROOM_FUZZ_BYTES is their number (300),
/// NEWSROOM_FUZZ_SEED the seed (1).
/// </summary>
public sealed class ByteFuzzTests(ITestOutputHelper output)
{
    private const int Workers = 16;

    // "HTTP/1.1 400"
    private const int StatusLength = 12;

    // What the host keeps of requests, such as pooled buffers, is bounded: the last three quarters of the requests need little more
    // memory than the first.
    private const long MaxGrowthMegabytes = 150;

    private static readonly int Requests = FuzzSettings.Number("NEWSROOM_FUZZ_BYTES", 300);

    private static readonly int Seed = FuzzSettings.Number("NEWSROOM_FUZZ_SEED", 1);

    // A test machine is busy; the host's own limit of a request is longer.
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(Requests > 1_000 ? 5 : 30);

    // Ends headers and a body that were cut off, so that the server need not wait for the rest. Where a length was made larger than this,
    // the server closes the connection, because too little arrives in a second.
    private static readonly byte[] End = [.. "\r\n\r\n"u8, .. Enumerable.Repeat((byte)' ', 8_192), .. "\r\n\r\n"u8];

    // The server waits this long for headers.
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(40);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Changed_bytes_cause_no_server_error_no_delay_and_no_growth()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Memory is read from /proc.");
        await using var host = await MeasuredHost.StartAsync(Cancel);
        var requests = await RequestsAsync(host);
        foreach (var request in requests)
        {
            (await StatusAsync(host.Address, Encoding.UTF8.GetBytes(request), Cancel)).ShouldStartWith("2", Case.Sensitive, request);
        }

        var (failures, statuses) = (new ConcurrentQueue<string>(), new ConcurrentDictionary<string, int>());
        await SendAsync(host, requests, 0, Requests / 4, failures, statuses);
        var warm = host.ResidentMegabytes;
        await SendAsync(host, requests, Requests / 4, Requests, failures, statuses);

        var told = string.Join(", ", statuses.OrderBy(s => s.Key).Select(s => $"{s.Key}: {s.Value}"));
        output.WriteLine($"{Requests:N0} requests: {told}; {warm} MB resident after a quarter, {host.ResidentMegabytes} MB at the end");
        failures.ShouldBeEmpty(string.Join("\n\n", failures));
        statuses.Keys.ShouldContain("200");
        statuses.Keys.ShouldContain("400");
        (host.ResidentMegabytes - warm).ShouldBeLessThan(MaxGrowthMegabytes);

        await TableSignal.ProjectedAsync(host.Database);
        var health = await host.SendAsync(HttpMethod.Get, "/health/ready", "ida", Role.Auditor, null, null, Cancel);
        health.Answer!["status"]!.GetValue<string>().ShouldBe("ok");
    }

    private static async Task SendAsync(
        MeasuredHost host,
        IReadOnlyList<string> requests,
        int from,
        int until,
        ConcurrentQueue<string> failures,
        ConcurrentDictionary<string, int> statuses
    )
    {
        var options = new ParallelOptions { MaxDegreeOfParallelism = Workers, CancellationToken = Cancel };
        await Parallel.ForAsync(
            from,
            until,
            options,
            async (number, cancellationToken) =>
            {
                var random = new Random((Seed * 1_000_003) + number);
                var bytes = new ChangedBytes(random).Of(requests[random.Next(requests.Count)]);
                var began = Stopwatch.GetTimestamp();
                var status = await StatusAsync(host.Address, bytes, cancellationToken);
                var took = Stopwatch.GetElapsedTime(began);
                statuses.AddOrUpdate(status, 1, (_, count) => count + 1);
                // 505 is the server's answer to another version of HTTP.
                var isAnswer = status is "none" or "505" || status[0] is '1' or '2' or '3' or '4';
                // 408 is the end of a request that did not arrive.
                if (!isAnswer || (took > Longest && status is not ("none" or "408")))
                {
                    var sent = Encoding.Latin1.GetString(bytes, 0, Math.Min(bytes.Length, 2_000));
                    failures.Enqueue($"seed {Seed}, request {number}: {status} after {took.TotalSeconds:N1} s\n{sent}");
                }
            }
        );
    }

    /// <summary>Returns the status of the first response; "none" where the connection is closed without one.</summary>
    private static async Task<string> StatusAsync(Uri address, byte[] request, CancellationToken cancellationToken)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(Limit);
        using var client = new TcpClient { NoDelay = true };
        var line = new byte[StatusLength];
        try
        {
            await client.ConnectAsync(address.Host, address.Port, limit.Token);
            var stream = client.GetStream();
            await stream.WriteAsync(request, limit.Token);
            await stream.WriteAsync(End, limit.Token);
            var read = await stream.ReadAtLeastAsync(line, line.Length, throwOnEndOfStream: false, limit.Token);
            return read == 0 ? "none" : StatusOf(Encoding.Latin1.GetString(line));
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return $"no end within {Limit.TotalSeconds} s";
        }
        catch (Exception problem) when (problem is IOException or SocketException)
        {
            // The server closes a connection on which it cannot tell where the next request begins.
            return "none";
        }
    }

    private static string StatusOf(string line) => line.StartsWith("HTTP/1.1 ", StringComparison.Ordinal) ? line[9..] : $"not HTTP: {line}";

    private static async Task<IReadOnlyList<string>> RequestsAsync(MeasuredHost host)
    {
        await host.SendAsync(HttpMethod.Put, "/desks/town", "jonas", Role.Admin, new { name = "Town", language = "en" }, null, Cancel);
        var draft = new
        {
            desk = "town",
            headline = "Wall",
            body = "“We will build the wall here,” said the mayor.",
        };
        var drafted = await host.SendAsync(HttpMethod.Post, "/stories/draft-article", "rita", Role.Reporter, draft, null, Cancel);
        var story = drafted.Answer!["story"];
        var digest = Convert.ToHexStringLower(SHA256.HashData("evidence"u8));
        return
        [
            Request(host, Role.Reporter, "POST", "/stories/draft-article", """{"desk":"town","headline":"Roof","body":"It rains."}"""),
            Request(
                host,
                Role.Editor,
                "POST",
                $"/stories/{story}/revise-article",
                """{"body":"“We built it,” said the mayor."}""",
                "If-Match: \"v1\"\r\n"
            ),
            Request(
                host,
                Role.Editor,
                "POST",
                $"/stories/{story}/add-note",
                """{"text":"Who says so?"}""",
                "Idempotency-Key: k1\r\n"
            ),
            Request(host, Role.FactChecker, "PUT", $"/evidence/{digest}", "evidence", "Content-Type: text/plain\r\n"),
            Request(host, Role.Editor, "GET", $"/stories/{story}/history?limit=20"),
            Request(host, Role.Editor, "GET", "/stories?q=wall&limit=20", null, "If-None-Match: \"v1\"\r\n"),
            Request(host, Role.Editor, "GET", "/published", null, "Accept: application/json;q=0.5, */*\r\n"),
            Request(host, Role.Editor, "GET", $"/stories/{story}?version=1"),
            Request(host, Role.Auditor, "GET", "/audit?limit=5", null, "Accept-Encoding: gzip\r\n"),
        ];
    }

    private static string Request(MeasuredHost host, Role role, string method, string path, string? body = null, string headers = "")
    {
        var type = body is null || headers.Contains("Content-Type", StringComparison.Ordinal) ? "" : "Content-Type: application/json\r\n";
        var length = body is null
            ? ""
            : string.Create(CultureInfo.InvariantCulture, $"Content-Length: {Encoding.UTF8.GetByteCount(body)}\r\n");
        return $"{method} {path} HTTP/1.1\r\nHost: {host.Address.Authority}\r\nConnection: close\r\n"
            + $"Authorization: Bearer {host.Token("ed", role)}\r\n{headers}{type}{length}\r\n{body}";
    }
}
