namespace Newsroom.Api.Rebuilding;

/// <summary>How far a walk over the views has come, and what it has found.</summary>
/// <param name="Events">How many events have been looked at: once for the audit trail, once for all other views.</param>
/// <param name="Of">How many there were to look at in the beginning.</param>
/// <param name="Repairs">Whether what differs is put right.</param>
/// <param name="Views">What was found, view by view.</param>
public sealed record ViewReport(long Events, long Of, bool Repairs, IReadOnlyDictionary<string, ViewFindings> Views)
{
    /// <summary>Whether it is over.</summary>
    public bool IsDone { get; init; }
}

/// <summary>What was found in one view.</summary>
public sealed record ViewFindings
{
    private const int MostNamed = 20;
    private readonly List<string> named = [];

    /// <summary>How many rows were compared.</summary>
    public long Rows { get; private set; }

    /// <summary>How many were missing, other than they should be, or too many.</summary>
    public long Different { get; private set; }

    /// <summary>The first of those, by their keys.</summary>
    public IReadOnlyList<string> Named => named;

    internal void Add(Finding found)
    {
        Rows += found.Rows;
        Different += found.Different.Count;
        named.AddRange(found.Different.Take(MostNamed - named.Count));
    }
}

/// <summary>What a step of a walk found in one view.</summary>
/// <param name="View">The view.</param>
/// <param name="Rows">How many rows were compared.</param>
/// <param name="Different">The keys of those that were missing, other than they should be, or too many.</param>
internal sealed record Finding(string View, int Rows, IReadOnlyList<string> Different);
