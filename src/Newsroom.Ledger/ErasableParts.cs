using System.Collections.Immutable;
using System.Text.Json.Nodes;

namespace Newsroom.Ledger;

/// <summary>
/// The parts of events that the law may ask a newsroom to forget. Each is committed to under a salt of its own, so that it can go while its event,
/// and every proof, stays. Published words are not among them: they are taken from the public by kill, and kept.
/// </summary>
public static class ErasableParts
{
    /// <summary>What stands in the place of something that was erased.</summary>
    public const string Erased = "erased";

    private const string Digest = "...";

    private static readonly Dictionary<string, (string Member, bool Each)> ByType = new()
    {
        ["fact_checked"] = ("evidence", true),
        ["person_described"] = ("name", false),
        ["identity_sealed"] = ("sealed", false),
    };

    /// <summary>The types of events that have such parts, by their storage names.</summary>
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

    /// <summary>The part at a pointer.</summary>
    /// <exception cref="FormatException">There is none.</exception>
    public static JsonNode? At(JsonNode data, string path) =>
        Place(data, path) switch
        {
            (JsonObject parent, var name) => parent[name],
            (JsonArray parent, var index) => parent[int.Parse(index, System.Globalization.CultureInfo.InvariantCulture)],
            _ => throw Missing(path),
        };

    /// <summary>Puts something in the place of a part.</summary>
    /// <exception cref="FormatException">There is no such part.</exception>
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

    /// <summary>What stands for a part in the record that is committed to (as in RFC 9901): its digest.</summary>
    public static JsonNode Committed(MerkleHash digest) => new JsonObject { [Digest] = digest.ToString() };

    /// <summary>The digest that stands for a part; false where something else stands there.</summary>
    public static bool IsCommitted(JsonNode? part, out MerkleHash digest)
    {
        digest = default;
        return part is JsonObject { Count: 1 } only
            && only[Digest] is JsonValue value
            && value.TryGetValue<string>(out var text)
            && MerkleHash.TryParse(text, out digest);
    }

    /// <summary>What an event of this type is kept and read with once a part of it is erased.</summary>
    public static JsonNode Mask(string type) =>
        type switch
        {
            "fact_checked" => new JsonObject { ["kind"] = Erased, ["citation"] = Erased },
            "person_described" => JsonValue.Create("(name erased)"),
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

    private static FormatException Missing(string path) => new($"There is nothing at {path}.");
}
