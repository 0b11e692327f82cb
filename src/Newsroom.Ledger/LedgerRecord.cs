using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace Newsroom.Ledger;

/// <summary>
/// Represents an event as committed to by the ledger, with digests in place of its erasable parts. Only the salted commitment to it is
/// public; the record itself is disclosed to authorized readers.
/// </summary>
/// <param name="Sequence">The event's global sequence number; gaps are possible.</param>
/// <param name="Event">The event's id.</param>
/// <param name="Stream">The stream's id.</param>
/// <param name="Version">The event's version in the stream, from 1.</param>
/// <param name="Type">The stored name of the event type.</param>
/// <param name="At">The recording time, in microseconds.</param>
/// <param name="By">The actor: a pseudonym, <c>subject@issuer</c>.</param>
/// <param name="Cause">The command's name.</param>
/// <param name="Correlation">The request's id.</param>
/// <param name="Headers">The event's metadata as a JSON object; null if there are none.</param>
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

    /// <summary>Parses a record.</summary>
    /// <exception cref="FormatException">A member is missing, unknown or of the wrong kind.</exception>
    public static LedgerRecord Read(JsonNode? json)
    {
        try
        {
            return json.Deserialize<LedgerRecord>(Strict) is { Data: JsonObject } record
                ? record
                : throw new FormatException("The data of a record must be an object.");
        }
        catch (JsonException problem)
        {
            throw new FormatException($"Not a ledger record: {problem.Message}", problem);
        }
    }

    /// <summary>Serializes the record.</summary>
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

    /// <summary>Computes the log entry: the commitment to this record.</summary>
    public MerkleHash Entry(byte[] salt) => Commitment.Of(salt, CanonicalJson.Of(ToJson()));

    /// <summary>Returns the record with digests in place of erasable parts.</summary>
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

    /// <summary>Commits to each erasable part of the event under a new salt.</summary>
    public ImmutableArray<CommittedPart> Commit() =>
        [.. ErasableParts.In(Type, Data).Select(path => CommittedPart.Of(path, Commitment.NewSalt(), ErasableParts.At(Data, path)))];
}

/// <summary>Commits to an erasable part of an event.</summary>
/// <param name="Path">JSON pointer into the event's data.</param>
/// <param name="Digest">The commitment; kept after erasure.</param>
/// <param name="Salt">The salt; null after erasure.</param>
public sealed record CommittedPart(string Path, MerkleHash Digest, byte[]? Salt)
{
    /// <summary>Commits to a value under a salt.</summary>
    public static CommittedPart Of(string path, byte[] salt, JsonNode? value) =>
        new(path, Commitment.Of(salt, CanonicalJson.Of(value)), salt);
}
