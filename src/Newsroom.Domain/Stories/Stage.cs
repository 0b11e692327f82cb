using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Newsroom.Domain.Kernel;
using Newsroom.Domain.Stories.Decisions;
using Newsroom.Domain.Text;

namespace Newsroom.Domain.Stories;

/// <summary>Stages of the working copy. Ready is not stored: it means in review with every gate passed or waived.</summary>
[JsonConverter(typeof(KebabCaseEnumConverter<Stage>))]
public enum Stage
{
    /// <summary>Being written.</summary>
    Drafting,

    /// <summary>Being read by others.</summary>
    InReview,

    /// <summary>Spiked.</summary>
    Spiked,
}

/// <summary>States in which a story accepts only a few commands.</summary>
[JsonConverter(typeof(KebabCaseEnumConverter<ClosedState>))]
public enum ClosedState
{
    /// <summary>Spiked; it can be unspiked.</summary>
    Spiked,

    /// <summary>Retracted. This is final.</summary>
    Retracted,

    /// <summary>Killed. This is final.</summary>
    Killed,
}

/// <summary>What readers have of a story.</summary>
[JsonConverter(typeof(KebabCaseEnumConverter<PublicationStatus>))]
public enum PublicationStatus
{
    /// <summary>Nothing was published.</summary>
    Unpublished,

    /// <summary>Readers see an edition.</summary>
    Live,

    /// <summary>Nothing until the edition is released.</summary>
    Withheld,

    /// <summary>A notice in place of the article. Only a kill follows.</summary>
    Retracted,

    /// <summary>Only a notice that it is gone. This is final.</summary>
    Killed,
}

/// <summary>The published state of a story.</summary>
/// <param name="Status">What readers have.</param>
/// <param name="Edition">The latest edition, from 1; 0 when there is none.</param>
/// <param name="Fingerprint">The published article's fingerprint; null when there is none.</param>
public readonly record struct Publication(PublicationStatus Status, int Edition, Fingerprint? Fingerprint = null)
{
    /// <summary>Gets who withheld the edition; null unless it is withheld.</summary>
    public Withholding? Withheld { get; init; }

    /// <summary>Gets the claims in the latest edition of a fact check; null where that edition is none.</summary>
    public ImmutableArray<PassageFingerprint>? Claims { get; init; }
}

/// <summary>Who withheld an edition.</summary>
/// <param name="As">The role: what legal withheld, legal releases.</param>
/// <param name="By">The person.</param>
/// <param name="Reason">Why.</param>
/// <param name="At">When.</param>
public sealed record Withholding(Role As, string By, string Reason, DateTimeOffset At);
