using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Newsroom.Api.Infrastructure.Http;
using Newsroom.Api.Tests.Postgres;
using Newsroom.Domain.Kernel;

namespace Newsroom.Api.Tests.Operations;

/// <summary>Runs a development host in a separate process, and reads its resource usage from the system. Linux only.</summary>
internal sealed class MeasuredHost : IAsyncDisposable
{
    private const int TicksPerSecond = 100;
    private const int FirstTimeField = 11;

    private readonly string database;
    private readonly TemporaryDirectory data;
    private readonly HostProcess host;
    private readonly Process process;
    private readonly HttpClient http;

    private MeasuredHost(string database, TemporaryDirectory data, HostProcess host, Uri address)
    {
        (this.database, this.data, this.host) = (database, data, host);
        process = Process.GetProcessById(host.Id);
        http = new HttpClient { BaseAddress = address, Timeout = TimeSpan.FromMinutes(2) };
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

    /// <summary>Gets the peak resident memory of the process in MB.</summary>
    public long PeakMegabytes
    {
        get
        {
            process.Refresh();
            return process.PeakWorkingSet64 >> 20;
        }
    }

    /// <summary>Gets the address that the host listens on.</summary>
    public Uri Address => http.BaseAddress!;

    /// <summary>Gets the connection string of the database.</summary>
    public string Database => database;

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

    /// <summary>Starts a host on a copy of the template database, and waits until it listens.</summary>
    public static async Task<MeasuredHost> StartAsync(CancellationToken cancellationToken)
    {
        var data = new TemporaryDirectory("newsroom-tests");
        var database = await TemplateDatabase.CopyAsync(data.Path);
        var host = HostProcess.Start(database, data.Path, "Development");
        return new MeasuredHost(database, data, host, await host.AddressAsync(cancellationToken));
    }

    /// <summary>Resets <see cref="PeakMegabytes"/> to the current resident memory.</summary>
    public void ResetPeak() => File.WriteAllText($"/proc/{process.Id}/clear_refs", "5");

    /// <summary>Issues a token.</summary>
    public string Token(string user, params Role[] roles) => DevelopmentTokens.Issue(data.Path, user, roles);

    /// <summary>Sends a request, and returns its status, its answer and the processor time it took.</summary>
    public async Task<(int Status, JsonNode? Answer, TimeSpan Took)> SendAsync(
        HttpMethod method,
        string path,
        string user,
        Role role,
        object? body,
        string? basedOn,
        CancellationToken cancellationToken
    )
    {
        using var request = new HttpRequestMessage(method, path) { Content = body is null ? null : JsonContent.Create(body) };
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", Token(user, role));
        if (basedOn is not null)
        {
            request.Headers.TryAddWithoutValidation("If-Match", basedOn);
        }

        var before = ProcessorTime;
        using var answer = await http.SendAsync(request, cancellationToken);
        var read = await answer.Content.ReadAsByteArrayAsync(cancellationToken);
        var isJson = answer.Content.Headers.ContentType?.MediaType?.EndsWith("json", StringComparison.Ordinal) == true;
        return ((int)answer.StatusCode, isJson ? JsonNode.Parse(read) : null, ProcessorTime - before);
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        process.Dispose();
        host.Dispose();
        http.Dispose();
        await TestServer.DropDatabaseAsync(database);
        data.Dispose();
    }
}
