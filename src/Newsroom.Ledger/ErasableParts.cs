using System.Collections.Immutable;
using System.Text.Json.Nodes;

namespace Newsroom.Ledger;

/// <summary>
/// Lists the parts of events that can be erased by law. Each has a separate commitment and salt, so that erasure keeps the event and its
/// proofs valid. Published text is not erasable: a kill withdraws it from the public, and it is kept.
/// </summary>
public static class ErasableParts
{
    /// <summary>The text that replaces an erased value.</summary>
    public const string Erased = "erased";

    private const string Digest = "...";

    private static readonly Dictionary<string, (string Member, bool Each)> ByType = new()
    {
        ["fact_checked"] = ("evidence", true),
        ["fact_check_published"] = ("evidence", true),
        ["person_described"] = ("name", false),
        ["evidence_file_added"] = ("name", false),
        ["identity_sealed"] = ("sealed", false),
    };

    /// <summary>Lists the stored names of event types that have erasable parts.</summary>
    public static IReadOnlyCollection<string> Types => ByType.Keys;

    /// <summary>Returns the erasable parts of an event's data, as JSON pointers (RFC 6901).</summary>
    /// <remarks>Data of another shape, which no command appends, has none: the ledger commits to it as a whole.</remarks>
    public static ImmutableArray<string> In(string type, JsonNode data)
    {
        if (!ByType.TryGetValue(type, out var part) || (data as JsonObject)?[part.Member] is not { } value)
        {
            return [];
        }

        if (!part.Each)
        {
            return [$"/{part.Member}"];
        }

        return value is JsonArray pieces ? [.. pieces.Select((_, index) => $"/{part.Member}/{index}")] : [];
    }

    /// <summary>Returns the part at a pointer.</summary>
    /// <exception cref="FormatException">The part does not exist.</exception>
    public static JsonNode? At(JsonNode data, string path) =>
        Place(data, path) switch
        {
            (JsonObject parent, var name) => parent[name],
            (JsonArray parent, var index) => parent[int.Parse(index, System.Globalization.CultureInfo.InvariantCulture)],
            _ => throw Missing(path),
        };

    /// <summary>Replaces the part at a pointer.</summary>
    /// <exception cref="FormatException">The part does not exist.</exception>
    public static void Replace(JsonNode data, string path, JsonNode? value)
    {
        switch (Place(data, path))
        {
            case (JsonObject parent, var name):
                parent[name] = value;
                break;
            case (JsonArray parent, var index):
                parent[int.Parse(index, System.Globalization.CultureInfo.InvariantCulture)] = value;
                break;
        }
    }

    /// <summary>Returns the object that replaces a part in the committed record (as in RFC 9901): its digest.</summary>
    public static JsonNode Committed(MerkleHash digest) => new JsonObject { [Digest] = digest.ToString() };

    /// <summary>Reads the digest that replaces a part; false for any other value.</summary>
    public static bool IsCommitted(JsonNode? part, out MerkleHash digest)
    {
        digest = default;
        return part is JsonObject { Count: 1 } only
            && only[Digest] is JsonValue value
            && value.TryGetValue<string>(out var text)
            && MerkleHash.TryParse(text, out digest);
    }

    /// <summary>Returns the value that replaces an erased part in events of a type.</summary>
    public static JsonNode Mask(string type) =>
        type switch
        {
            "fact_checked" or "fact_check_published" => new JsonObject { ["kind"] = Erased, ["citation"] = Erased },
            "person_described" => JsonValue.Create("(name erased)"),
            "evidence_file_added" => JsonValue.Create("(file erased)"),
            _ => JsonValue.Create(Erased),
        };

    private static (JsonNode Parent, string Last) Place(JsonNode data, string path)
    {
        var steps = path.Split('/');
        JsonNode? at = data;
        foreach (var step in steps[1..^1])
        {
            at = (at as JsonObject)?[step];
        }

        return at switch
        {
            JsonObject parent when steps[0].Length == 0 && parent.ContainsKey(steps[^1]) => (parent, steps[^1]),
            JsonArray parent
                when int.TryParse(
                    steps[^1],
                    System.Globalization.NumberStyles.None,
                    System.Globalization.CultureInfo.InvariantCulture,
                    out var index
                )
                    && index < parent.Count => (parent, steps[^1]),
            _ => throw Missing(path),
        };
    }

    private static FormatException Missing(string path) => new($"There is no part at {path}.");
}
