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

/// <summary>States whether a story has a live edition.</summary>
[JsonConverter(typeof(KebabCaseEnumConverter<PublicationStatus>))]
public enum PublicationStatus
{
    /// <summary>Nothing was published.</summary>
    Unpublished,

    /// <summary>Readers see an edition.</summary>
    Live,
}

/// <summary>The published state of a story.</summary>
/// <param name="Status">Whether there is a live edition.</param>
/// <param name="Edition">The latest edition, from 1; 0 when there is none.</param>
/// <param name="Fingerprint">The published article's fingerprint; null when there is none.</param>
public readonly record struct Publication(PublicationStatus Status, int Edition, Fingerprint? Fingerprint = null);
