using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace Newsroom.Domain.Desks;

/// <summary>A part of the newsroom that stories belong to.</summary>
/// <param name="Id">The id, a slug.</param>
/// <param name="Name">The display name.</param>
/// <param name="Language">The default language of its stories (BCP 47).</param>
public sealed record Desk(string Id, string Name, string Language)
{
    /// <summary>The IANA time zone in which its people write local times; null where none was set.</summary>
    public string? TimeZone { get; init; }

    /// <summary>
    /// The ratings of its fact checks, from the worst to the best; null for the default: False, Mostly false, Mixed, Mostly true, True.
    /// </summary>
    public ImmutableArray<string>? Ratings { get; init; }

    /// <summary>The scale of its fact checks.</summary>
    [JsonIgnore]
    public ImmutableArray<string> Scale => Ratings ?? RatingScale.Default;

    /// <summary>Compares the ratings by their names.</summary>
    public bool Equals(Desk? other) =>
        other is not null
        && (Id, Name, Language, TimeZone) == (other.Id, other.Name, other.Language, other.TimeZone)
        && (Ratings is null) == (other.Ratings is null)
        && (Ratings ?? []).SequenceEqual(other.Ratings ?? []);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Id, Name, Language, TimeZone, Ratings?.Length);

    /// <summary>Folds an event.</summary>
    public static Desk? Evolve(Desk? desk, object happened) => happened is DeskDefined e ? e.Desk : desk;
}

/// <summary>A desk was defined or renamed.</summary>
/// <param name="Desk">The new definition.</param>
public sealed record DeskDefined(Desk Desk);
