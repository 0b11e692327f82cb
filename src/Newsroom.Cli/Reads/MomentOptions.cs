using System.CommandLine;
using Newsroom.Cli.Asking;

namespace Newsroom.Cli.Reads;

/// <summary>A point in a story's past.</summary>
internal sealed class MomentOptions
{
    private readonly NumberOption version = new("--version", "As it was at this version.");

    private readonly TimeOption at = new("--at", $"As the record had it at this time; written {TimeOption.Written}.");

    private readonly TimeOption asOf = new("--as-of", "As it was by then in business time: of imported histories, their own times.");

    /// <summary>The options.</summary>
    public IEnumerable<Option> All => [version, at, asOf];

    /// <summary>The parameters they make.</summary>
    public IEnumerable<(string Name, object? Value)> Of(Run run) => [("version", run.Of(version)), ("at", run.Of(at)), ("asOf", run.Of(asOf))];
}
