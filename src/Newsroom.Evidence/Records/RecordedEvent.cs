using Newsroom.Domain.Stories;

namespace Newsroom.Evidence.Records;

/// <summary>An event of a story with what the record adds to it.</summary>
/// <param name="Happened">The event.</param>
/// <param name="Stamp">When, by whom and as what, and the version it made.</param>
/// <param name="Cause">The command, such as <c>revise-article</c>; null where the record does not say.</param>
public sealed record RecordedEvent(StoryEvent Happened, EventMetadata Metadata, string? Cause);
