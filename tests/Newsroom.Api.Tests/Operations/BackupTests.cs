using System.Diagnostics;
using System.Text.Json.Nodes;
using Newsroom.Api.Tests.EndToEnd;
using Newsroom.Api.Tests.Postgres;
using Newsroom.Domain.Kernel;
using Newsroom.EmbeddedPostgres;
using Npgsql;

namespace Newsroom.Api.Tests.Operations;

/// <summary>The scripts of <c>ops</c> that back a server up and restore it to an instant.</summary>
public sealed class BackupTests : IDisposable
{
    private readonly TemporaryDirectory folder = new("newsroom-backup");
    private readonly string data = Directory.CreateTempSubdirectory("newsroom-tests-").FullName;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private string Backup => folder["backup"];

    [Fact]
    public async Task A_database_is_restored_to_an_instant_and_nothing_of_it_is_missing()
    {
        PrepareBackup();
        DateTime instant;
        Guid kept, alsoKept, later;
        await using (var server = await StartServerAsync("data", Archiving()))
        {
            var binaries = await BinariesAsync(server);
            using var node = await HostNode.StartAsync(server.ConnectionString, data);
            var defined = await node.As("jonas", Role.Admin).PutAsync("/desks/world", new { name = "World", language = "en" });
            defined.Status.ShouldBeInRange(200, 201, defined.Text);
            kept = await DraftAsync(node, "Before the backup");
            (await RunAsync(binaries, "backup", Libpq(server), Backup)).Code.ShouldBe(0);
            alsoKept = await DraftAsync(node, "After the backup");
            instant = await ScalarAsync<DateTime>(server, "select clock_timestamp()");
            later = await DraftAsync(node, "After the instant");
            await ArchiveAsync(server);

            var early = await RunAsync(binaries, "restore", Backup, folder["early"], "2020-01-01T00:00:00Z");
            (early.Code, early.Output).ShouldBe((1, $"No base backup in {Backup} was finished before 20200101T000000.000000Z.\n"));
            (await RunAsync(binaries, "restore", Backup, folder.Path)).Output.ShouldContain("is not empty");
            (await RunAsync(binaries, "restore", Backup, folder["restored"], $"{instant:o}")).ShouldBe((0, ""));
        }

        await using var restored = await StartServerAsync("restored");
        const string recovered = "select not pg_is_in_recovery()";
        await Eventually.HoldsAsync("the server has recovered", () => ScalarAsync<bool>(restored, recovered));
        using var again = await HostNode.StartAsync(restored.ConnectionString, data);
        (await again.As("ed", Role.Editor).GetAsync($"/stories/{kept}")).Is(200);
        (await again.As("ed", Role.Editor).GetAsync($"/stories/{alsoKept}")).Is(200);
        (await again.As("ed", Role.Editor).GetAsync($"/stories/{later}")).Is(404);
        var verified = (await again.As("ida", Role.Auditor).GetAsync("/ledger/verify-store")).Is(200);
        var report = JsonNode.Parse(verified.Text.Trim().Split('\n')[^1])!;
        (report["isDone"]!.GetValue<bool>(), report["findings"]!.AsArray().Count).ShouldBe((true, 0), verified.Text);
        await DraftAsync(again, "After the restore");
    }

    [Fact]
    public async Task A_server_that_does_not_archive_is_not_backed_up()
    {
        await using var server = await StartServerAsync("data");
        var (code, error) = await RunAsync(await BinariesAsync(server), "backup", Libpq(server), Backup);
        (code, error.Contains("a base backup alone cannot be restored", StringComparison.Ordinal)).ShouldBe((1, true), error);
        Directory.Exists(Backup).ShouldBeFalse();
    }

