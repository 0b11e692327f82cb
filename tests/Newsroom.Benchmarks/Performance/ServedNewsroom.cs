using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text.Json;
using Newsroom.Api.Infrastructure.Persistence;
using Newsroom.Api.Infrastructure.Security;
using Newsroom.Client;
using Newsroom.Domain.Kernel;
using Newsroom.EmbeddedPostgres;
using Newsroom.Local;
using Npgsql;

namespace Newsroom.Benchmarks.Performance;

/// <summary>A PostgreSQL for one run, and API processes that use it.</summary>
internal sealed class ServedNewsroom : IAsyncDisposable
{
    /// <summary>Server settings that differ from PostgreSQL's defaults.</summary>
    public static readonly IReadOnlyDictionary<string, string> Settings = new Dictionary<string, string>
    {
        ["shared_buffers"] = "1GB",
        ["max_wal_size"] = "8GB",
        ["checkpoint_timeout"] = "30min",
        ["max_connections"] = "300",
        ["shared_preload_libraries"] = "pg_stat_statements",
    };

    private static readonly TimeSpan StartTimeout = TimeSpan.FromMinutes(2);

    private readonly DirectoryInfo data = Directory.CreateTempSubdirectory("newsroom-bench-");
    private EmbeddedPostgresServer server = null!;
    private Process? process;

    private ServedNewsroom() { }

    /// <summary>Gets the base address.</summary>
    public Uri Address { get; } = new($"http://127.0.0.1:{FreePort()}");

    /// <summary>Gets the database, as its owner.</summary>
    public NpgsqlDataSource Database { get; private set; } = null!;

    /// <summary>Gets the id of the API process.</summary>
    public int ProcessId => process!.Id;

    /// <summary>Gets its resident memory in bytes and its processor time.</summary>
    public (long Resident, TimeSpan Cpu) Used
    {
        get
        {
            process!.Refresh();
            return (process.WorkingSet64, process.TotalProcessorTime);
        }
    }

    public string ConnectionString => server.ConnectionString;

    /// <summary>Starts PostgreSQL and an API with a desk called town.</summary>
    public static async Task<ServedNewsroom> StartAsync()
    {
        var newsroom = new ServedNewsroom();
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(newsroom.data.FullName, (UnixFileMode)0b111_101_101);
        }

