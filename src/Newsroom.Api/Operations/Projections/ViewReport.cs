using Newsroom.Api.Infrastructure.Projections;

namespace Newsroom.Api.Operations.Projections;

/// <summary>Progress and result of a verification of views.</summary>
/// <param name="Events">The number of events compared: once for the audit trail, once for all other views.</param>
/// <param name="Of">The number of events to compare, when it started.</param>
/// <param name="Repairs">Whether rows that differ are repaired.</param>
/// <param name="Views">The result of each view.</param>
public sealed record ViewReport(long Events, long Of, bool Repairs, IReadOnlyDictionary<string, ViewVerification> Views)
{
    /// <summary>Whether this is the last report.</summary>
    public bool IsDone { get; init; }

    /// <summary>The projections that had not applied all events when it started. Their rows are compared nevertheless.</summary>
    public IReadOnlyList<ProjectionStatus> Projections { get; init; } = [];

    /// <summary>The events that projections could not apply; in the last report those that remain.</summary>
    public IReadOnlyList<ParkedEvent> Parked { get; init; } = [];

    /// <summary>
    /// The events that cannot be read, at most <see cref="ParkedEvents.MaxListed"/>. The rows of their streams are not compared.
    /// </summary>
    public IReadOnlyList<UnreadableEvent> Unreadable { get; init; } = [];
}

/// <summary>The result of one view.</summary>
public sealed record ViewVerification
{
    private const int MaxNamed = 20;
    private readonly List<string> named = [];
    private readonly List<string> failed = [];

    /// <summary>The number of rows compared.</summary>
    public long Rows { get; private set; }

    /// <summary>The number of rows that were missing, different or extra.</summary>
    public long Different { get; private set; }

    /// <summary>The keys of the first of them.</summary>
    public IReadOnlyList<string> Named => named;

    /// <summary>The first rows that PostgreSQL refuses to repair, with its reason.</summary>
    public IReadOnlyList<string> Failed => failed;

    internal void Add(Discrepancies found)
    {
        failed.AddRange(found.Failed.Take(MaxNamed - failed.Count).Select(f => $"{f}"));
        Rows += found.Rows;
        Different += found.Different.Count;
        named.AddRange(found.Different.Take(MaxNamed - named.Count));
    }
}
