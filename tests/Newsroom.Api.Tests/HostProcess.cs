using System.Diagnostics;
using System.Text;
using Newsroom.Api.Infrastructure.Persistence;
using Newsroom.Local;

namespace Newsroom.Api.Tests;

/// <summary>A host in a separate process, on a free port.</summary>
internal sealed class HostProcess : IDisposable
{
    private const string Listening = "Now listening on: ";

    private readonly Process process;
    private readonly TaskCompletionSource<Uri?> address = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Task output;
    private readonly StringBuilder written = new();
    private readonly Task<string> error;

    private HostProcess(Process process)
    {
        this.process = process;
        output = ReadOutputAsync();
        error = process.StandardError.ReadToEndAsync();
    }

    /// <summary>The process's id.</summary>
    public int Id => process.Id;

    /// <summary>Starts a host.</summary>
    /// <param name="database">The connection string of its database.</param>
    /// <param name="data">Its data directory.</param>
    /// <param name="environment">The name of its environment; null for none.</param>
    /// <param name="settings">Further environment variables.</param>
    public static HostProcess Start(
        string database,
        string data,
        string? environment,
        params IEnumerable<(string Name, string Value)> settings
    ) => Start(Program(), database, data, environment, settings);

    /// <summary>Starts a command of the program, which ends by itself.</summary>
    /// <param name="command">The command.</param>
    /// <param name="database">The connection string of its database.</param>
    /// <param name="data">Its data directory.</param>
    /// <param name="environment">The name of its environment.</param>
    /// <param name="settings">Further environment variables.</param>
    public static HostProcess StartCommand(
        string command,
        string database,
        string data,
        string environment,
        params IEnumerable<(string Name, string Value)> settings
    ) => Start(Program(command), database, data, environment, settings);

    private static HostProcess Start(
        ProcessStartInfo start,
        string database,
        string data,
        string? environment,
        IEnumerable<(string Name, string Value)> settings
    )
    {
        start.WorkingDirectory = AppContext.BaseDirectory;
        start.Environment.Remove("DOTNET_ENVIRONMENT");
        start.Environment["ASPNETCORE_ENVIRONMENT"] = environment;
        start.Environment["ASPNETCORE_URLS"] = "http://127.0.0.1:0";
        start.Environment["ConnectionStrings__Newsroom"] = database;
        start.Environment[DataDirectory.Setting] = data;
        start.Environment["Development__Welcome"] = "false";
        start.Environment["Subscribers__Send"] = "false";
        start.Environment["Logging__LogLevel__Default"] = "Error";
        start.Environment["Logging__Console__FormatterName"] = "simple";
        start.Environment["Logging__LogLevel__Microsoft.Hosting.Lifetime"] = "Information";

        // A host lives for seconds: compiling its busy methods a second time would cost more than it saves.
        start.Environment["DOTNET_TC_CallCountingDelayMs"] = "3600000";
        foreach (var (name, value) in settings)
        {
            start.Environment[name] = value;
        }

        return new HostProcess(Process.Start(start)!);
    }

    /// <summary>Returns how to start the program that the tests were built with.</summary>
    public static ProcessStartInfo Program(params IEnumerable<string> arguments)
    {
        var program = Path.Combine(AppContext.BaseDirectory, "Newsroom.Api");
        string[] runtime =
        [
            "exec",
            "--runtimeconfig",
            $"{program}.runtimeconfig.json",
            "--depsfile",
            $"{program}.deps.json",
            $"{program}.dll",
        ];
        return new ProcessStartInfo("dotnet", [.. runtime, .. arguments]) { RedirectStandardOutput = true, RedirectStandardError = true };
    }

    /// <summary>Waits until the host listens, and returns its address.</summary>
    public async Task<Uri> AddressAsync(CancellationToken cancellationToken) =>
        await address.Task.WaitAsync(Eventually.Timeout, cancellationToken)
        ?? throw new InvalidOperationException($"The host ended: {await error}");

    /// <summary>Waits for the process to end, and returns its exit code and what it wrote to standard error.</summary>
    public async Task<(int Code, string Error)> ExitAsync(CancellationToken cancellationToken)
    {
        await process.WaitForExitAsync(cancellationToken).WaitAsync(Eventually.Timeout, cancellationToken);
        return (process.ExitCode, await error);
    }

    /// <summary>Waits for the end of standard output, and returns it.</summary>
    public async Task<string> OutputAsync()
    {
        await output.WaitAsync(Eventually.Timeout);
        return written.ToString();
    }

    /// <summary>Kills the process.</summary>
    public void Kill() => process.Kill(entireProcessTree: true);

    /// <summary>Asks the process to stop, as a supervisor does.</summary>
    public void Terminate()
    {
        using var signal = Process.Start("kill", ["-TERM", $"{process.Id}"]);
        signal.WaitForExit();
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        if (!process.HasExited)
        {
            Kill();
        }

        process.WaitForExit();
        Task.WaitAll(output, error);
        process.Dispose();
    }

    private async Task ReadOutputAsync()
    {
        while (await process.StandardOutput.ReadLineAsync() is { } line)
        {
            written.AppendLine(line);
            if (line.Trim() is var said && said.StartsWith(Listening, StringComparison.Ordinal))
            {
                address.TrySetResult(new Uri(said[Listening.Length..]));
            }
        }

        address.TrySetResult(null);
    }
}
