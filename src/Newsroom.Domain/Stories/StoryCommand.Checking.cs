using System.Collections.Immutable;
using Newsroom.Domain.Kernel;
using Newsroom.Domain.Text;

namespace Newsroom.Domain.Stories;

/// <content>Commands on checks of passages.</content>
public abstract partial record StoryCommand
{
    /// <summary>Give a verdict on a passage.</summary>
    public sealed record FactCheck(string Passage, Fingerprint Fingerprint, Verdict Verdict) : StoryCommand
    {
        /// <summary>The method of the check.</summary>
        public string? Method { get; init; }

        /// <summary>The evidence; required for verified.</summary>
        public ImmutableArray<EvidenceItem> Evidence { get; init; } = [];

        /// <summary>The reason; required for every other verdict.</summary>
        public string? Reason { get; init; }
    }

    /// <summary>Claim the check of a passage, so that others see who is checking it.</summary>
    public sealed record ClaimCheck(string Passage) : StoryCommand;

    /// <summary>Release the check of a passage that the caller claimed.</summary>
    public sealed record ReleaseCheck(string Passage) : StoryCommand;
}
