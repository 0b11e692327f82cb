using Newsroom.Domain.Stories;

namespace Newsroom.Evidence.Records;

/// <summary>Combines a story event with its metadata.</summary>
/// <param name="Metadata">The time, the actor and role, and the version.</param>
/// <param name="Cause">The command, such as <c>revise-article</c>; null if unknown.</param>
public sealed record RecordedEvent(StoryEvent Happened, EventMetadata Metadata, string? Cause);
