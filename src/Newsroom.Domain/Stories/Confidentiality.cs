using System.Collections.Immutable;
using Newsroom.Domain.Kernel;

namespace Newsroom.Domain.Stories;

/// <summary>The confidentiality of a story.</summary>
/// <param name="Role">The role in which it was marked.</param>
/// <param name="By">Who marked it.</param>
/// <param name="Reason">Why; null where no reason was given.</param>
/// <param name="At">When it was marked.</param>
/// <param name="Readers">The people who were admitted by name.</param>
/// <param name="Acted">Everyone who acted on the story: the actors of its events.</param>
public sealed record Confidentiality(
    Role Role,
    string By,
    string? Reason,
    DateTimeOffset At,
    ImmutableArray<string> Readers,
    ImmutableArray<string> Acted
)
{
    /// <summary>Returns the confidentiality after a person acted on the story.</summary>
    public Confidentiality After(string person) => Acted.Contains(person) ? this : this with { Acted = Acted.Add(person) };
}