    [Fact]
    public async Task Old_backups_and_their_segments_are_deleted()
    {
        PrepareBackup();
        await using var server = await StartServerAsync("data", Archiving());
        var binaries = await BinariesAsync(server);
        (await RunAsync(binaries, "backup", Libpq(server), Backup)).Code.ShouldBe(0);
        var old = Directory.GetDirectories(Path.Combine(Backup, "base")).Single();
        var aged = Path.Combine(Backup, "base", "20200101T000000.000000Z");
        Directory.Move(old, aged);
        Directory.SetLastWriteTimeUtc(aged, DateTime.UtcNow - TimeSpan.FromDays(8));
        await ArchiveAsync(server);
        var segments = Segments();
        (await RunAsync(binaries, "backup", Libpq(server), Backup, "30")).Code.ShouldBe(0);
        Directory.Exists(aged).ShouldBeTrue("It is 8 days old.");
        segments.ShouldBeSubsetOf(Segments());
        (await RunAsync(binaries, "backup", Libpq(server), Backup, "7")).Code.ShouldBe(0);
        Directory.Exists(aged).ShouldBeFalse();
        Segments().ShouldNotContain(segments.Min());
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        folder.Dispose();
        Directory.Delete(data, recursive: true);
    }

    private List<string> Segments() =>
        [.. Directory.EnumerateFiles(Path.Combine(Backup, "wal")).Select(file => Path.GetFileName(file)!).Where(name => name.Length == 24)];

    private void PrepareBackup()
    {
        // PostgreSQL writes there, which root runs as another user.
        Directory.CreateDirectory(Backup);
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(Backup, (UnixFileMode)0b111_111_111);
        }

        File.Copy(Script("archive-wal"), folder["archive-wal"]);
    }

    private Dictionary<string, string> Archiving() =>
        new() { ["archive_mode"] = "on", ["archive_command"] = $"sh {folder["archive-wal"]} %p %f {Backup}" };

    private Task<EmbeddedPostgresServer> StartServerAsync(string name, Dictionary<string, string>? settings = null) =>
        EmbeddedPostgresServer.StartAsync(
            new EmbeddedPostgresOptions { DataDirectory = folder[name], Settings = settings ?? [] },
            cancellationToken: Cancellation
        );

    private static async Task<Guid> DraftAsync(HostNode node, string headline)
    {
        var draft = new { desk = "world", headline, body = "It was late." };
        return (await node.As("rita", Role.Reporter).PostAsync("/stories/draft-article", draft)).Is(201).Json["story"]!.GetValue<Guid>();
    }

    /// <summary>Returns when everything that was committed is in the archive.</summary>
    private static async Task ArchiveAsync(EmbeddedPostgresServer server)
    {
        var last = await ScalarAsync<string>(server, "select pg_walfile_name(pg_switch_wal())");
        await Eventually.HoldsAsync(
            "the segment is archived",
            async () => await ScalarAsync<bool>(server, $"select coalesce(last_archived_wal >= '{last}', false) from pg_stat_archiver")
        );
    }

    private static async Task<string> BinariesAsync(EmbeddedPostgresServer server)
    {
        var binaries = await ScalarAsync<string>(server, "select setting from pg_config where name = 'BINDIR'");
        var isComplete = File.Exists(Path.Combine(binaries, "pg_basebackup")) && File.Exists(Path.Combine(binaries, "psql"));
        Assert.SkipUnless(isComplete, "This test needs pg_basebackup and psql of the server's version.");
        return binaries;
    }

    private static async Task<T> ScalarAsync<T>(EmbeddedPostgresServer server, string sql)
    {
        await using var connection = new NpgsqlConnection($"{server.ConnectionString};Pooling=false");
        await connection.OpenAsync(Cancellation);
        await using var command = new NpgsqlCommand(sql, connection);
        return (T)(await command.ExecuteScalarAsync(Cancellation))!;
    }

    private static string Libpq(EmbeddedPostgresServer server)
    {
        var given = new NpgsqlConnectionStringBuilder(server.ConnectionString);
        return $"host={given.Host} port={given.Port} user={given.Username} password={given.Password} dbname={given.Database}";
    }

    private static string Script(string name) => Path.Combine(RepositoryRoot.Path, "ops", name);

    /// <summary>Runs a script. Returns its exit code, and what it wrote to standard error.</summary>
    private static async Task<(int Code, string Output)> RunAsync(string binaries, string script, params IEnumerable<string> arguments)
    {
        var start = new ProcessStartInfo("sh", [Script(script), .. arguments])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["PATH"] = $"{binaries}:{Environment.GetEnvironmentVariable("PATH")}";
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync(Cancellation);
        var error = await process.StandardError.ReadToEndAsync(Cancellation);
        await process.WaitForExitAsync(Cancellation);
        await output;
        return (process.ExitCode, error);
    }
}
