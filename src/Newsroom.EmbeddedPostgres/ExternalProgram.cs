using System.ComponentModel;
using System.Diagnostics;
using System.Text;

namespace Newsroom.EmbeddedPostgres;

internal static class ExternalProgram
{
    private const int NotFound = 127;

    // The program's account may not be able to enter the host's working directory.
    private static readonly string OpenToAll = OperatingSystem.IsWindows() ? Environment.SystemDirectory : "/";

    /// <summary>Runs the program without input. Cancellation kills it and its children.</summary>
    public static async Task<ProgramOutcome> RunAsync(
        string program,
        IReadOnlyCollection<string> arguments,
        CancellationToken cancellationToken,
        string? workingDirectory = null
    )
    {
        var line = string.Join(' ', arguments.Prepend(program));
        var start = new ProcessStartInfo(program, arguments)
        {
            WorkingDirectory = workingDirectory ?? OpenToAll,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        // The output is searched, so it must be English; on macOS PostgreSQL does not start without a locale.
        start.Environment["LC_ALL"] = "C";
        try
        {
            using var process = Process.Start(start)!;
            process.StandardInput.Close();
            return await OutcomeAsync(line, process, cancellationToken);
        }
        catch (Win32Exception e)
        {
            return new ProgramOutcome(line, NotFound, e.Message);
        }
    }

    private static async Task<ProgramOutcome> OutcomeAsync(string line, Process process, CancellationToken cancellationToken)
    {
        var text = new StringBuilder();
        var reading = Task.WhenAll(ReadAsync(process.StandardOutput, text), ReadAsync(process.StandardError, text));
        try
        {
            await process.WaitForExitAsync(cancellationToken);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw;
        }

        // On Windows a server left running keeps the pipes open, so their end may never come.
        await Task.WhenAny(reading, Task.Delay(TimeSpan.FromSeconds(1), CancellationToken.None));
        lock (text)
        {
            return new ProgramOutcome(line, process.ExitCode, text.ToString().Trim());
        }
    }

    private static async Task ReadAsync(StreamReader from, StringBuilder text)
    {
        while (await from.ReadLineAsync() is { } line)
        {
            lock (text)
            {
                text.AppendLine(line);
            }
        }
    }
}

internal sealed record ProgramOutcome(string CommandLine, int ExitCode, string Output)
{
    public bool Succeeded => ExitCode == 0;

    public string OutputOrThrow() =>
        Succeeded ? Output : throw new EmbeddedPostgresException($"`{CommandLine}` ended with exit code {ExitCode}:\n{Output}");
}
