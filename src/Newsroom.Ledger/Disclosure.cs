using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Newsroom.Ledger;

/// <summary>Discloses an erasable part of an event.</summary>
/// <param name="Path">JSON pointer into the event's data.</param>
/// <param name="Salt">The salt of the commitment.</param>
/// <param name="Value">The value committed to.</param>
public sealed record DisclosedPart(string Path, ImmutableArray<byte> Salt, JsonNode? Value);

/// <summary>Discloses a ledger event: the committed record and the salt of its entry.</summary>
/// <param name="Record">The event, with digests in place of its erasable parts.</param>
/// <param name="Salt">The salt of the entry.</param>
/// <param name="Parts">The disclosed parts. The others, represented by their digests only, are erased or withheld.</param>
public sealed record Disclosure(LedgerRecord Record, ImmutableArray<byte> Salt, ImmutableArray<DisclosedPart> Parts)
{
    /// <summary>Computes the log entry that this event must have.</summary>
    public MerkleHash Entry => Record.Entry([.. Salt]);

    /// <summary>Parses what <see cref="ToJson"/> writes.</summary>
    /// <exception cref="FormatException">A member is missing, unknown or of the wrong kind.</exception>
    public static Disclosure Read(JsonNode? json)
    {
        try
        {
            return json is JsonObject { Count: 3 } shown && shown["parts"] is JsonArray parts
                ? new Disclosure(LedgerRecord.Read(shown["record"]), SaltOf(shown["salt"]), [.. parts.Select(PartOf)])
                : throw new FormatException("A disclosed event has the members parts, record, salt.");
        }
        catch (InvalidOperationException problem)
        {
            throw new FormatException("A disclosed event has the members parts, record, salt; each part has path, salt, value.", problem);
        }
    }

    /// <summary>Serializes the disclosure.</summary>
    public JsonObject ToJson() =>
        new()
        {
            ["parts"] = new JsonArray([
                .. Parts.Select(p => new JsonObject
                {
                    ["path"] = p.Path,
                    ["salt"] = Convert.ToBase64String(p.Salt.AsSpan()),
                    ["value"] = p.Value?.DeepClone(),
                }),
            ]),
            ["record"] = Record.ToJson(),
            ["salt"] = Convert.ToBase64String(Salt.AsSpan()),
        };

    /// <summary>Returns the event's data: disclosed parts restored, the others as <see cref="ErasableParts.Mask"/>.</summary>
    /// <exception cref="FormatException">A disclosed part does not match its digest, or does not exist.</exception>
    public JsonNode Data()
    {
        var data = Record.Data.DeepClone();
        foreach (var path in Hidden())
        {
            ErasableParts.Replace(data, path, ErasableParts.Mask(Record.Type));
        }

        foreach (var part in Parts)
        {
            if (
                !ErasableParts.IsCommitted(ErasableParts.At(Record.Data, part.Path), out var digest)
                || Commitment.Of([.. part.Salt], CanonicalJson.Of(part.Value)) != digest
            )
            {
                throw new FormatException($"{part.Path} does not match the digest recorded for it.");
            }

            ErasableParts.Replace(data, part.Path, part.Value?.DeepClone());
        }

        return data;
    }

    /// <summary>Lists the paths of parts represented by their digests only.</summary>
    public ImmutableArray<string> Hidden() =>
        [
            .. ErasableParts
                .In(Record.Type, Record.Data)
                .Where(path => ErasableParts.IsCommitted(ErasableParts.At(Record.Data, path), out _) && Parts.All(p => p.Path != path)),
        ];

    private static DisclosedPart PartOf(JsonNode? json) =>
        json is JsonObject { Count: 3 } part && part.ContainsKey("value") && part["path"] is JsonValue path
            ? new DisclosedPart(path.GetValue<string>(), SaltOf(part["salt"]), part["value"]?.DeepClone())
            : throw new FormatException("A disclosed part has the members path, salt, value.");

    private static ImmutableArray<byte> SaltOf(JsonNode? json)
    {
        var bytes = new byte[Commitment.SaltLength];
        return
            json is JsonValue value
            && value.TryGetValue<string>(out var text)
            && Convert.TryFromBase64String(text, bytes, out var length)
            && length == bytes.Length
            && Convert.ToBase64String(bytes) == text
            ? [.. bytes]
            : throw new FormatException($"A salt must be {Commitment.SaltLength} bytes in base64.");
    }
}
