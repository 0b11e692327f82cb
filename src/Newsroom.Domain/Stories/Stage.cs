using System.Text.Json.Serialization;
using Newsroom.Domain.Kernel;
using Newsroom.Domain.Stories.Decisions;
using Newsroom.Domain.Text;

namespace Newsroom.Domain.Stories;

/// <summary>Where the working copy stands. Ready is not stored: it means in review and every gate holds.</summary>
[JsonConverter(typeof(KebabCaseEnumConverter<Stage>))]
public enum Stage
{
    /// <summary>Being written.</summary>
    Drafting,

    /// <summary>Being read by others.</summary>
    InReview,

    /// <summary>Will not run.</summary>
    Spiked,
}

/// <summary>What readers have.</summary>
[JsonConverter(typeof(KebabCaseEnumConverter<PublicationStatus>))]
public enum PublicationStatus
{
    /// <summary>Nothing.</summary>
    Unpublished,

    /// <summary>An edition.</summary>
    Live,
}

/// <summary>Whether and as which edition the story is out.</summary>
/// <param name="Status">What readers have.</param>
/// <param name="Edition">The latest edition, from 1; 0 when there is none.</param>
/// <param name="Fingerprint">Over the article readers have; null when they have none.</param>
public readonly record struct Publication(PublicationStatus Status, int Edition, Fingerprint? Fingerprint = null);
