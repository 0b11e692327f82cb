using Newsroom.Domain.Stories;
using Newsroom.Domain.Text;
using Newsroom.Formats;
using static Newsroom.Domain.Stories.StoryEvent;

namespace Newsroom.Api.Publication;

/// <summary>A claim with its public fact check, in the published state of a story.</summary>
/// <param name="Claim">The claim.</param>
/// <param name="Fingerprint">The fingerprint of its words.</param>
/// <param name="FactCheck">What readers see.</param>
public sealed record PublishedClaim(string Claim, Fingerprint Fingerprint, PublishedFactCheck FactCheck)
{
    /// <summary>Creates it from its event. Evidence that was erased since is not shown.</summary>
    public static PublishedClaim Of(FactCheckPublished published, DateTimeOffset at) =>
        new(
            published.Claim,
            published.Fingerprint,
            new PublishedFactCheck(
                published.Words,
                published.Claimant,
                published.ClaimantKind,
                published.Rating,
                published.Explanation,
                at
            )
            {
                ClaimUrl = published.ClaimUrl,
                ClaimDate = published.ClaimDate,
                Evidence =
                [
                    .. from piece in published.Evidence
                    where piece.Kind != EvidenceKind.Erased
                    select new FactCheckEvidence(piece.Kind, piece.Citation, piece.Url, piece.Locator),
                ],
            }
        );
}
