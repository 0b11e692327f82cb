using System.Collections.Immutable;
using Newsroom.Api.Stories.Queries;

namespace Newsroom.Api.Worklists;

/// <summary>A passage that awaits a check, with its earlier checks.</summary>
public sealed record QueueEntry : QueuedPassage
{
    /// <summary>Creates the entry of a passage.</summary>
    public QueueEntry(QueuedPassage queued, ImmutableArray<CheckView>? checks)
        : base(queued) => Checks = checks;

    /// <summary>
    /// Gets its earlier checks with their evidence, latest first. Null where they are left out because the response is too large.
    /// </summary>
    public ImmutableArray<CheckView>? Checks { get; }
}
