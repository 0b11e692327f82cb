using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace Newsroom.Ledger;

/// <summary>
/// An event as the ledger commits to it: everything the record holds of it, with the digests of its erasable parts in their places. What is
/// public is only the commitment to it under a salt; the record itself is shown to who may see it.
/// </summary>
/// <param name="Sequence">Its place in the store's order, which may have gaps.</param>
/// <param name="Event">The event.</param>
/// <param name="Stream">Its stream: a story, or a thing beside stories.</param>
/// <param name="Version">Its place in the stream, from 1.</param>
/// <param name="Type">The name it is stored under.</param>
/// <param name="At">Recorded time, to the microsecond.</param>
/// <param name="By">Who did it: a pseudonym, <c>subject@issuer</c>.</param>
/// <param name="Cause">The command.</param>
/// <param name="Correlation">The request.</param>
/// <param name="Headers">What is recorded beside it, a JSON object; null when nothing is.</param>
/// <param name="Data">The event's data, a JSON object. Rows changed in the store by force can hold other JSON, even null.</param>
public sealed record LedgerRecord(
    long Sequence,
    Guid Event,
    Guid Stream,
    long Version,
    string Type,
    DateTimeOffset At,
    string? By,
    string? Cause,
    string? Correlation,
    JsonNode? Headers,
    JsonNode Data
)
{
    private const string TimeFormat = "yyyy-MM-dd'T'HH:mm:ss.ffffff'Z'";

    private static readonly JsonSerializerOptions Strict = new(JsonSerializerDefaults.Web)
    {
        NumberHandling = JsonNumberHandling.Strict,
        PropertyNameCaseInsensitive = false,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = false,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    };

    /// <summary>Reads a record.</summary>
    /// <exception cref="FormatException">A member is missing, unknown or of another kind.</exception>
    public static LedgerRecord Read(JsonNode? json)
    {
        try
        {
            return json.Deserialize<LedgerRecord>(Strict) is { Data: JsonObject } record
                ? record
                : throw new FormatException("A record has its data as an object.");
        }
        catch (JsonException problem)
        {
            throw new FormatException($"This is not a record of the ledger: {problem.Message}", problem);
        }
    }

    /// <summary>The record as JSON.</summary>
    public JsonObject ToJson()
    {
        var json = new JsonObject
        {
            ["at"] = At.UtcDateTime.ToString(TimeFormat, CultureInfo.InvariantCulture),
            ["data"] = Data?.DeepClone(),
            ["event"] = Event.ToString("D"),
            ["sequence"] = Sequence,
            ["stream"] = Stream.ToString("D"),
            ["type"] = Type,
            ["version"] = Version,
        };
        (string Name, JsonNode? Value)[] optional =
        [
            ("by", By),
            ("cause", Cause),
            ("correlation", Correlation),
            ("headers", Headers?.DeepClone()),
        ];
        foreach (var (name, value) in optional)
        {
            if (value is not null)
            {
                json[name] = value;
            }
        }

        return json;
    }

    /// <summary>The entry of the log: the commitment to this record.</summary>
    public MerkleHash Entry(byte[] salt) => Commitment.Of(salt, CanonicalJson.Of(ToJson()));

    /// <summary>The record of an event with digests in the places of its erasable parts.</summary>
    /// <exception cref="FormatException">The data has no such part.</exception>
    public LedgerRecord With(IEnumerable<CommittedPart> parts)
    {
        if (parts.ToList() is not { Count: > 0 } committed)
        {
            return this;
        }

        var data = Data?.DeepClone() ?? throw new FormatException($"Event {Event} has no data.");
        foreach (var part in committed)
        {
            ErasableParts.Replace(data, part.Path, ErasableParts.Committed(part.Digest));
        }

        return this with
        {
            Data = data,
        };
    }

    /// <summary>Commits to each erasable part of the event under a salt of its own.</summary>
    public ImmutableArray<CommittedPart> Commit() =>
        [.. ErasableParts.In(Type, Data).Select(path => CommittedPart.Of(path, Commitment.NewSalt(), ErasableParts.At(Data, path)))];
}

/// <summary>An erasable part of an event.</summary>
/// <param name="Path">Where it is in the event's data, a JSON pointer.</param>
/// <param name="Digest">The commitment to it, which stays.</param>
/// <param name="Salt">The salt; null once it is erased.</param>
public sealed record CommittedPart(string Path, MerkleHash Digest, byte[]? Salt)
{
    /// <summary>Commits to a value under a salt.</summary>
    public static CommittedPart Of(string path, byte[] salt, JsonNode? value) =>
        new(path, Commitment.Of(salt, CanonicalJson.Of(value)), salt);
}
