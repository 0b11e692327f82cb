using Newsroom.Domain.Text;

namespace Newsroom.Domain.Stories;

/// <summary>The source of an imported event.</summary>
/// <param name="By">The author's identity, such as <c>jane@example.org@git</c>; the recorded actor is the importer.</param>
/// <param name="At">Business time.</param>
/// <param name="Commit">The commit's hash.</param>
/// <param name="Message">The commit's message.</param>
public sealed record Origin(string By, DateTimeOffset At, string Commit, string? Message)
{
    /// <summary>The file's new name, where it was renamed; null otherwise.</summary>
    public string? Path { get; init; }

    /// <summary>
    /// Gets the authors of a change of words that <see cref="By"/> did not write alone: a merge, or a commit with co-authors; null
    /// otherwise.
    /// </summary>
    public Authorship? Authorship { get; init; }
}
