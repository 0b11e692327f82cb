using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Newsroom.Domain.Kernel;
using Newsroom.Domain.Stories;
using Newsroom.Domain.Stories.Decisions;

namespace Newsroom.Api.Stories.Commands;

/// <summary>The result of an accepted command, or of its preview.</summary>
/// <param name="Story">The story; null in the preview of a command that would start one.</param>
/// <param name="Version">The version of the story, which is also the ETag; in a preview, the version that the story would have.</param>
/// <param name="Slug">The slug, where the command set it.</param>
/// <param name="Events">
/// The appended events, in order: the requested change, then its effects. Empty where others had saved the same change. In a preview, the
/// events that the command would append.
/// </param>
/// <param name="Merged">The revisions by others that the command was merged with; null where there were none.</param>
public sealed record CommandResult(
    Guid? Story,
    long Version,
    string? Slug,
    ImmutableArray<AppendedEvent> Events,
    ImmutableArray<OtherRevision>? Merged
)
{
    /// <summary>Gets what would lapse, return, merge or change besides, as sentences; only in a preview.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public ImmutableArray<CommandEffect>? Effects { get; init; }

    /// <summary>Creates the result of a decision that brought a story to <paramref name="version"/>.</summary>
    public static CommandResult Of(Guid? story, long version, AcceptedStoryCommand accepted) =>
        new(
            story,
            version,
            accepted.Events.OfType<StoryEvent.StoryDrafted>().FirstOrDefault()?.Slug,
            [
                .. accepted.Events.Select(
                    (e, i) => new AppendedEvent(StoryEvents.NameOf(e.GetType()), version - accepted.Events.Length + i + 1, e)
                ),
            ],
            accepted.MergedOver.IsEmpty ? null : accepted.MergedOver
        );
}

/// <summary>An appended event.</summary>
/// <param name="Type">Its storage name, such as <c>quote_attributed</c>.</param>
/// <param name="Version">The version of the story after it.</param>
/// <param name="Data">Its data.</param>
public sealed record AppendedEvent(string Type, long Version, StoryEvent Data);
