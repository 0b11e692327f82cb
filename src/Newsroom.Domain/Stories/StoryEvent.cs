using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Newsroom.Domain.Kernel;
using Newsroom.Domain.Text;

namespace Newsroom.Domain.Stories;

/// <summary>
/// An event of a story's stream. This closed list is the storage contract: each event is stored under its name in <see
/// cref="StoryEvents"/>. Members are added, never renamed or removed. Time, actor and role are in <see cref="EventMetadata"/>.
/// </summary>
public abstract partial record StoryEvent
{
    private StoryEvent() { }

    /// <summary>The source of an imported event; null for an event recorded when it happened.</summary>
    public Origin? Origin { get; init; }
}

/// <summary>A passage's fingerprint in an edition.</summary>
/// <param name="Passage">The passage's id.</param>
/// <param name="Fingerprint">Its fingerprint in that edition.</param>
public readonly record struct PassageFingerprint(string Passage, Fingerprint Fingerprint);

/// <summary>Kinds of editions.</summary>
[JsonConverter(typeof(KebabCaseEnumConverter<EditionKind>))]
public enum EditionKind
{
    /// <summary>Edition 1.</summary>
    First,

    /// <summary>An edition with new facts.</summary>
    Update,

    /// <summary>An edition without a change of words.</summary>
    Refile,

    /// <summary>A fact was wrong; needs a note.</summary>
    Correction,

    /// <summary>Words could be misunderstood; needs a note.</summary>
    Clarification,

    /// <summary>A note on unchanged words.</summary>
    EditorsNote,
}

/// <summary>The event types of a story and their storage names.</summary>
public static class StoryEvents
{
    /// <summary>Every event type with its storage name: the type name in snake case.</summary>
    public static ImmutableSortedDictionary<string, Type> ByName { get; } =
        typeof(StoryEvent)
            .GetNestedTypes()
            .Where(t => !t.IsAbstract && t.IsSubclassOf(typeof(StoryEvent)))
            .ToImmutableSortedDictionary(NameOf, t => t, StringComparer.Ordinal);

    /// <summary>Returns the storage name of an event type: <c>QuoteAttributed</c> is <c>quote_attributed</c>.</summary>
    public static string NameOf(Type type) => System.Text.Json.JsonNamingPolicy.SnakeCaseLower.ConvertName(type.Name);
}
