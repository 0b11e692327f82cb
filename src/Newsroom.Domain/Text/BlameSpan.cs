using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace Newsroom.Domain.Text;

/// <summary>Attributes a run of text to one author and version.</summary>
/// <param name="Length">The length in UTF-16 code units.</param>
/// <param name="Author">Who wrote it.</param>
/// <param name="Version">The version that inserted it.</param>
public readonly record struct BlameSpan(int Length, string Author, long Version)
{
    private readonly ImmutableArray<string> movers;

    /// <summary>Gets who moved or restored it, in order. They count as authors too.</summary>
    public ImmutableArray<string> Movers
    {
        get => movers.IsDefault ? [] : movers;
        init => movers = value;
    }

    /// <summary>Gets the co-authors of an imported change; null if there are none.</summary>
    public ImmutableArray<string>? CoAuthors { get; init; }

    /// <summary>Gets everyone who wrote, moved or restored it.</summary>
    [JsonIgnore]
    public IEnumerable<string> People => [Author, .. Others, .. Movers];

    /// <summary>Returns whether two runs have the same author, version, movers and co-authors.</summary>
    public bool IsOfOneHandWith(BlameSpan other) =>
        Author == other.Author && Version == other.Version && Movers.SequenceEqual(other.Movers) && Others.SequenceEqual(other.Others);

    /// <summary>Returns the run with a further mover.</summary>
    public BlameSpan CarriedBy(string mover) => IsOf(mover) ? this : this with { Movers = Movers.Add(mover) };

    /// <summary>Returns whether a person is an author or mover of the run.</summary>
    public bool IsOf(string person) => Author == person || Movers.Contains(person) || Others.Contains(person);

    /// <inheritdoc/>
    public bool Equals(BlameSpan other) => Length == other.Length && IsOfOneHandWith(other);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Length, Author, Version, Movers.Length);

    private ImmutableArray<string> Others => CoAuthors ?? [];
}
