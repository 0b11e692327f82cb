using System.Text;
using Newsroom.Cli.Tests;

namespace Newsroom.Api.Tests.EndToEnd;

/// <summary>A person at a terminal who types one command after the other, and signs in by name.</summary>
internal sealed class CommandWalk(Newsroom newsroom) : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("newsroom-walk-");

    /// <summary>Gets the command lines typed so far.</summary>
    public List<string> Commands { get; } = [];

    /// <summary>Types a command that is carried out, and returns what it says.</summary>
    public Task<string> DoAsync(params string[] line) => AnswerAsync([], line);

    /// <summary>Types a command that asks questions, and answers them.</summary>
    public async Task<string> AnswerAsync(IReadOnlyList<string> answers, params string[] line)
    {
        Commands.Add(string.Join(' ', line));
        using var api = newsroom.Host.Server.CreateClient();
        var done = await Terminal.TypeAsync(
            environment =>
                environment with
                {
                    Connect = Terminal.ConnectTo(api),
                    DataPath = newsroom.Data,
                    StatePath = Path.Combine(folder.FullName, "state"),
                    In = new MemoryStream(Encoding.UTF8.GetBytes(string.Concat(answers.Select(answer => answer + "\n")))),
                    InIsTerminal = true,
                },
            line
        );
        done.Code.ShouldBe(0, $"newsroom {Commands[^1]}: {done.Said}");
        return done.Said;
    }

    /// <summary>Returns the path of a file of the person.</summary>
    public string FileOf(string name) => Path.Combine(folder.FullName, name);

    public void Dispose() => folder.Delete(recursive: true);
}
