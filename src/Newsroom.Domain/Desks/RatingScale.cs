using System.Collections.Immutable;
using Newsroom.Domain.Kernel;

namespace Newsroom.Domain.Desks;

/// <summary>The ratings of a desk's fact checks, from the worst to the best.</summary>
public static class RatingScale
{
    /// <summary>The minimum number of ratings.</summary>
    public const int Min = 2;

    /// <summary>The maximum number of ratings.</summary>
    public const int Max = 10;

    /// <summary>Gets the scale of a desk that defines none.</summary>
    public static ImmutableArray<string> Default { get; } = ["False", "Mostly false", "Mixed", "Mostly true", "True"];

    /// <summary>Refuses a scale with too few, too many, empty or equal ratings; null where it is accepted.</summary>
    /// <param name="ratings">The names, without white space around them.</param>
    internal static Refusal? Refuse(ImmutableArray<string> ratings)
    {
        var isDistinct = ratings.Distinct(StringComparer.OrdinalIgnoreCase).Count() == ratings.Length;
        return ratings.Length is < Min or > Max || !isDistinct || ratings.Any(name => name.Length == 0)
            ? Refusal.Rule(
                "rating-scale",
                $"The ratings are no scale. Accepted: {Min} to {Max} different names from the worst to the best, or none for "
                    + $"{string.Join(", ", Default)}."
            )
            : null;
    }
}
