using Npgsql;

namespace Newsroom.EmbeddedPostgres;

/// <summary>
/// Runs a PostgreSQL server for a host that has no connection string. It listens on 127.0.0.1 only, stops with the host, and keeps its data
/// between runs.
/// </summary>
public sealed class EmbeddedPostgresServer : IAsyncDisposable
{
    private readonly PostgresDataDirectory data;
    private readonly HostLock @lock;
    private PostgresServer? server;
    private readonly SemaphoreSlim starting = new(1);
    private IReadOnlyDictionary<string, string> settings = new Dictionary<string, string>();
    private int disposed;

    private EmbeddedPostgresServer(PostgresDataDirectory data)
    {
        this.data = data;
        @lock = HostLock.Take(data);
        AppDomain.CurrentDomain.ProcessExit += StopAtExit;
    }

    /// <summary>Gets the superuser's connection string to the configured database.</summary>
    public string ConnectionString { get; private set; } = "";

    /// <summary>Gets the port, which changes at every start.</summary>
    public int Port { get; private set; }

    /// <summary>Gets the absolute path of the data directory.</summary>
    public string DataDirectory => data.Path;

    /// <summary>
    /// Finds or downloads PostgreSQL, creates the data directory if missing, and starts the server. A server left running on the directory
    /// by a killed host is stopped first, so that these options apply.
    /// </summary>
    /// <exception cref="EmbeddedPostgresException">PostgreSQL cannot run; the message is for the user.</exception>
    public static async Task<EmbeddedPostgresServer> StartAsync(
        EmbeddedPostgresOptions options,
        Action<string>? say = null,
        CancellationToken cancellationToken = default
    )
    {
        var postgres = new EmbeddedPostgresServer(new PostgresDataDirectory(options.DataDirectory));
        try
        {
            await postgres.RunAsync(options, say ?? (_ => { }), cancellationToken);
            return postgres;
        }
        catch
        {
            await postgres.DisposeAsync();
            throw;
        }
    }

    /// <summary>Returns the superuser's connection string to a database; creates the database if it is missing.</summary>
    public async Task<string> DatabaseAsync(string name, CancellationToken cancellationToken)
    {
        var connection = new NpgsqlConnectionStringBuilder(ConnectionString) { Database = name };
        await MakeDatabaseAsync(connection, cancellationToken);
        return connection.ConnectionString;
    }

    /// <summary>Gets whether the server process is running.</summary>
    public bool IsRunning => ServerProcess.On(data) is not null;

    /// <summary>Restarts a stopped server on the same port; the connection string stays valid.</summary>
    /// <exception cref="EmbeddedPostgresException">The server does not start.</exception>
    public async Task RestartAsync(CancellationToken cancellationToken)
    {
        await starting.WaitAsync(cancellationToken);
        try
        {
            if (disposed == 0 && server is not null && !IsRunning)
            {
                data.ForgetServer();
                await server.StartAsync(settings, cancellationToken, Port);
            }
        }
        finally
        {
            starting.Release();
        }
    }

    /// <summary>Stops the server and waits for its process to exit.</summary>
    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref disposed, 1) == 0)
        {
            AppDomain.CurrentDomain.ProcessExit -= StopAtExit;
            using (@lock)
            {
                await starting.WaitAsync();
                try
                {
                    await (server?.StopAsync() ?? Task.CompletedTask);
                }
                finally
                {
                    starting.Release();
                }
            }
        }
    }

    /// <summary>Releases the server without stopping it, as when the host is killed.</summary>
    internal void Abandon()
    {
        disposed = 1;
        AppDomain.CurrentDomain.ProcessExit -= StopAtExit;
        @lock.Dispose();
    }

    private async Task RunAsync(EmbeddedPostgresOptions options, Action<string> say, CancellationToken cancellationToken)
    {
        var made = data.IsMade();
        var account = await PostgresAccount.ForAsync(data, cancellationToken);
        await account.RequireEntryAsync(data.Parent, cancellationToken);
        var binaries = await PostgresSearch.FindAsync(options, data, account, say, cancellationToken);
        if (!made)
        {
            say($"Creating a data directory for PostgreSQL {binaries.Major} in {data.Path}");
            var durable = options.Settings.GetValueOrDefault("fsync") is not "off";
            await NewDataDirectory.MakeAsync(data, binaries, account, durable, cancellationToken);
        }

        server = new PostgresServer(binaries, data, account);
        settings = options.Settings;
        await server.StopAsync();
        data.ForgetServer();
        Port = await server.StartAsync(options.Settings, cancellationToken);
        say($"PostgreSQL {binaries.Major} from {binaries.Directory} listens on port {Port} and logs to {data.LogFile}");
        var connection = new NpgsqlConnectionStringBuilder
        {
            Host = "127.0.0.1",
            Port = Port,
            Username = NewDataDirectory.Superuser,
            Password = data.Password(),
            Database = options.Database,
            SslMode = SslMode.Disable,
            GssEncryptionMode = GssEncryptionMode.Disable,
        };
        ConnectionString = connection.ConnectionString;
        await MakeDatabaseAsync(connection, cancellationToken);
    }

    private void StopAtExit(object? sender, EventArgs e) => DisposeAsync().AsTask().GetAwaiter().GetResult();

    private static async Task MakeDatabaseAsync(NpgsqlConnectionStringBuilder target, CancellationToken cancellationToken)
    {
        var maintenance = new NpgsqlConnectionStringBuilder(target.ConnectionString) { Database = "postgres", Pooling = false };
        await using var connection = new NpgsqlConnection(maintenance.ConnectionString);
        await connection.OpenAsync(cancellationToken);
        await using var find = new NpgsqlCommand("select 1 from pg_database where datname = $1", connection)
        {
            Parameters = { new() { Value = target.Database } },
        };
        if (await find.ExecuteScalarAsync(cancellationToken) is null)
        {
            var name = target.Database!.Replace("\"", "\"\"", StringComparison.Ordinal);
            await using var create = new NpgsqlCommand($"create database \"{name}\"", connection);
            await create.ExecuteNonQueryAsync(cancellationToken);
        }
    }
}
