using Newsroom.Domain.Text;

namespace Newsroom.Domain.Stories;

/// <summary>One change of a file in a repository whose history is brought in.</summary>
/// <param name="Commit">The commit that made it.</param>
/// <param name="At">When it was made, by its author's clock.</param>
/// <param name="By">Its author, as an identity.</param>
/// <param name="Message">What its author said of it.</param>
/// <param name="Path">The file's name from then on.</param>
/// <param name="Text">The whole file; null when it was deleted.</param>
public sealed record FileChange(string Commit, DateTimeOffset At, string By, string? Message, string Path, string? Text)
{
    /// <summary>
    /// Gets the authors of its words where <see cref="By"/> did not write them alone: a merge, or a commit with co-authors.
    /// </summary>
    public Authorship? Authorship { get; init; }
}
