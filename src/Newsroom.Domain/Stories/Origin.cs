using Newsroom.Domain.Text;

namespace Newsroom.Domain.Stories;

/// <summary>Where an event comes from that was not recorded when it happened but brought in from another record.</summary>
/// <param name="By">Who did it, as an identity: <c>jane@example.org@git</c>. The recorded actor is who brought it in.</param>
/// <param name="At">When it happened: business time, beside the recorded time.</param>
/// <param name="Commit">What names it where it comes from.</param>
/// <param name="Message">What its author said of it.</param>
public sealed record Origin(string By, DateTimeOffset At, string Commit, string? Message)
{
    /// <summary>The name of the file, where it got a new one.</summary>
    public string? Path { get; init; }

    /// <summary>Gets the authors of a change of words that <see cref="By"/> did not write alone: a merge, or a commit with co-authors; null otherwise.</summary>
    public Authorship? Authorship { get; init; }
}
