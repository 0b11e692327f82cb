using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Newsroom.Ledger;

namespace Newsroom.Evidence.Replay;

/// <summary>An event of a bundle, with its place in the ledger.</summary>
/// <param name="Index">The leaf.</param>
/// <param name="Event">What it commits to, shown.</param>
public sealed record BundledEvent(long Index, Disclosure Event)
{
    /// <summary>The event itself.</summary>
    public LedgerRecord Record => Event.Record;

    /// <summary>The name of its proof's file.</summary>
    public string ProofFile => $"proofs/{Index:00000000}.tlog-proof";

    /// <summary>How people name it.</summary>
    public string Told => $"event {Record.Version} of {Record.Stream} ({Record.Type}, {Record.At.UtcDateTime:yyyy-MM-dd HH:mm:ss} UTC)";

    /// <summary>Reads a line of a bundle's events.</summary>
    /// <exception cref="FormatException">It is none, or not in canonical form.</exception>
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
                throw new FormatException("An event of a bundle has the members index, parts, record, salt.");
            }

            json.Remove("index");
            var read = new BundledEvent(leaf, Disclosure.Read(json));
            return read.ToLine() == line ? read : throw new FormatException("An event of a bundle is not in canonical form.");
        }
        catch (Exception problem) when (problem is JsonException or ArgumentException)
        {
            throw new FormatException($"A line of the bundle's events is not JSON as it can be hashed: {problem.Message}", problem);
        }
    }

    /// <summary>The event as a line: canonical JSON.</summary>
    public string ToLine()
    {
        var json = Event.ToJson();
        json["index"] = Index;
        return Encoding.UTF8.GetString(CanonicalJson.Of(json));
    }
}
