using Npgsql;

namespace Newsroom.Api.Hosting.Postgres;

/// <summary>
/// A PostgreSQL server of the host's own, for when it is given no connection string. It listens on 127.0.0.1 only, runs as long
/// as the host does, and keeps its data from one run to the next.
/// </summary>
public sealed class EmbeddedPostgres : IAsyncDisposable
{
    private readonly PostgresServer _server;
    private readonly HostLock _lock;
    private int _disposed;

    private EmbeddedPostgres(PostgresServer server, HostLock hostLock, string dataDirectory, string connectionString, int port)
    {
        _server = server;
        _lock = hostLock;
        DataDirectory = dataDirectory;
        ConnectionString = connectionString;
        Port = port;
        AppDomain.CurrentDomain.ProcessExit += StopAtExit;
    }

    /// <summary>Of the superuser, to the database that the options name.</summary>
    public string ConnectionString { get; }

    /// <summary>Another one at every start.</summary>
    public int Port { get; }

    /// <summary>As an absolute path.</summary>
    public string DataDirectory { get; }

    /// <summary>
    /// Finds or fetches PostgreSQL, makes the data directory if there is none, and starts the server. One that a killed host
    /// left running on the directory is stopped first, so that it ends up with these options.
    /// </summary>
    /// <exception cref="EmbeddedPostgresException">It cannot run; the message is for the user.</exception>
    public static async Task<EmbeddedPostgres> StartAsync(
        EmbeddedPostgresOptions options, Action<string>? say = null, CancellationToken cancellation = default)
    {
        say ??= _ => { };
        var data = new PostgresDataDirectory(options.DataDirectory);
        var hostLock = HostLock.Take(data);
        PostgresServer? server = null;
        try
        {
            var made = data.IsMade();
            var account = await PostgresAccount.ForAsync(data, cancellation);
            await account.RequireEntryAsync(data.Parent, cancellation);
            var binaries = await PostgresSearch.FindAsync(options, data, account, say, cancellation);
            if (!made)
            {
                say($"Making a new data directory of PostgreSQL {binaries.Major} in {data.Path}");
                var durable = options.Settings.GetValueOrDefault("fsync") is not "off";
                await NewDataDirectory.MakeAsync(data, binaries, account, durable, cancellation);
            }

            server = new PostgresServer(binaries, data, account);
            await server.StopAsync();
            data.ForgetServer();
            var port = await server.StartAsync(options.Settings, cancellation);
            say($"PostgreSQL {binaries.Major} of {binaries.Directory} listens on port {port}, logs to {data.LogFile}");
            var connection = new NpgsqlConnectionStringBuilder
            {
                Host = "127.0.0.1",
                Port = port,
                Username = NewDataDirectory.Superuser,
                Password = data.Password(),
                Database = options.Database,
                SslMode = SslMode.Disable,
                GssEncryptionMode = GssEncryptionMode.Disable,
            };
            await MakeDatabaseAsync(connection, cancellation);
            return new EmbeddedPostgres(server, hostLock, data.Path, connection.ConnectionString, port);
        }
        catch
        {
            await EndAsync(server, hostLock);
            throw;
        }
    }

    /// <summary>Stops the server, and returns when its process has ended.</summary>
    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref _disposed, 1) == 0)
        {
            AppDomain.CurrentDomain.ProcessExit -= StopAtExit;
            await EndAsync(_server, _lock);
        }
    }

    /// <summary>Lets go of the server without stopping it, as the operating system does for a host that is killed.</summary>
    internal void Abandon()
    {
        _disposed = 1;
        AppDomain.CurrentDomain.ProcessExit -= StopAtExit;
        _lock.Dispose();
    }

    private static async Task EndAsync(PostgresServer? server, HostLock hostLock)
    {
        using (hostLock)
        {
            await (server?.StopAsync() ?? Task.CompletedTask);
        }
    }

    private void StopAtExit(object? sender, EventArgs e) => DisposeAsync().AsTask().GetAwaiter().GetResult();

    private static async Task MakeDatabaseAsync(NpgsqlConnectionStringBuilder target, CancellationToken cancellation)
    {
        var maintenance = new NpgsqlConnectionStringBuilder(target.ConnectionString) { Database = "postgres", Pooling = false };
        await using var connection = new NpgsqlConnection(maintenance.ConnectionString);
        await connection.OpenAsync(cancellation);
        await using var find = new NpgsqlCommand("select 1 from pg_database where datname = $1", connection)
        {
            Parameters = { new() { Value = target.Database } },
        };
        if (await find.ExecuteScalarAsync(cancellation) is null)
        {
            var name = target.Database!.Replace("\"", "\"\"", StringComparison.Ordinal);
            await using var create = new NpgsqlCommand($"create database \"{name}\"", connection);
            await create.ExecuteNonQueryAsync(cancellation);
        }
    }
}
