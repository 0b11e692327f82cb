using System.CommandLine;
using Newsroom.Cli.Asking;

namespace Newsroom.Cli.Reads;

/// <summary>Where a page of a list begins and how long it is.</summary>
/// <param name="cursor">What a place in the list is told by.</param>
internal sealed class PagingOptions(string cursor = "cursor")
{
    private readonly Option<string?> after = new("--after") { HelpName = cursor, Description = "Go on where the page before ended; it says with what." };

    private readonly NumberOption limit = new("--limit", "At most so many lines.");

    /// <summary>The options.</summary>
    public IEnumerable<Option> All => [after, limit];

    /// <summary>Whether a page is asked for.</summary>
    public bool AreGiven(Run run) => run.Gave(after) || run.Gave(limit);

    /// <summary>The parameters they make.</summary>
    public IEnumerable<(string Name, object? Value)> Of(Run run) => [("after", run.Of(after)), ("limit", run.Of(limit))];
}
