using System.Diagnostics;
using System.Globalization;
using Newsroom.Api.Tests.Postgres;
using Npgsql;

namespace Newsroom.EmbeddedPostgres.Tests;

/// <summary>A temporary directory for the data of embedded servers.</summary>
public abstract class EmbeddedPostgresDirectory : IDisposable
{
    private protected readonly TemporaryDirectory Folder = new("newsroom-embedded");

    private protected string Data => Folder["data"];

    private protected static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    /// <summary>Deletes the directory.</summary>
    public void Dispose()
    {
        Folder.Dispose();
        GC.SuppressFinalize(this);
    }

    private protected string PidFile => Folder["data/postmaster.pid"];

    private protected EmbeddedPostgresOptions Options() =>
        new()
        {
            DataDirectory = Data,
            Settings = new Dictionary<string, string> { ["fsync"] = "off" },
        };

    private protected Task<EmbeddedPostgresServer> StartAsync(EmbeddedPostgresOptions? options = null) =>
        EmbeddedPostgresServer.StartAsync(options ?? Options(), TestContext.Current.SendDiagnosticMessage, Cancellation);

    private protected int ProcessId() => int.Parse(File.ReadLines(PidFile).First(), CultureInfo.InvariantCulture);

    // A process that has ended is listed until its parent waits for it, but has no memory.
    private protected static bool IsRunning(int process) => Process.GetProcesses().Any(each => each.Id == process && each.WorkingSet64 > 0);

    private protected static Task<string> WriteAsync(EmbeddedPostgresServer server, string headline) =>
        ShowAsync(server, $"create table story (headline text); insert into story values ('{headline}') returning headline");

    private protected static Task<string> ReadAsync(EmbeddedPostgresServer server) => ShowAsync(server, "select headline from story");

    private protected static async Task<string> ShowAsync(EmbeddedPostgresServer server, string sql)
    {
        await using var connection = new NpgsqlConnection($"{server.ConnectionString};Pooling=false");
        await connection.OpenAsync(Cancellation);
        await using var command = new NpgsqlCommand(sql, connection);
        return (string)(await command.ExecuteScalarAsync(Cancellation))!;
    }
}
