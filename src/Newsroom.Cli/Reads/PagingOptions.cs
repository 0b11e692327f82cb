using System.CommandLine;
using Newsroom.Cli.Invocation;
using Newsroom.Cli.Parsing;
using Newsroom.Client.Http;

namespace Newsroom.Cli.Reads;

/// <summary>The options that select a page of a list.</summary>
/// <param name="cursor">The name of the cursor in the help.</param>
internal sealed class PagingOptions(string cursor = "cursor")
{
    private readonly Option<string?> _after = new("--after")
    {
        HelpName = cursor,
        Description = "Cursor that the previous page ended with.",
    };

    private readonly NumberOption _limit = new("--limit", "Maximum number of entries.");

    public IEnumerable<Option> All => [_after, _limit];

    public bool AreGiven(CommandContext context) => context.IsGiven(_after) || context.IsGiven(_limit);

    public PageRequest Read(CommandContext context) => new(context.GetValue(_after), context.GetValue(_limit));
}
