using Newsroom.Domain.Text;

namespace Newsroom.Domain.Stories;

/// <summary>A dismissal of quoted words as not being speech.</summary>
/// <param name="Fingerprint">SHA-256 over the words, marks included.</param>
/// <param name="By">The person who dismissed them.</param>
/// <param name="Reason">Why.</param>
/// <param name="At">When.</param>
public sealed record Dismissal(Fingerprint Fingerprint, string By, string Reason, DateTimeOffset At)
{
    /// <summary>The field they were in; null in state of an earlier build.</summary>
    public ArticleField? Field { get; init; }

    /// <summary>The visible words, where short enough to be proposed in other stories; null otherwise.</summary>
    public string? Phrase { get; init; }
}
