using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Newsroom.Api.Tests.EndToEnd;
using Newsroom.Api.Tests.Postgres;
using Newsroom.Domain.Kernel;
using Newsroom.EmbeddedPostgres;
using Npgsql;

namespace Newsroom.Api.Tests.Operations;

/// <summary><c>ops/drill</c>: the last backup is restored into a new server, and verified by the command line.</summary>
public sealed class DrillTests : IDisposable
{
    private const UnixFileMode Anyone = (UnixFileMode)0b111_111_111;

    private readonly TemporaryDirectory folder = new("newsroom-drill");

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_backup_is_restored_and_verified_and_a_changed_record_is_reported()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "The scripts need a Unix.");
        foreach (var name in new[] { "backup", "keys", "drills" })
        {
            Directory.CreateDirectory(folder[name]);
            Open(folder[name]);
        }

        File.Copy(Script("archive-wal"), folder["archive-wal"]);
        await using var server = await StartServerAsync();
        await using var source = NpgsqlDataSource.Create($"{server.ConnectionString};Pooling=false");
        var binaries = await source.ScalarAsync<string>("select setting from pg_config where name = 'BINDIR'");
        var isComplete = File.Exists(Path.Combine(binaries, "pg_basebackup")) && File.Exists(Path.Combine(binaries, "psql"));
        Assert.SkipUnless(isComplete, "This test needs pg_basebackup and psql of the server's version.");
        using var node = await HostNode.StartAsync(server.ConnectionString, folder["host"]);
        (await node.As("jonas", Role.Admin).PutAsync("/desks/town", new { name = "Town", language = "en" })).Is(201);
        await DraftAsync(node, "Before the backup");
        await BackUpAsync(server, binaries);
        await DraftAsync(node, "After the backup");
        await TableSignal.ProjectedAsync(server.ConnectionString);
        await ArchiveAsync(source);

        var found = await DrillAsync(server, binaries, "first");
        found.Code.ShouldBe(0, found.Output);
        found.Output.ShouldContain("3 events compared");
        found.Output.ShouldContain("Nothing was found.");
        Directory.Exists(Path.Combine(folder["drills"], "first")).ShouldBeFalse();

        // A change that neither a grant nor a trigger refuses.
        await source.RunAsync("set session_replication_role = replica; update newsroom.mt_events set data = data || '{\"x\": 1}'");
        await ArchiveAsync(source);
        var changed = await DrillAsync(server, binaries, "second");
        changed.Code.ShouldBe(3, changed.Output);
        changed.Output.ShouldContain("event-changed");
        changed.Output.ShouldContain("Something was found");
    }

    /// <inheritdoc/>
    public void Dispose() => folder.Dispose();

    private Task<EmbeddedPostgresServer> StartServerAsync() =>
        EmbeddedPostgresServer.StartAsync(
            new EmbeddedPostgresOptions
            {
                DataDirectory = folder["data"],
                Settings = new Dictionary<string, string>
                {
                    ["archive_mode"] = "on",
                    ["archive_command"] = $"sh {folder["archive-wal"]} %p %f {folder["backup"]}",
                },
            },
            cancellationToken: Cancellation
        );

    private async Task BackUpAsync(EmbeddedPostgresServer server, string binaries)
    {
        var given = new NpgsqlConnectionStringBuilder(server.ConnectionString);
        var libpq = $"host={given.Host} port={given.Port} user={given.Username} password={given.Password} dbname={given.Database}";
        var (code, output) = await RunAsync(Start(binaries, "backup", libpq, folder["backup"]));
        code.ShouldBe(0, output);
    }

    private Task<(int Code, string Output)> DrillAsync(EmbeddedPostgresServer server, string binaries, string name)
    {
        // PostgreSQL does not run as root: the keys of the host are copied for the account that it runs as.
        foreach (var key in new[] { "development-issuer.key", "ledger.key" })
        {
            var copy = Path.Combine(folder["keys"], key);
            File.Copy(Path.Combine(folder["host"], key), copy, overwrite: true);
            Open(copy);
        }

        var given = new NpgsqlConnectionStringBuilder(server.ConnectionString);
        var start = Start(binaries, "drill", folder["backup"], Path.Combine(folder["drills"], name));
        var host = HostProcess.Program();
        start.Environment["NEWSROOM_API"] = string.Join(' ', [host.FileName, .. host.ArgumentList]);
        start.Environment["NEWSROOM_CLI"] = $"dotnet {Path.Combine(AppContext.BaseDirectory, "newsroom.dll")}";
        start.Environment["NEWSROOM_TOKEN"] = DevelopmentTokens.Issue(folder["host"], "ida", [Role.Auditor]);
        start.Environment["NEWSROOM_STATE"] = folder["drills"];
        start.Environment["NEWSROOM_DATA"] = folder["keys"];
        start.Environment["ASPNETCORE_ENVIRONMENT"] = "Development";
        start.Environment["DRILL_PORT"] = $"{FreePorts()}";
        (start.Environment["PGUSER"], start.Environment["PGPASSWORD"], start.Environment["PGDATABASE"]) = (
            given.Username,
            given.Password,
            given.Database
        );
        return RunAsync(start);
    }

    private static ProcessStartInfo Start(string binaries, string script, params string[] arguments)
    {
        string[] line = ["sh", Script(script), .. arguments];
        string[] become = ["setpriv", "--reuid=postgres", "--regid=postgres", "--init-groups"];
        line = Environment.IsPrivilegedProcess ? [.. become, .. line] : line;
        var start = new ProcessStartInfo(line[0], line[1..])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = Path.GetTempPath(),
        };
        start.Environment["PATH"] = $"{binaries}:{Environment.GetEnvironmentVariable("PATH")}";
        return start;
    }

    private static async Task<(int Code, string Output)> RunAsync(ProcessStartInfo start)
    {
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync(Cancellation);
        var error = await process.StandardError.ReadToEndAsync(Cancellation);
        await process.WaitForExitAsync(Cancellation);
        return (process.ExitCode, await output + error);
    }

    private static async Task DraftAsync(HostNode node, string headline)
    {
        var draft = new
        {
            desk = "town",
            headline,
            body = "It was late.",
        };
        (await node.As("rita", Role.Reporter).PostAsync("/stories/draft-article", draft)).Is(201);
    }

    /// <summary>Returns when everything that was committed is in the archive.</summary>
    private static async Task ArchiveAsync(NpgsqlDataSource source)
    {
        var last = await source.ScalarAsync<string>("select pg_walfile_name(pg_switch_wal())");
        await Eventually.HoldsAsync(
            "the segment is archived",
            () => source.ScalarAsync<bool>($"select coalesce(last_archived_wal >= '{last}', false) from pg_stat_archiver")
        );
    }

    private static string Script(string name) => Path.Combine(RepositoryRoot.Path, "ops", name);

    private static void Open(string path)
    {
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(path, Anyone);
        }
    }

    /// <summary>Returns a free port of which the next one is free too.</summary>
    private static int FreePorts()
    {
        while (true)
        {
            using var first = new TcpListener(IPAddress.Loopback, 0);
            first.Start();
            var port = ((IPEndPoint)first.LocalEndpoint).Port;
            try
            {
                using var next = new TcpListener(IPAddress.Loopback, port + 1);
                next.Start();
                return port;
            }
            catch (SocketException)
            {
                // Another program has the next one.
            }
        }
    }
}
