using System.CommandLine;
using Newsroom.Cli.Invocation;
using Newsroom.Cli.Parsing;
using Newsroom.Client.Http;

namespace Newsroom.Cli.Reads;

/// <summary>The options that select a page of a list.</summary>
/// <param name="cursor">The name of the cursor in the help.</param>
internal sealed class PagingOptions(string cursor = "cursor")
{
    private readonly Option<string?> after = new("--after")
    {
        HelpName = cursor,
        Description = "Cursor that the previous page ended with.",
    };

    private readonly NumberOption limit = new("--limit", "Maximum number of entries.");

    public IEnumerable<Option> All => [after, limit];

    public bool AreGiven(CommandContext context) => context.IsGiven(after) || context.IsGiven(limit);

    public PageRequest Read(CommandContext context) => new(context.GetValue(after), context.GetValue(limit));
}
