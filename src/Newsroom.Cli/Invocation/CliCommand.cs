using System.CommandLine;

namespace Newsroom.Cli.Invocation;

/// <summary>A subcommand of <c>newsroom</c>.</summary>
internal sealed class CliCommand : Command
{
    public CliCommand(string name, string summary, IEnumerable<Symbol> symbols, Func<CommandContext, Task> actAsync)
        : base(name, summary)
    {
        ActAsync = actAsync;
        foreach (var symbol in symbols)
        {
            switch (symbol)
            {
                case Argument argument:
                    Add(argument);
                    break;
                case Option option:
                    Add(option);
                    break;
                default:
                    throw new ArgumentException($"{symbol.Name} is neither an argument nor an option.", nameof(symbols));
            }
        }
    }

    public Func<CommandContext, Task> ActAsync { get; }

    /// <summary>Gets an example of its use.</summary>
    public string Example
    {
        get => field ?? CommandExamples.Of(Name);
        init;
    }

    /// <summary>Paragraphs that the help prints after the options.</summary>
    public IReadOnlyList<string> Details { get; init; } = [];
}
