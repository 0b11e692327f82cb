using Newsroom.Domain.Stories;
using Newsroom.Domain.Text;
using static Newsroom.Domain.Stories.StoryEvent;

namespace Newsroom.Evidence.Replay;

/// <summary>The checks that the events of a story recorded so far, and what a public fact check may say of them.</summary>
internal sealed class ReplayedChecks
{
    private readonly Dictionary<long, FactChecked> checks = [];

    /// <summary>Adds a check.</summary>
    /// <param name="version">The version that recorded it.</param>
    /// <param name="check">The check.</param>
    public void Add(long version, FactChecked check) => checks.Add(version, check);

    /// <summary>Returns what a public fact check states otherwise than the story and its checks; null where they agree.</summary>
    public string? Contradiction(FactCheckPublished published, Story story, StoryText text)
    {
        if (
            story.PassageOf(published.Claim) is not { IsOrphaned: false } claim
            || !Fingerprints.Holds(published.Fingerprint, claim, text.Article[claim.Field])
        )
        {
            return $"does not match the claim {published.Claim} at that time";
        }

        // A later build may read the Markdown otherwise, so the fingerprint of the words is enough.
        if (Fingerprint.Of("claim", published.Words) != published.Fingerprint && published.Words != Visible(claim, text))
        {
            return $"has other words than {published.Claim}";
        }

        return published.Checks.Select(version => CheckContradiction(version, published)).FirstOrDefault(found => found is not null)
            ?? published.Evidence.Select(piece => EvidenceContradiction(piece, published)).FirstOrDefault(found => found is not null);
    }

    private static string Visible(Passage claim, StoryText text) =>
        VisibleText.Of(claim.Field, text.Article[claim.Field]).Words(claim.Range).Trim();

    private string? CheckContradiction(long version, FactCheckPublished published) =>
        checks.GetValueOrDefault(version) is { } check
        && check.Passage == published.Claim
        && check.Fingerprint == published.Fingerprint
        && check.Verdict == published.Verdict
            ? null
            : $"names version {version}, which is no check of {published.Claim} with its verdict";

    /// <summary>Compares a public piece with the check. An erased piece has no source.</summary>
    private string? EvidenceContradiction(PublicEvidence piece, FactCheckPublished published)
    {
        if (piece.Source is not { } source)
        {
            return piece.Kind == EvidenceKind.Erased ? null : "has evidence without a source";
        }

        var recorded = published.Checks.Contains(source.Check) ? checks[source.Check].Evidence : [];
        var original = source.Piece >= 0 && source.Piece < recorded.Length ? recorded[source.Piece] : null;
        var isSame =
            original is not null
            && (original.Kind, original.Citation, original.Url, original.Locator)
                == (piece.Kind, piece.Citation, piece.Url, piece.Locator);
        return isSame || original is { Kind: EvidenceKind.Erased }
            ? null
            : $"has other evidence than the check of version {source.Check}";
    }
}
