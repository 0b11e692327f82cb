using Newsroom.Domain.Text;

namespace Newsroom.Domain.Stories;

/// <summary>A change of a file in an imported repository.</summary>
/// <param name="Commit">The commit.</param>
/// <param name="At">The author date.</param>
/// <param name="By">The author's identity.</param>
/// <param name="Message">The commit message.</param>
/// <param name="Path">The file's name after the change.</param>
/// <param name="Text">The whole file; null where it was deleted.</param>
public sealed record FileChange(string Commit, DateTimeOffset At, string By, string? Message, string Path, string? Text)
{
    /// <summary>Gets the authors of the words, for a merge or a commit with co-authors.</summary>
    public Authorship? Authorship { get; init; }
}
