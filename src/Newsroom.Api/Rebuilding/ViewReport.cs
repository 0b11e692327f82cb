namespace Newsroom.Api.Rebuilding;

/// <summary>How far a walk over the views has come, and what it has found.</summary>
/// <param name="Streams">How many streams have been looked at.</param>
/// <param name="Of">How many there were at the beginning.</param>
/// <param name="Repairs">Whether what differs is put right.</param>
/// <param name="Views">What was found, view by view.</param>
public sealed record ViewReport(int Streams, int Of, bool Repairs, IReadOnlyDictionary<string, ViewFindings> Views)
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
    public int Rows { get; private set; }

    /// <summary>How many were missing, other than they should be, or too many.</summary>
    public int Different { get; private set; }

    /// <summary>The first of those, by their keys.</summary>
    public IReadOnlyList<string> Named => named;

    internal void Add(int rows, IEnumerable<string> different)
    {
        Rows += rows;
        foreach (var key in different)
        {
            Different++;
            if (named.Count < MostNamed)
            {
                named.Add(key);
            }
        }
    }
}
