using System.Text;
using Newsroom.Cli.Runtime;
using Newsroom.Client;
using Newsroom.Client.Http;

namespace Newsroom.Cli.Tests;

/// <summary>The result of a command line.</summary>
/// <param name="Code">The exit code.</param>
/// <param name="Out">Standard output.</param>
/// <param name="Error">Standard error.</param>
public sealed record Terminal(int Code, string Out, string Error)
{
    /// <summary>Gets both outputs with every run of white space as one space, so that no test depends on line breaks.</summary>
    public string Said => string.Join(' ', $"{Out} {Error}".Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    /// <summary>Runs a command line against a server; NEWSROOM_TOKEN is set.</summary>
    public static Task<Terminal> TypeAsync(HttpClient server, params IReadOnlyList<string> line) =>
        TypeAsync(
            environment => environment with { Connect = ConnectTo(server), Variable = name => name == "NEWSROOM_TOKEN" ? "token" : null },
            line
        );

    /// <summary>Runs a command line in a terminal, in which a person gives these answers, one a line, and then ends the input.</summary>
    public static Task<Terminal> AnswerAsync(HttpClient server, IReadOnlyList<string> answers, params IReadOnlyList<string> line) =>
        TypeAsync(
            environment =>
                environment with
                {
                    Connect = ConnectTo(server),
                    Variable = name => name == "NEWSROOM_TOKEN" ? "token" : null,
                    In = new MemoryStream(Encoding.UTF8.GetBytes(string.Concat(answers.Select(answer => answer + "\n")))),
                    InIsTerminal = true,
                },
            line
        );

    /// <summary>Runs a command line in another environment.</summary>
    public static async Task<Terminal> TypeAsync(Func<CliEnvironment, CliEnvironment> change, params IReadOnlyList<string> line)
    {
        var (output, error) = (new StringWriter(), new StringWriter());
        var dataPath = Path.Combine(Path.GetTempPath(), "no-newsroom-here");
        var environment = new CliEnvironment
        {
            Out = output,
            Error = error,
            DataPath = dataPath,
        };
        var code = await CommandLine.RunAsync(line, change(environment), TestContext.Current.CancellationToken);
        return new Terminal(code, output.ToString(), error.ToString());
    }

    /// <summary>Connects to a server in the test's process.</summary>
    public static Func<Func<CancellationToken, ValueTask<string?>>, NewsroomClient> ConnectTo(HttpClient server) =>
        tokens => new NewsroomClient(server, new NewsroomClientOptions { TokenProvider = tokens });

    /// <summary>Writes a file in the temporary folder.</summary>
    public static string FileOf(string text)
    {
        var path = Path.GetTempFileName();
        File.WriteAllBytes(path, Encoding.UTF8.GetBytes(text));
        return path;
    }
}