        newsroom.server = await EmbeddedPostgresServer.StartAsync(
            new EmbeddedPostgresOptions { DataDirectory = Path.Combine(newsroom.data.FullName, "postgres"), Settings = Settings }
        );
        newsroom.Database = NpgsqlDataSource.Create(newsroom.server.ConnectionString + ";Command Timeout=0;Include Error Detail=true");
        await newsroom.RunAsync("create extension pg_stat_statements");
        await newsroom.ServeAsync();
        using var admin = newsroom.Client("jonas", Role.Admin);
        await admin.SendAsync(HttpMethod.Put, "/desks/town", """{"name":"Town","language":"en"}""");
        using var editor = newsroom.Client("eve", Role.Editor);
        await editor.SendAsync(HttpMethod.Post, "/speakers/register-speaker", """{"id":"harbour-master","name":"The harbour master"}""");
        return newsroom;
    }

    /// <summary>Starts or restarts the API process.</summary>
    /// <param name="countTrips">Whether round trips are counted.</param>
    public async Task ServeAsync(bool countTrips = false)
    {
        var directory = AppContext.BaseDirectory;

        // With the API's runtime configuration, not this program's.
        var start = new ProcessStartInfo(
            "dotnet",
            [
                "exec",
                "--runtimeconfig",
                Path.Combine(directory, "Newsroom.Api.runtimeconfig.json"),
                typeof(ServedNewsroom).Assembly.Location,
                ServedHost.Verb,
            ]
        )
        {
            WorkingDirectory = directory,
        };
        start.Environment["ASPNETCORE_HOSTINGSTARTUPASSEMBLIES"] = typeof(RawReads).Assembly.GetName().Name;
        if (countTrips)
        {
            start.Environment[ServedHost.CountTrips] = "1";
        }

        await BeginAsync(start);
        await ListeningAsync();
        using var http = new HttpClient { BaseAddress = Address };
        using var alive = await http.GetAsync("/health/live");
        alive.EnsureSuccessStatusCode();
    }

    /// <summary>Starts another API process in place of the current one, without waiting for it.</summary>
    /// <param name="start">The program and its directory.</param>
    public async Task BeginAsync(ProcessStartInfo start)
    {
        await StopServingAsync();
        start.RedirectStandardInput = start.RedirectStandardOutput = start.RedirectStandardError = true;
        start.Environment["ASPNETCORE_CONTENTROOT"] = start.WorkingDirectory;
        start.Environment["ASPNETCORE_ENVIRONMENT"] = "Development";
        start.Environment["Development__Welcome"] = "false";
        start.Environment["RateLimits__Enabled"] = "false";
        start.Environment["ASPNETCORE_URLS"] = Address.ToString();
        start.Environment["ConnectionStrings__Newsroom"] = server.ConnectionString;
        start.Environment["NEWSROOM_DATA"] = data.FullName;
        process = Process.Start(start)!;
        process.ErrorDataReceived += (_, line) => System.Console.Error.WriteLine(line.Data);
        process.BeginErrorReadLine();
    }

    /// <summary>Waits until the started process accepts connections; polls every one or two milliseconds.</summary>
    public async Task ListeningAsync()
    {
        var waiting = Stopwatch.StartNew();
        while (true)
        {
            using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
            try
            {
                await socket.ConnectAsync(IPAddress.Loopback, Address.Port);
                return;
            }
            catch (SocketException) when (!process!.HasExited && waiting.Elapsed < StartTimeout)
            {
                await Task.Delay(1);
            }
        }
    }

    /// <summary>Stops the API process.</summary>
    public async Task StopServingAsync()
    {
        if (process is null)
        {
            return;
        }

        process.Kill();
        await process.WaitForExitAsync();
        process.Dispose();
        process = null;
    }

    /// <summary>Returns the resource usage of the API process.</summary>
    /// <param name="collected">Whether to collect garbage first.</param>
    public async Task<Counters> CountAsync(bool collected = false)
    {
        await process!.StandardInput.WriteLineAsync(collected ? ServedHost.Collect : "count");
        await process.StandardInput.FlushAsync();
        while (true)
        {
            var line = await process.StandardOutput.ReadLineAsync() ?? throw new InvalidOperationException("The API process has exited.");
            if (line.StartsWith(ServedHost.Prefix, StringComparison.Ordinal))
            {
                return JsonSerializer.Deserialize<Counters>(line[ServedHost.Prefix.Length..])!;
            }

            System.Console.Error.WriteLine(line);
        }
    }

    /// <summary>Returns PostgreSQL's processor time in milliseconds, including finished processes; NaN if unavailable.</summary>
    public double DatabaseCpuMs()
    {
        const int ticksPerSecond = 100;
        if (!Directory.Exists("/proc/self"))
        {
            return double.NaN;
        }

        var postmaster = File.ReadLines(Path.Combine(server.DataDirectory, "postmaster.pid")).First();
        var ticks = 0L;
        foreach (var directory in Directory.EnumerateDirectories("/proc").Where(d => char.IsAsciiDigit(Path.GetFileName(d)[0])))
        {
            try
            {
                var stat = File.ReadAllText(Path.Combine(directory, "stat"));
                var fields = stat[(stat.LastIndexOf(')') + 2)..].Split(' ');
                var own = Path.GetFileName(directory) == postmaster;
                if (own || fields[1] == postmaster)
                {
                    ticks += fields[11..(own ? 15 : 13)].Sum(f => long.Parse(f, CultureInfo.InvariantCulture));
                }
            }
            catch (IOException)
            {
                // The process has just exited.
            }
        }

        return ticks * 1000.0 / ticksPerSecond;
    }

    /// <summary>Creates a client with its own connections.</summary>
    public BenchClient Client(string user, params Role[] roles) => new(Address, Token(user, roles));

    /// <summary>Creates a typed client with its own connections.</summary>
    public NewsroomClient Api(string user, params Role[] roles) => new(Address, Token(user, roles));

    /// <summary>Creates a client without a token.</summary>
    public BenchClient Reader() => new(Address, null);

    public async Task<T> ScalarAsync<T>(string sql)
    {
        await using var command = Database.CreateCommand(sql);
        return (T)Convert.ChangeType((await command.ExecuteScalarAsync())!, typeof(T), CultureInfo.InvariantCulture);
    }

    public async Task RunAsync(string sql)
    {
        await using var command = Database.CreateCommand(sql);
        await command.ExecuteNonQueryAsync();
    }

    /// <summary>Waits until all projections and the ledger have caught up.</summary>
    public Task CatchUpAsync() =>
        UntilAsync(
            "select not exists (select from newsroom.mt_event_progression where name like '%:All' and last_seq_id < (select "
                + "max(seq_id) from newsroom.mt_events))"
        );

    /// <summary>Waits until a condition holds, which is read every five milliseconds.</summary>
    /// <param name="condition">A statement that selects it.</param>
    public async Task UntilAsync(string condition)
    {
        while (!await ScalarAsync<bool>(condition))
        {
            await Task.Delay(5);
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await StopServingAsync();
        await Database.DisposeAsync();
        await server.DisposeAsync();
        data.Delete(recursive: true);
    }

    private string Token(string user, Role[] roles) =>
        DevelopmentIssuer.Token(
            DevelopmentIssuer.Key(data.FullName),
            user,
            roles.Select(role => role.ToKebabCase()),
            DateTimeOffset.UtcNow,
            TimeSpan.FromHours(6)
        );

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
