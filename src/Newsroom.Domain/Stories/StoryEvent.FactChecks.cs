using System.Collections.Immutable;
using Newsroom.Domain.Text;

namespace Newsroom.Domain.Stories;

/// <content>Events of public fact checks.</content>
public abstract partial record StoryEvent
{
    /// <summary>The verdict on a claim of the live edition was shown to readers. What they read is in this event.</summary>
    /// <param name="Claim">The claim.</param>
    /// <param name="Fingerprint">The fingerprint of its words.</param>
    /// <param name="Words">Its words as readers see them.</param>
    /// <param name="Verdict">The verdict on which the fact-checkers agree.</param>
    /// <param name="Checks">The versions of the checks that support it.</param>
    /// <param name="Claimant">Who claims it.</param>
    /// <param name="ClaimantKind">Whether the claimant is a person or an organisation.</param>
    /// <param name="Rating">The rating.</param>
    /// <param name="Explanation">Why: Markdown.</param>
    /// <param name="Evidence">The public part of the evidence.</param>
    public sealed record FactCheckPublished(
        string Claim,
        Fingerprint Fingerprint,
        string Words,
        Verdict Verdict,
        ImmutableArray<long> Checks,
        string Claimant,
        ClaimantKind ClaimantKind,
        FactCheckRating Rating,
        string Explanation,
        ImmutableArray<PublicEvidence> Evidence
    ) : StoryEvent
    {
        /// <summary>Where the claim was made; null where no address was given.</summary>
        public string? ClaimUrl { get; init; }

        /// <summary>When the claim was made; null where no date was given.</summary>
        public DateOnly? ClaimDate { get; init; }
    }

    /// <summary>A public fact check was withdrawn from readers.</summary>
    /// <param name="Claim">The claim.</param>
    /// <param name="Fingerprint">The fingerprint of its words.</param>
    /// <param name="Cause">What ended it.</param>
    /// <param name="Reason">Why a person withdrew it; null for other causes.</param>
    public sealed record FactCheckWithdrawn(string Claim, Fingerprint Fingerprint, FactCheckEnd Cause, string? Reason) : StoryEvent;
}
