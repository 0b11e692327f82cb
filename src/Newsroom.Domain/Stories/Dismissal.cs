using Newsroom.Domain.Text;

namespace Newsroom.Domain.Stories;

/// <summary>Quoted words that somebody said are nobody's speech.</summary>
/// <param name="Fingerprint">Of the words, marks included.</param>
/// <param name="By">Who said so.</param>
/// <param name="Reason">Why.</param>
/// <param name="At">When.</param>
public sealed record Dismissal(Fingerprint Fingerprint, string By, string Reason, DateTimeOffset At)
{
    /// <summary>The text they were in; null in state folded by an earlier build.</summary>
    public ArticleField? Field { get; init; }

    /// <summary>The words as a reader reads them, where they are short enough to be proposed to other stories; null otherwise.</summary>
    public string? Phrase { get; init; }
}
