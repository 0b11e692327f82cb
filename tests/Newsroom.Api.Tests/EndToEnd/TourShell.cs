using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text;
using Newsroom.Cli;
using Newsroom.Cli.Runtime;

namespace Newsroom.Api.Tests.EndToEnd;

/// <summary>
/// A bash in an empty directory in which <c>newsroom</c> is the command-line client. The client runs in the test's own process: a process
/// for each of its sixty calls would take most of a minute.
/// </summary>
internal sealed class TourShell : IAsyncDisposable
{
#if DEBUG
    private const string Build = "Debug";
#else
    private const string Build = "Release";
#endif

    private const string End = "---end of step---";

    // Sockets of bash transfer the arguments and standard input, and return exit code and output.
    private const string Client = """
        newsroom() {
            local code input= argument
            for argument; do [ "$argument" = - ] && input=$(base64 -w0); done
            exec 3<> /dev/tcp/127.0.0.1/$client_port
            printf '%s\n%s\n%s\n' "$NEWSROOM_TOKEN" "$(printf '%s\0' "$@" | base64 -w0)" "$input" >&3
            read -r code <&3
            cat <&3
            return $code
        }
        """;

    // What the script leaves running ends with it.
    private const string EndsJobs = "trap 'kill $(jobs -p) 2> /dev/null' EXIT";

    private readonly Uri newsroom;
    private readonly string data;
    private readonly string directory = Directory.CreateTempSubdirectory("newsroom-tour-").FullName;
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly Process bash;
    private readonly Task serving;

    public TourShell(Uri newsroom, string data)
    {
        (this.newsroom, this.data) = (newsroom, data);
        listener.Start();
        bash = Process.Start(
            new ProcessStartInfo("bash", ["--noprofile", "--norc"])
            {
                RedirectStandardInput = true,
                RedirectStandardOutput = true,
                StandardInputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false),
                StandardOutputEncoding = Encoding.UTF8,
                WorkingDirectory = directory,
                Environment = { ["LC_ALL"] = "C.UTF-8", ["GIT_CONFIG_GLOBAL"] = "/dev/null" },
            }
        )!;
        bash.StandardInput.NewLine = "\n";
        var subscriber = Path.Combine(RepositoryRoot.Path, "ops", "subscriber-example", "bin", Build, "net10.0", "SubscriberExample");
        var port = ((IPEndPoint)listener.LocalEndpoint).Port;
        bash.StandardInput.WriteLine($"client_port={port}\nsubscriber={subscriber}\n{EndsJobs}\n{Client}");
        serving = ServeAsync();
    }

    /// <summary>Runs a script and returns its standard output and standard error.</summary>
    public async Task<string> RunAsync(string script, CancellationToken cancellationToken)
    {
        var addressed = script.Replace("http://127.0.0.1:5080", newsroom.GetLeftPart(UriPartial.Authority), StringComparison.Ordinal);
        await bash.StandardInput.WriteLineAsync($"{{\n{addressed}\n}} < /dev/null 2>&1\necho; echo '{End}'");
        await bash.StandardInput.FlushAsync(cancellationToken);
        var printed = new StringBuilder();
        while (await ReadLineAsync(cancellationToken) is { } line && line != End)
        {
            printed.Append(line).Append('\n');
        }

        return printed.Replace($"{directory}/", "").ToString().TrimEnd('\n') + "\n";
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        bash.StandardInput.Close();
        await bash.WaitForExitAsync(CancellationToken.None).WaitAsync(Eventually.Timeout);
        bash.Dispose();
        listener.Dispose();
        await serving.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        Directory.Delete(directory, recursive: true);
    }

    private Task<string?> ReadLineAsync(CancellationToken cancellationToken) =>
        bash.StandardOutput.ReadLineAsync(cancellationToken).AsTask().WaitAsync(Eventually.Timeout, cancellationToken);

    private async Task ServeAsync()
    {
        while (true)
        {
            using var connection = await listener.AcceptTcpClientAsync();
            await using var stream = connection.GetStream();
            using var reader = new StreamReader(stream, Encoding.UTF8);
            var token = await reader.ReadLineAsync();
            var arguments = Encoding.UTF8.GetString(Convert.FromBase64String((await reader.ReadLineAsync())!)).Split('\0')[..^1];
            var input = new MemoryStream(Convert.FromBase64String((await reader.ReadLineAsync())!));
            var said = new StringWriter();
            var environment = new CliEnvironment
            {
                Out = said,
                Error = said,
                In = input,
                DataPath = data,
                Variable = name => VariableOf(name, token),
            };
            var code = await CommandLine.RunAsync([.. arguments.Select(AbsolutePath)], environment);
            await stream.WriteAsync(Encoding.UTF8.GetBytes($"{(int)code}\n{said}"));
        }
    }

    private string? VariableOf(string name, string? token) =>
        name switch
        {
            "NEWSROOM_URL" => newsroom.ToString(),
            "NEWSROOM_TOKEN" => token,
            _ => null,
        };

    // The client's process has another working directory than bash.
    private string AbsolutePath(string argument)
    {
        var path = Path.Combine(directory, argument.TrimStart('@'));
        var isFile = argument.Length > 0 && (Path.Exists(path) || argument.EndsWith(".zip", StringComparison.Ordinal));
        if (!isFile)
        {
            return argument;
        }

        return argument.StartsWith('@') ? $"@{path}" : path;
    }
}
