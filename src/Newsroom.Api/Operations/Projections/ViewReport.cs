using Newsroom.Api.Infrastructure.Projections;

namespace Newsroom.Api.Operations.Projections;

/// <summary>How far a walk over the views has come, and what it has found.</summary>
/// <param name="Events">How many events have been looked at: once for the audit trail, once for all other views.</param>
/// <param name="Of">How many there were to look at in the beginning.</param>
/// <param name="Repairs">Whether what differs is put right.</param>
/// <param name="Views">What was found, view by view.</param>
public sealed record ViewReport(long Events, long Of, bool Repairs, IReadOnlyDictionary<string, ViewFindings> Views)
{
    /// <summary>Whether it is over.</summary>
    public bool IsDone { get; init; }

    /// <summary>The projections that had not applied the whole record when the walk began. Their rows are compared all the same.</summary>
    public IReadOnlyList<ProjectionStatus> Projections { get; init; } = [];

    /// <summary>The events that projections could not apply; at the end those that are left.</summary>
    public IReadOnlyList<ParkedEvent> Parked { get; init; } = [];

    /// <summary>
    /// The events that cannot be read, at most <see cref="ParkedEvents.MaxListed"/>. The rows of their streams are not compared.
    /// </summary>
    public IReadOnlyList<UnreadableEvent> Unreadable { get; init; } = [];
}

/// <summary>What was found in one view.</summary>
public sealed record ViewFindings
{
    private const int MostNamed = 20;
    private readonly List<string> named = [];
    private readonly List<string> failed = [];

    /// <summary>How many rows were compared.</summary>
    public long Rows { get; private set; }

    /// <summary>How many were missing, other than they should be, or too many.</summary>
    public long Different { get; private set; }

    /// <summary>The first of those, by their keys.</summary>
    public IReadOnlyList<string> Named => named;

    /// <summary>The first of those that PostgreSQL refuses to repair, with its reason.</summary>
    public IReadOnlyList<string> Failed => failed;

    internal void Add(Finding found)
    {
        failed.AddRange(found.Failed.Take(MostNamed - failed.Count).Select(f => $"{f}"));
        Rows += found.Rows;
        Different += found.Different.Count;
        named.AddRange(found.Different.Take(MostNamed - named.Count));
    }
}
