using System.Collections.Immutable;
using Newsroom.Domain.Stories;

namespace Newsroom.Formats;

/// <summary>A verdict on a claim in an edition, as readers receive it.</summary>
/// <param name="Claim">The words of the claim.</param>
/// <param name="Claimant">Who claims it.</param>
/// <param name="ClaimantKind">Whether the claimant is a person or an organisation.</param>
/// <param name="Rating">The rating, and its place on the scale.</param>
/// <param name="Explanation">Why: Markdown.</param>
/// <param name="At">When it was published.</param>
public sealed record PublishedFactCheck(
    string Claim,
    string Claimant,
    ClaimantKind ClaimantKind,
    FactCheckRating Rating,
    string Explanation,
    DateTimeOffset At
)
{
    /// <summary>Gets where the claim was made; null where no address is known.</summary>
    public string? ClaimUrl { get; init; }

    /// <summary>Gets when the claim was made; null where no date is known.</summary>
    public DateOnly? ClaimDate { get; init; }

    /// <summary>Gets the evidence that is public.</summary>
    public ImmutableArray<FactCheckEvidence> Evidence { get; init; } = [];
}

/// <summary>A public piece of evidence.</summary>
/// <param name="Kind">What sort of evidence.</param>
/// <param name="Citation">What it is, so that it can be looked up.</param>
/// <param name="Url">Where it can be seen; null where it has no address.</param>
/// <param name="Locator">The page, timestamp or paragraph; null where none is named.</param>
public sealed record FactCheckEvidence(EvidenceKind Kind, string Citation, string? Url, string? Locator);
