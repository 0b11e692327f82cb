using System.Text.Json.Nodes;

namespace Newsroom.Domain.Ledgers;

/// <summary>Placeholder until merged.</summary>
public static class Provenance
{
    /// <summary>Placeholder.</summary>
    public static JsonObject Of(Guid story, IReadOnlyList<RecordedEvent> history) => new() { ["story"] = story.ToString(), ["events"] = history.Count };
}
