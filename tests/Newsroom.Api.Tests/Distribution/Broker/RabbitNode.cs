using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using RabbitMQ.Client;

namespace Newsroom.Api.Tests.Distribution.Broker;

/// <summary>
/// A RabbitMQ node of a test, with its own directory, ports and port mapper, so that it needs no account and disturbs no other. It is
/// started from an installation of the system.
/// </summary>
internal sealed class RabbitNode : IAsyncDisposable
{
    private const string Started = "Server startup complete";

    private static readonly string? Server = Directory.Exists("/usr/lib/rabbitmq")
        ? Directory
            .EnumerateFiles("/usr/lib/rabbitmq", "rabbitmq-server", SearchOption.AllDirectories)
            .Order(StringComparer.Ordinal)
            .FirstOrDefault()
        : null;

    private readonly string directory = Directory.CreateTempSubdirectory("newsroom-rabbit-").FullName;
    private readonly int port = FreePort();
    private readonly int distribution = FreePort();
    private readonly int mapper = FreePort();
    private Process? ports;
    private Process? node;

    /// <summary>Gets whether the system has a server.</summary>
    public static bool IsInstalled => Server is not null && File.Exists(Mapper);

    /// <summary>Gets its address, with the password of a user.</summary>
    public string Url => $"amqp://guest:guest@127.0.0.1:{port}";

    private static string Mapper => "/usr/bin/epmd";

    /// <summary>Starts it, with what an earlier start stored.</summary>
    public async Task StartAsync()
    {
        ports ??= Process.Start(new ProcessStartInfo(Mapper, ["-port", $"{mapper}", "-address", "127.0.0.1"]));
        await File.WriteAllTextAsync(InDirectory("plugins"), "[].", TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(InDirectory("rabbitmq.conf"), "", TestContext.Current.CancellationToken);
        var start = new ProcessStartInfo(Server!) { RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var (name, value) in Environment())
        {
            start.Environment[name] = value;
        }

        node = Process.Start(start)!;
        var error = node.StandardError.ReadToEndAsync();
        var output = new List<string>();
        while (await node.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken) is { } line)
        {
            output.Add(line);
            if (line.Contains(Started, StringComparison.Ordinal))
            {
                // What it writes later is read, so that it never waits for the reader.
                _ = node.StandardOutput.ReadToEndAsync(CancellationToken.None);
                return;
            }
        }

        throw new InvalidOperationException($"RabbitMQ ended:\n{string.Join('\n', output.TakeLast(20))}\n{await error}");
    }

    /// <summary>Kills it. What was stored stays.</summary>
    public async Task KillAsync()
    {
        if (node is not null)
        {
            node.Kill(entireProcessTree: true);
            await node.WaitForExitAsync(CancellationToken.None);
            node.Dispose();
            node = null;
        }
    }

    /// <summary>Connects a consumer.</summary>
    public Task<IConnection> ConnectAsync() =>
        new ConnectionFactory { Uri = new Uri(Url), AutomaticRecoveryEnabled = false }.CreateConnectionAsync(
            TestContext.Current.CancellationToken
        );

    public async ValueTask DisposeAsync()
    {
        await KillAsync();
        if (ports is not null)
        {
            ports.Kill();
            await ports.WaitForExitAsync(CancellationToken.None);
            ports.Dispose();
        }

        Directory.Delete(directory, recursive: true);
    }

    private IEnumerable<(string Name, string Value)> Environment() =>
        [
            ("HOME", directory),
            ("RABBITMQ_BASE", directory),
            ("RABBITMQ_MNESIA_BASE", InDirectory("mnesia")),
            ("RABBITMQ_LOG_BASE", InDirectory("log")),
            ("RABBITMQ_LOGS", "-"),
            ("RABBITMQ_CONFIG_FILE", InDirectory("rabbitmq")),
            ("RABBITMQ_CONF_ENV_FILE", InDirectory("environment")),
            ("RABBITMQ_ENABLED_PLUGINS_FILE", InDirectory("plugins")),
            ("RABBITMQ_PID_FILE", InDirectory("pid")),
            ("RABBITMQ_NODENAME", $"newsroom-{port}@localhost"),
            ("RABBITMQ_NODE_IP_ADDRESS", "127.0.0.1"),
            ("RABBITMQ_NODE_PORT", $"{port}"),
            ("RABBITMQ_DIST_PORT", $"{distribution}"),
            ("ERL_EPMD_PORT", $"{mapper}"),
            ("ERL_EPMD_ADDRESS", "127.0.0.1"),
        ];

    private string InDirectory(string name) => Path.Combine(directory, name);

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
