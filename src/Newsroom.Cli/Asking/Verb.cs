using System.CommandLine;

namespace Newsroom.Cli.Asking;

/// <summary>Something <c>newsroom</c> can do.</summary>
internal sealed class Verb : Command
{
    /// <summary>A verb with its arguments and options.</summary>
    public Verb(string name, string summary, IEnumerable<Symbol> takes, Func<Run, Task> act)
        : base(name, summary)
    {
        Act = act;
        foreach (var symbol in takes)
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
                    throw new ArgumentException($"{symbol.Name} is neither an argument nor an option.", nameof(takes));
            }
        }
    }

    /// <summary>Does it.</summary>
    public Func<Run, Task> Act { get; }

    /// <summary>What its help says after the options, a paragraph each.</summary>
    public IReadOnlyList<string> Details { get; init; } = [];
}
