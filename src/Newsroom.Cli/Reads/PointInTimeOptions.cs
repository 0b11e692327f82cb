using System.CommandLine;
using Newsroom.Cli.Invocation;
using Newsroom.Cli.Parsing;
using Newsroom.Client.Stories;

namespace Newsroom.Cli.Reads;

/// <summary>The options that select a past state of a story.</summary>
internal sealed class PointInTimeOptions
{
    private readonly NumberOption version = new("--version", "State at this version.");

    private readonly TimeOption at = new("--at", $"State recorded by this time, such as {TimeOption.Format}.");

    private readonly TimeOption asOf = new("--as-of", "State by this business time; imported histories have their own times.");

    public IEnumerable<Option> All => [version, at, asOf];

    public PointInTime Read(CommandContext context) => new(context.GetValue(version), context.GetValue(at), context.GetValue(asOf));
}
