using System.Collections.Immutable;
using Newsroom.Domain.Text;

namespace Newsroom.Domain.Stories;

/// <content>Commands on public fact checks.</content>
public abstract partial record StoryCommand
{
    /// <summary>Show readers the verdict on a claim of the live edition of a fact check.</summary>
    /// <param name="Claim">The claim.</param>
    /// <param name="Fingerprint">The fingerprint of its words.</param>
    /// <param name="Claimant">Who claims it: a name for readers.</param>
    /// <param name="Rating">A rating on the scale of the story's desk.</param>
    /// <param name="Explanation">Why: Markdown without raw HTML.</param>
    public sealed record PublishFactCheck(string Claim, Fingerprint Fingerprint, string Claimant, string Rating, string Explanation)
        : StoryCommand
    {
        /// <summary>Whether the claimant is a person or an organisation; a person by default.</summary>
        public ClaimantKind? ClaimantKind { get; init; }

        /// <summary>Where the claim was made: a web address; none by default.</summary>
        public string? ClaimUrl { get; init; }

        /// <summary>When the claim was made; none by default.</summary>
        public DateOnly? ClaimDate { get; init; }

        /// <summary>The evidence that readers see, of the checks that support the verdict; none by default.</summary>
        public ImmutableArray<EvidencePlace> Sources { get; init; } = [];
    }

    /// <summary>Withdraw the public fact check of a claim.</summary>
    /// <param name="Claim">The claim.</param>
    /// <param name="Reason">Why; staff see it.</param>
    public sealed record WithdrawFactCheck(string Claim, string Reason) : StoryCommand;
}
