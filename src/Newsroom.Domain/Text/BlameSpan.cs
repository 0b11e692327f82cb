using System.Collections.Immutable;

namespace Newsroom.Domain.Text;

/// <summary>A run of a text that one person wrote in one version.</summary>
/// <param name="Length">UTF-16 code units.</param>
/// <param name="Author">Who wrote it.</param>
/// <param name="Version">The story's version that brought it.</param>
public readonly record struct BlameSpan(int Length, string Author, long Version)
{
    private readonly ImmutableArray<string> movers;

    /// <summary>Who carried it from elsewhere in the text, or restored it, in order; it is theirs too.</summary>
    public ImmutableArray<string> Movers
    {
        get => movers.IsDefault ? [] : movers;
        init => movers = value;
    }

    /// <summary>Gets the other people who wrote it together with <see cref="Author"/>, of an imported change; null when there are none.</summary>
    public ImmutableArray<string>? CoAuthors { get; init; }

    /// <summary>Whether both runs came about in the same way.</summary>
    public bool IsOfOneHandWith(BlameSpan other) =>
        Author == other.Author && Version == other.Version && Movers.SequenceEqual(other.Movers) && Others.SequenceEqual(other.Others);

    /// <summary>The same words, carried by <paramref name="mover"/>.</summary>
    public BlameSpan CarriedBy(string mover) => IsOf(mover) ? this : this with { Movers = Movers.Add(mover) };

    /// <summary>Whether this person wrote or carried it.</summary>
    public bool IsOf(string person) => Author == person || Movers.Contains(person) || Others.Contains(person);

    /// <inheritdoc/>
    public bool Equals(BlameSpan other) => Length == other.Length && IsOfOneHandWith(other);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Length, Author, Version, Movers.Length);

    private ImmutableArray<string> Others => CoAuthors ?? [];
}
