using System.Text.Json.Nodes;
using Newsroom.Domain.Kernel;

namespace Newsroom.Domain.Tests.Stories;

/// <summary>An event, and the JSON in which it is stored.</summary>
/// <param name="Name">The name that it is stored under.</param>
/// <param name="Event">The event.</param>
/// <param name="Json">Its JSON.</param>
public sealed record StoredEvent(string Name, StoryEvent Event, string Json);

/// <summary>The events of a story as databases have them: add members, and never rename one.</summary>
public static partial class StorageContract
{
    private static readonly Fingerprint Print = new(new string('0', 63) + "a");
    private static readonly Guid Linked = new("0198c0de-0000-7000-8000-000000000002");
    private static readonly Article Article = new("Bridge", "It falls.", "It *fell*.", "By Rita Moe", "HARBOUR");

    /// <summary>Gets every form of every event.</summary>
    public static IReadOnlyList<StoredEvent> All { get; } = [.. Texts(), .. Workflow(), .. Editions()];

    /// <summary>Gets the names of the events.</summary>
    public static IEnumerable<string> Names => All.Select(stored => stored.Name).Distinct();

    /// <summary>Returns the forms of an event: at least one.</summary>
    public static IReadOnlyList<StoredEvent> Of(string name)
    {
        var forms = All.Where(stored => stored.Name == name).ToList();
        forms.ShouldNotBeEmpty(name);
        return forms;
    }

    /// <summary>Returns the members that an event has in any form.</summary>
    public static IEnumerable<string> MembersOf(string name) =>
        Of(name).SelectMany(stored => JsonNode.Parse(stored.Json)!.AsObject().Select(member => member.Key)).Distinct();
}
