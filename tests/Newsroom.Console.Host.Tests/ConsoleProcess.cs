using System.Diagnostics;

namespace Newsroom.Console.Host.Tests;

/// <summary>The console in a process that has no API, on a free port.</summary>
internal sealed class ConsoleProcess : IDisposable
{
    private const string Listening = "Now listening on: ";

    private static readonly TimeSpan Timeout = TimeSpan.FromMinutes(1);

    private readonly Process process;

    private ConsoleProcess(Process process) => this.process = process;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    /// <summary>Starts the console in Development.</summary>
    /// <param name="settings">Further environment variables.</param>
    public static ConsoleProcess Start(params IEnumerable<(string Name, string Value)> settings)
    {
        var program = Path.Combine(AppContext.BaseDirectory, "Newsroom.Console.Host");
        string[] arguments =
        [
            "exec",
            "--runtimeconfig",
            $"{program}.runtimeconfig.json",
            "--depsfile",
            $"{program}.deps.json",
            $"{program}.dll",
        ];
        var start = new ProcessStartInfo("dotnet", arguments) { RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment.Remove("DOTNET_ENVIRONMENT");
        start.Environment["ASPNETCORE_ENVIRONMENT"] = "Development";
        start.Environment["ASPNETCORE_URLS"] = "http://127.0.0.1:0";
        start.Environment["Logging__LogLevel__Microsoft.Hosting.Lifetime"] = "Information";
        foreach (var (name, value) in settings)
        {
            start.Environment[name] = value;
        }

        return new ConsoleProcess(Process.Start(start)!);
    }

    /// <summary>Waits until the console listens, and returns its address.</summary>
    public async Task<Uri> AddressAsync()
    {
        while (await process.StandardOutput.ReadLineAsync(Cancellation).AsTask().WaitAsync(Timeout, Cancellation) is { } line)
        {
            if (line.IndexOf(Listening, StringComparison.Ordinal) is >= 0 and var at)
            {
                return new Uri(line[(at + Listening.Length)..]);
            }
        }

        throw new InvalidOperationException($"The console ended: {await process.StandardError.ReadToEndAsync(Cancellation)}");
    }

    /// <summary>Waits for the process to end, and returns its exit code and what it wrote to standard error.</summary>
    public async Task<(int Code, string Error)> ExitAsync()
    {
        var error = await process.StandardError.ReadToEndAsync(Cancellation);
        await process.WaitForExitAsync(Cancellation).WaitAsync(Timeout, Cancellation);
        return (process.ExitCode, error);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        if (!process.HasExited)
        {
            process.Kill(entireProcessTree: true);
        }

        process.Dispose();
    }
}
