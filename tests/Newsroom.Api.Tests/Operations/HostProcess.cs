using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Net.Sockets;
using System.Text.Json.Nodes;
using Newsroom.Api.Hosting;
using Newsroom.Api.Tests.Postgres;
using Newsroom.Domain;

namespace Newsroom.Api.Tests.Operations;

/// <summary>Runs a development host in a process of its own, and reads from the system what the process uses. Linux only.</summary>
internal sealed class HostProcess : IAsyncDisposable
{
    private const int TicksPerSecond = 100;
    private const int FirstTimeField = 11;

    private readonly TemporaryDirectory data = new("newsroom-tests");
    private readonly string database;
    private readonly Process process;
    private readonly HttpClient http;

    private HostProcess(string database)
    {
        this.database = database;
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        http = new HttpClient { BaseAddress = new Uri($"http://{listener.LocalEndpoint}"), Timeout = TimeSpan.FromMinutes(2) };
        listener.Stop();
        var program = Path.Combine(AppContext.BaseDirectory, "Newsroom.Api");
        string[] arguments = ["exec", "--runtimeconfig", $"{program}.runtimeconfig.json", "--depsfile", $"{program}.deps.json", $"{program}.dll"];
        var start = new ProcessStartInfo("dotnet", arguments)
        {
            WorkingDirectory = AppContext.BaseDirectory,
            RedirectStandardOutput = true,
        };
        foreach (var (name, value) in new Dictionary<string, string>
        {
            ["ASPNETCORE_ENVIRONMENT"] = "Development",
            ["ASPNETCORE_URLS"] = $"{http.BaseAddress}",
            ["ConnectionStrings__Newsroom"] = database,
            ["NEWSROOM_DATA"] = data.Path,
            ["Development__Welcome"] = "false",
            ["Logging__LogLevel__Default"] = "Error",
        })
        {
            start.Environment[name] = value;
        }

        process = Process.Start(start)!;
        process.BeginOutputReadLine();
    }

    /// <summary>Gets the resident memory of the process in MB.</summary>
    public long ResidentMegabytes
    {
        get
        {
            process.Refresh();
            return process.WorkingSet64 >> 20;
        }
    }

    /// <summary>Gets the most resident memory that the process has had, in MB.</summary>
    public long PeakMegabytes
    {
        get
        {
            process.Refresh();
            return process.PeakWorkingSet64 >> 20;
        }
    }

    /// <summary>Gets the processor time that the process has used.</summary>
    public TimeSpan ProcessorTime
    {
        get
        {
            var stat = File.ReadAllText($"/proc/{process.Id}/stat");
            var times = stat[(stat.LastIndexOf(')') + 2)..].Split(' ')[FirstTimeField..(FirstTimeField + 2)];
            return TimeSpan.FromSeconds(times.Sum(ticks => double.Parse(ticks, CultureInfo.InvariantCulture)) / TicksPerSecond);
        }
    }

    /// <summary>Starts a host on an empty database, and waits until it answers.</summary>
    public static async Task<HostProcess> Start(CancellationToken cancel)
    {
        var host = new HostProcess(await TestServer.CreateDatabaseAsync());
        while (true)
        {
            host.process.HasExited.ShouldBeFalse();
            try
            {
                (await host.http.GetAsync(new Uri("/health/live", UriKind.Relative), cancel)).EnsureSuccessStatusCode();
                return host;
            }
            catch (HttpRequestException)
            {
                await Task.Delay(50, cancel);
            }
        }
    }

    /// <summary>Sends a request, and returns its status, its answer and the processor time it took.</summary>
    public async Task<(int Status, JsonNode? Answer, TimeSpan Took)> Send(
        HttpMethod method, string path, string user, Role role, object? body, string? basedOn, CancellationToken cancel)
    {
        var begun = DateTimeOffset.UtcNow.AddMinutes(-1);
        var token = DevelopmentIssuer.Token(DevelopmentIssuer.Key(data.Path), user, [role], begun, TimeSpan.FromHours(1));
        using var request = new HttpRequestMessage(method, path) { Content = body is null ? null : JsonContent.Create(body) };
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        if (basedOn is not null)
        {
            request.Headers.TryAddWithoutValidation("If-Match", basedOn);
        }

        var before = ProcessorTime;
        using var answer = await http.SendAsync(request, cancel);
        var read = await answer.Content.ReadAsByteArrayAsync(cancel);
        var isJson = answer.Content.Headers.ContentType?.MediaType?.EndsWith("json", StringComparison.Ordinal) == true;
        return ((int)answer.StatusCode, isJson ? JsonNode.Parse(read) : null, ProcessorTime - before);
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        process.Kill(entireProcessTree: true);
        await process.WaitForExitAsync();
        process.Dispose();
        http.Dispose();
        await TestServer.DropDatabaseAsync(database);
        data.Dispose();
    }
}
