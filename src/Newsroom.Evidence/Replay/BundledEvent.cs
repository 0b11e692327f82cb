using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Newsroom.Ledger;

namespace Newsroom.Evidence.Replay;

/// <summary>Represents an event of a bundle, with its index in the ledger.</summary>
/// <param name="Index">The index of the leaf.</param>
/// <param name="Event">The disclosed event.</param>
public sealed record BundledEvent(long Index, Disclosure Event)
{
    /// <summary>Gets the record.</summary>
    public LedgerRecord Record => Event.Record;

    /// <summary>Gets the file name of its proof.</summary>
    public string ProofFile => $"proofs/{Index:00000000}.tlog-proof";

    /// <summary>Describes the event for messages.</summary>
    public string Description =>
        $"event {Record.Version} of {Record.Stream} ({Record.Type}, {Record.At.UtcDateTime:yyyy-MM-dd HH:mm:ss} UTC)";

    /// <summary>Parses a line of <c>events.jsonl</c>.</summary>
    /// <exception cref="FormatException">The line is not an event, or is not in canonical form.</exception>
    public static BundledEvent Read(string line)
    {
        try
        {
            if (
                JsonNode.Parse(line) is not JsonObject { Count: 4 } json
                || json["index"] is not JsonValue index
                || !index.TryGetValue<long>(out var leaf)
                || leaf < 0
            )
            {
                throw new FormatException("An event of a bundle must have the members index, parts, record, salt.");
            }

            json.Remove("index");
            var read = new BundledEvent(leaf, Disclosure.Read(json));
            return read.ToLine() == line ? read : throw new FormatException("An event of a bundle is not in canonical form.");
        }
        catch (Exception problem) when (problem is JsonException or ArgumentException)
        {
            throw new FormatException($"A line of the bundle's events cannot be canonicalized as JSON: {problem.Message}", problem);
        }
    }

    /// <summary>Serializes the event as a line of canonical JSON.</summary>
    public string ToLine()
    {
        var json = Event.ToJson();
        json["index"] = Index;
        return Encoding.UTF8.GetString(CanonicalJson.Of(json));
    }
}
