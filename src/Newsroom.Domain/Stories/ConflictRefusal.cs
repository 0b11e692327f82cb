using System.Collections.Immutable;
using Newsroom.Domain.Kernel;

namespace Newsroom.Domain.Stories;

/// <summary>Concurrent edits changed the same words.</summary>
/// <param name="Current">The current version.</param>
/// <param name="Conflicts">Both sides of every stretch changed twice; at least one.</param>
public sealed record ConflictRefusal(long Current, ImmutableArray<Conflict> Conflicts)
    : Refusal(
        RefusalKind.Overlap,
        "overlap",
        $"{People(Conflicts)} changed the same words, or words next to them, since version {Conflicts[0].Base.Version}. Read both sides, "
            + "and send the text you want based on the current version."
    )
{
    /// <summary>Creates the refusal.</summary>
    public static ConflictRefusal Of(long current, ImmutableArray<Conflict> conflicts) =>
        new(current, conflicts) { CurrentVersion = current };

    private static string People(ImmutableArray<Conflict> conflicts) =>
        string.Join(" and ", conflicts.SelectMany(c => c.Theirs.By).Distinct().Select(p => $"{{{p}}}"));
}
