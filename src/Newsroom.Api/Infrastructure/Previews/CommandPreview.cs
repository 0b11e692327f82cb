using System.Collections.Immutable;
using Newsroom.Domain.Kernel;
using Newsroom.Domain.People;
using Newsroom.Domain.Stories;

namespace Newsroom.Api.Infrastructure.Previews;

/// <summary>What a command would do: the response to a command with <c>Prefer: dry-run</c>. Nothing is stored.</summary>
/// <param name="Events">The events that it would append, in order.</param>
/// <param name="Effects">What would lapse, return, merge or change besides, as sentences.</param>
public sealed record CommandPreview(ImmutableArray<PreviewedEvent> Events, ImmutableArray<CommandEffect> Effects)
{
    /// <summary>Gets the story; null for a new one, and for commands that are not addressed to a story.</summary>
    public Guid? Story { get; init; }

    /// <summary>Gets the version that the story would have.</summary>
    public long? Version { get; init; }

    /// <summary>Gets the slug that a new story would have.</summary>
    public string? Slug { get; init; }

    /// <summary>Gets the revisions by others that the command would be merged with; null where there are none.</summary>
    public ImmutableArray<OtherRevision>? Merged { get; init; }

    /// <summary>Returns the preview with people's names in the sentences.</summary>
    public CommandPreview WithNames(PersonNames names) =>
        this with
        {
            Effects = [.. Effects.Select(e => e with { Sentence = names.Resolve(e.Sentence) })],
        };
}

/// <summary>An event that a command would append.</summary>
/// <param name="Type">Its storage name, such as <c>quote_attributed</c>.</param>
/// <param name="Version">The version that the story would have after it; null for other streams.</param>
/// <param name="Data">Its data.</param>
public sealed record PreviewedEvent(string Type, long? Version, object Data);
