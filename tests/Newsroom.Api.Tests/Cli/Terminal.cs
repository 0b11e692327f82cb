using System.Text;
using Newsroom.Cli;

namespace Newsroom.Api.Tests.Cli;

/// <summary>Lines typed at a terminal, and what came of them.</summary>
/// <param name="Code">The exit code.</param>
/// <param name="Out">Standard output.</param>
/// <param name="Error">Standard error.</param>
public sealed record Terminal(int Code, string Out, string Error)
{
    /// <summary>What was written, with each run of white space as one space, so that no test depends on where lines break.</summary>
    public string Said => string.Join(' ', $"{Out} {Error}".Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    /// <summary>Types a line to a newsroom, as somebody with a token.</summary>
    public static Task<Terminal> Type(HttpClient newsroom, params IReadOnlyList<string> line) =>
        Type(machine => machine with { Client = newsroom, Variable = name => name == "NEWSROOM_TOKEN" ? "token" : null }, line);

    /// <summary>Types a line at a machine that is like no other.</summary>
    public static async Task<Terminal> Type(Func<Machine, Machine> machine, params IReadOnlyList<string> line)
    {
        var (output, error) = (new StringWriter(), new StringWriter());
        var plain = new Machine { Out = output, Error = error, Data = Path.Combine(Path.GetTempPath(), "no-newsroom-here") };
        var code = await CommandLine.RunAsync(line, machine(plain), TestContext.Current.CancellationToken);
        return new Terminal(code, output.ToString(), error.ToString());
    }

    /// <summary>A file for as long as a test runs.</summary>
    public static string FileOf(string text)
    {
        var path = Path.GetTempFileName();
        File.WriteAllBytes(path, Encoding.UTF8.GetBytes(text));
        return path;
    }
}
