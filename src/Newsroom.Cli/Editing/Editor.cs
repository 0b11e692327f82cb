using System.ComponentModel;
using System.Diagnostics;
using Newsroom.Cli.Runtime;

namespace Newsroom.Cli.Editing;

/// <summary>The program that edits files: VISUAL, else EDITOR, else vi.</summary>
internal static class Editor
{
    /// <summary>Returns the command that opens the editor.</summary>
    /// <exception cref="UsageException">No editor is named, and vi has no terminal.</exception>
    public static string CommandOf(CliEnvironment environment)
    {
        if ((Named(environment, "VISUAL") ?? Named(environment, "EDITOR")) is { } named)
        {
            return named;
        }

        if (OperatingSystem.IsWindows())
        {
            return "notepad";
        }

        return environment is { InIsTerminal: true, OutIsTerminal: true }
            ? "vi"
            : throw new UsageException(
                "edit opens vi, which needs a terminal. Name another editor in VISUAL or EDITOR; in scripts, use “newsroom revise-article”."
            );
    }

    /// <summary>Opens a file, and waits until the editor ends.</summary>
    /// <exception cref="UsageException">The editor cannot be run, or reports an error.</exception>
    public static async Task OpenAsync(string command, string path, CancellationToken cancellationToken)
    {
        // The name may have arguments, such as “code --wait”.
        var start = OperatingSystem.IsWindows()
            ? new ProcessStartInfo("cmd.exe", $"/c {command} \"{path}\"")
            : new ProcessStartInfo("/bin/sh", ["-c", $"{command} \"$1\"", "sh", path]);
        try
        {
            using var process = Process.Start(start)!;
            await process.WaitForExitAsync(cancellationToken);
            if (process.ExitCode != 0)
            {
                throw new UsageException($"The editor “{command}” ended with {process.ExitCode}. Your text is in {path}.");
            }
        }
        catch (Win32Exception failure)
        {
            throw new UsageException($"The editor “{command}” cannot be run: {failure.Message} Set EDITOR.");
        }
    }

    private static string? Named(CliEnvironment environment, string variable) =>
        environment.Variable(variable) is { } name && !string.IsNullOrWhiteSpace(name) ? name : null;
}
