namespace Newsroom.Client.Subscribers;

/// <summary>A system outside the newsroom that receives notices of published stories.</summary>
/// <param name="Id">The subscriber's id.</param>
/// <param name="Name">The display name.</param>
/// <param name="Url">The address that notices are sent to.</param>
/// <param name="Desks">The desks whose stories it receives; empty for all.</param>
/// <param name="Languages">The languages that it receives; empty for all.</param>
/// <param name="Kinds">The kinds of notice that it receives; empty for all.</param>
/// <param name="Format">The format of editions.</param>
/// <param name="State">Active, paused or removed.</param>
/// <param name="PauseReason">The reason why it is paused; null where it is not.</param>
public sealed record SubscriberDetails(
    string Id,
    string Name,
    string Url,
    IReadOnlyList<string> Desks,
    IReadOnlyList<string> Languages,
    IReadOnlyList<string> Kinds,
    string Format,
    string State,
    string? PauseReason = null
)
{
    /// <summary>Gets what it receives, in words.</summary>
    public string Receives =>
        string.Join("; ", Listed("kinds", Kinds), Listed("desks", Desks), Listed("languages", Languages), Format);

    private static string Listed(string name, IReadOnlyList<string> items) => items.Count == 0 ? $"all {name}" : string.Join(", ", items);
}
