using System.ComponentModel;
using System.Diagnostics;
using System.Text;

namespace Newsroom.Cli.Runtime;

/// <summary>The program that shows long results a screen at a time.</summary>
/// <param name="Shell">The program that runs the pager.</param>
/// <param name="Arguments">Its arguments.</param>
public sealed record Pager(string Shell, IReadOnlyList<string> Arguments)
{
    // -F: a text that fits is printed. -R: colors. -X: the text stays on the screen.
    private const string Default = "less -FRX";

    /// <summary>Returns the pager that NEWSROOM_PAGER or PAGER names; null if the name is empty or <c>cat</c>.</summary>
    public static Pager? FromEnvironment(Func<string, string?> variable)
    {
        var command = variable("NEWSROOM_PAGER") ?? variable("PAGER") ?? (OperatingSystem.IsWindows() ? "more" : Default);
        return command.Trim() switch
        {
            "" or "cat" => null,
            var named when OperatingSystem.IsWindows() => new Pager("cmd.exe", ["/c", named]),
            var named => new Pager("/bin/sh", ["-c", named]),
        };
    }

    /// <summary>Shows a text, and waits until the reader quits.</summary>
    /// <returns>False if the program cannot be run: nothing was shown.</returns>
    public bool Show(string text)
    {
        var start = new ProcessStartInfo(Shell, Arguments)
        {
            RedirectStandardInput = true,
            StandardInputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false),
        };
        try
        {
            using var process = Process.Start(start)!;
            Write(process, text);
            process.WaitForExit();
            // 126 and 127: the shell did not find the program, or cannot run it.
            return process.ExitCode is not (126 or 127);
        }
        catch (Win32Exception)
        {
            return false;
        }
    }

    private static void Write(Process process, string text)
    {
        try
        {
            process.StandardInput.Write(text);
            process.StandardInput.Close();
        }
        catch (IOException)
        {
            // The reader has quit before the end.
        }
    }
}
