using Npgsql;

namespace Newsroom.EmbeddedPostgres;

/// <summary>
/// Runs a PostgreSQL server for a host that has no connection string. It listens on 127.0.0.1 only, stops with the host, and keeps its data
/// between runs.
/// </summary>
public sealed class EmbeddedPostgresServer : IAsyncDisposable
{
    private readonly PostgresDataDirectory _data;
    private readonly HostLock _lock;
    private PostgresServer? _server;
    private readonly SemaphoreSlim _starting = new(1);
    private IReadOnlyDictionary<string, string> _settings = new Dictionary<string, string>();
    private int _disposed;

    private EmbeddedPostgresServer(PostgresDataDirectory data)
    {
        _data = data;
        _lock = HostLock.Take(data);
        AppDomain.CurrentDomain.ProcessExit += StopAtExit;
    }

    /// <summary>Gets the superuser's connection string to the configured database.</summary>
    public string ConnectionString { get; private set; } = "";

    /// <summary>Gets the port, which changes at every start.</summary>
    public int Port { get; private set; }

    /// <summary>Gets the absolute path of the data directory.</summary>
    public string DataDirectory => _data.Path;

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

    /// <summary>Gets whether the server process is running.</summary>
    public bool IsRunning => ServerProcess.On(_data) is not null;

    /// <summary>Restarts a stopped server on the same port; the connection string stays valid.</summary>
    /// <exception cref="EmbeddedPostgresException">The server does not start.</exception>
    public async Task RestartAsync(CancellationToken cancellationToken)
    {
        await _starting.WaitAsync(cancellationToken);
        try
        {
            if (_disposed == 0 && _server is not null && !IsRunning)
            {
                _data.ForgetServer();
                await _server.StartAsync(_settings, cancellationToken, Port);
            }
        }
        finally
        {
            _starting.Release();
        }
    }

    /// <summary>Stops the server and waits for its process to exit.</summary>
    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref _disposed, 1) == 0)
        {
            AppDomain.CurrentDomain.ProcessExit -= StopAtExit;
            using (_lock)
            {
                await _starting.WaitAsync();
                try
                {
                    await (_server?.StopAsync() ?? Task.CompletedTask);
                }
                finally
                {
                    _starting.Release();
                }
            }
        }
    }

    /// <summary>Releases the server without stopping it, as when the host is killed.</summary>
    internal void Abandon()
    {
        _disposed = 1;
        AppDomain.CurrentDomain.ProcessExit -= StopAtExit;
        _lock.Dispose();
    }

    private async Task RunAsync(EmbeddedPostgresOptions options, Action<string> say, CancellationToken cancellationToken)
    {
        var made = _data.IsMade();
        var account = await PostgresAccount.ForAsync(_data, cancellationToken);
        await account.RequireEntryAsync(_data.Parent, cancellationToken);
        var binaries = await PostgresSearch.FindAsync(options, _data, account, say, cancellationToken);
        if (!made)
        {
            say($"Creating a data directory for PostgreSQL {binaries.Major} in {_data.Path}");
            var durable = options.Settings.GetValueOrDefault("fsync") is not "off";
            await NewDataDirectory.MakeAsync(_data, binaries, account, durable, cancellationToken);
        }

        _server = new PostgresServer(binaries, _data, account);
        _settings = options.Settings;
        await _server.StopAsync();
        _data.ForgetServer();
        Port = await _server.StartAsync(options.Settings, cancellationToken);
        say($"PostgreSQL {binaries.Major} from {binaries.Directory} listens on port {Port} and logs to {_data.LogFile}");
        var connection = new NpgsqlConnectionStringBuilder
        {
            Host = "127.0.0.1",
            Port = Port,
            Username = NewDataDirectory.Superuser,
            Password = _data.Password(),
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
