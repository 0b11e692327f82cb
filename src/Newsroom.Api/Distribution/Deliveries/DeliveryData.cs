using System.Text.Json.Serialization;
using Newsroom.Domain.Kernel;
using Newsroom.Domain.Stories;
using Newsroom.Formats;

namespace Newsroom.Api.Distribution.Deliveries;

/// <summary>What a subscriber is sent (CloudEvents 1.0.2, structured JSON).</summary>
/// <param name="Id">The id of the event in the record; with <paramref name="Source"/> unique.</param>
/// <param name="Source">The address of the publisher.</param>
/// <param name="Type">The type, such as <c>newsroom.story.published</c>.</param>
/// <param name="Subject">The id of the story.</param>
/// <param name="Time">When the event was recorded.</param>
/// <param name="Sequence">The position of the event in the record. It increases; numbers between are of other events.</param>
/// <param name="Data">The notice.</param>
public sealed record CloudEvent(
    string Id,
    string Source,
    string Type,
    string Subject,
    DateTimeOffset Time,
    string Sequence,
    DeliveryData Data
)
{
    /// <summary>Gets the version of the specification.</summary>
    [JsonPropertyName("specversion")]
    public string SpecVersion => "1.0";

    /// <summary>Gets the media type of the data.</summary>
    [JsonPropertyName("datacontenttype")]
    public string DataContentType => "application/json";

    /// <summary>Gets what the order of events is kept within: the story.</summary>
    [JsonPropertyName("partitionkey")]
    public string PartitionKey => Subject;
}

/// <summary>A notice of a story.</summary>
/// <param name="Story">The id of the story.</param>
/// <param name="Version">The version of the story that recorded the event.</param>
/// <param name="Slug">The slug.</param>
/// <param name="Url">The address of its page.</param>
/// <param name="Desk">The desk.</param>
/// <param name="Language">BCP 47.</param>
public sealed record DeliveryData(Guid Story, long Version, string Slug, string Url, string Desk, string Language)
{
    /// <summary>Gets the edition that the event published or is about.</summary>
    public required DeliveredEdition Edition { get; init; }

    /// <summary>Gets what readers have now: the story may have changed since the event.</summary>
    public required PublicationStatus Status { get; init; }

    /// <summary>Gets the notice that readers have in place of a retracted or killed story; null otherwise.</summary>
    public string? Notice { get; init; }

    /// <summary>Gets whether the subscriber has to acknowledge the notice.</summary>
    public bool AcknowledgementRequired { get; init; }

    /// <summary>Gets the edition in the subscriber's format.</summary>
    public required DeliveredContent Content { get; init; }

    /// <summary>Gets the fact check that was published, unless it was withdrawn since; null for other events.</summary>
    public PublishedFactCheck? FactCheck { get; init; }
}

/// <summary>An edition that a notice is of.</summary>
/// <param name="Number">From 1.</param>
/// <param name="Kind">The kind.</param>
/// <param name="At">When it was published.</param>
/// <param name="Note">The note to readers of a correction, clarification or editor's note; null otherwise.</param>
public sealed record DeliveredEdition(int Number, EditionKind Kind, DateTimeOffset At, string? Note);

/// <summary>An edition in the format of a subscriber.</summary>
/// <param name="Format">The format.</param>
/// <param name="State">Whether it is there, and why not.</param>
public sealed record DeliveredContent(string Format, DeliveredContentState State)
{
    /// <summary>Gets its media type; null where it is withdrawn or superseded.</summary>
    public string? MediaType { get; init; }

    /// <summary>Gets its address; null where it is withdrawn or superseded.</summary>
    public string? Url { get; init; }

    /// <summary>Gets its size in bytes; null where it is withdrawn or superseded.</summary>
    public int? Bytes { get; init; }

    /// <summary>Gets the SHA-256 digest of its bytes, hexadecimal; null where it is withdrawn or superseded.</summary>
    public string? Sha256 { get; init; }

    /// <summary>Gets its text; null unless it is included.</summary>
    public string? Text { get; init; }
}

/// <summary>Whether a notice has the edition.</summary>
[JsonConverter(typeof(KebabCaseEnumConverter<DeliveredContentState>))]
public enum DeliveredContentState
{
    /// <summary>The notice has its text.</summary>
    Included,

    /// <summary>It is too long for the notice: it is to be fetched from its address.</summary>
    Linked,

    /// <summary>A later edition replaced it, which has a notice of its own.</summary>
    Superseded,

    /// <summary>The story was taken down, so that there is no text to show.</summary>
    Withdrawn,
}
