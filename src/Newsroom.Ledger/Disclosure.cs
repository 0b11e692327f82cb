using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Newsroom.Ledger;

/// <summary>An erasable part of an event, shown to who may see it.</summary>
/// <param name="Path">Where it is in the event's data, a JSON pointer.</param>
/// <param name="Salt">The salt it is committed to under.</param>
/// <param name="Value">What stands there.</param>
public sealed record DisclosedPart(string Path, ImmutableArray<byte> Salt, JsonNode? Value);

/// <summary>An event of the ledger, shown: what its entry is the commitment to, and the salt that makes it so.</summary>
/// <param name="Record">The event, with digests in the places of its erasable parts.</param>
/// <param name="Salt">The salt of the entry.</param>
/// <param name="Parts">The parts that are shown. Of the others there is the digest alone: they are erased, or withheld.</param>
public sealed record Disclosure(LedgerRecord Record, ImmutableArray<byte> Salt, ImmutableArray<DisclosedPart> Parts)
{
    /// <summary>The entry of the log that this event must be.</summary>
    public MerkleHash Entry => Record.Entry([.. Salt]);

    /// <summary>Reads what <see cref="ToJson"/> writes.</summary>
    /// <exception cref="FormatException">A member is missing, unknown or of another kind.</exception>
    public static Disclosure Read(JsonNode? json)
    {
        try
        {
            return json is JsonObject { Count: 3 } shown
                ? new Disclosure(LedgerRecord.Read(shown["record"]), SaltOf(shown["salt"]), [.. shown["parts"]!.AsArray().Select(PartOf)])
                : throw new FormatException("An event is shown with the members parts, record, salt.");
        }
        catch (Exception problem) when (problem is InvalidOperationException or NullReferenceException)
        {
            throw new FormatException(
                "An event is shown with the members parts, record, salt, and of each part path, salt, value.",
                problem
            );
        }
    }

    /// <summary>The disclosure as JSON.</summary>
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

    /// <summary>The event's data as it can be read: the parts shown in their places, and <see cref="ErasableParts.Mask"/> in those of the others.</summary>
    /// <exception cref="FormatException">A part shown is not the one committed to, or there is no such part.</exception>
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
                throw new FormatException($"{part.Path} is not what was recorded.");
            }

            ErasableParts.Replace(data, part.Path, part.Value?.DeepClone());
        }

        return data;
    }

    /// <summary>The parts of which there is the digest alone.</summary>
    public ImmutableArray<string> Hidden() =>
        [
            .. ErasableParts
                .In(Record.Type, Record.Data)
                .Where(path => ErasableParts.IsCommitted(ErasableParts.At(Record.Data, path), out _) && Parts.All(p => p.Path != path)),
        ];

    private static DisclosedPart PartOf(JsonNode? json) =>
        json is JsonObject { Count: 3 } part && part.ContainsKey("value")
            ? new DisclosedPart(part["path"]!.GetValue<string>(), SaltOf(part["salt"]), part["value"]?.DeepClone())
            : throw new FormatException("A part is shown with the members path, salt, value.");

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
            : throw new FormatException($"A salt is base64 of {Commitment.SaltLength} bytes.");
    }
}
