using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using Newsroom.Ledger;

namespace Newsroom.Evidence.Bundles;

/// <summary>Names a file of a bundle.</summary>
/// <param name="Sha256">The SHA-256 digest: 64 lower-case hexadecimal digits.</param>
public sealed record ManifestFile(string Name, string Sha256);

/// <summary>Describes a bundle and its files.</summary>
/// <param name="Format">The format. Verifiers reject formats they do not know.</param>
/// <param name="Story">The story.</param>
/// <param name="Version">The version of the story's last event in the bundle.</param>
/// <param name="Title">The story's title.</param>
/// <param name="Made">The creation time.</param>
/// <param name="Since">The size of the earlier checkpoint of the consistency proof; null for none.</param>
/// <param name="Files">All other files.</param>
public sealed record Manifest(
    string Format,
    Guid Story,
    long Version,
    string Title,
    DateTimeOffset Made,
    long? Since,
    ImmutableArray<ManifestFile> Files
)
{
    /// <summary>The manifest's file name.</summary>
    public const string File = "manifest.json";

    /// <summary>Format 1, in which every file must follow from the events. Verified, but no longer written.</summary>
    public const string First = "newsroom-bundle/1";

    /// <summary>The format that is written.</summary>
    public const string Current = "newsroom-bundle/2";

    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        RespectNullableAnnotations = true,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    };

    /// <summary>Computes the digests of files, by name.</summary>
    public static ImmutableArray<ManifestFile> Digests(IEnumerable<KeyValuePair<string, byte[]>> files) =>
        [
            .. files
                .Where(f => f.Key != File)
                .OrderBy(f => f.Key, StringComparer.Ordinal)
                .Select(f => new ManifestFile(f.Key, Convert.ToHexStringLower(SHA256.HashData(f.Value)))),
        ];

    /// <summary>Parses a manifest.</summary>
    /// <exception cref="FormatException">The file is not a manifest, or has an unknown format.</exception>
    public static Manifest Read(byte[] file)
    {
        try
        {
            var format = JsonNode.Parse(file)?["format"]?.GetValue<string>();
            if (format is not (First or Current))
            {
                throw new FormatException($"This verifier reads {First} and {Current}; the bundle has the format {format ?? "(none)"}.");
            }

            return JsonSerializer.Deserialize<Manifest>(file, Options) is { Files.IsDefault: false } manifest
                ? manifest
                : throw new FormatException("The manifest must name files.");
        }
        catch (Exception problem) when (problem is JsonException or InvalidOperationException or ArgumentException)
        {
            throw new FormatException($"The manifest cannot be read: {problem.Message}", problem);
        }
    }

    /// <summary>Serializes the manifest as canonical JSON.</summary>
    public byte[] ToFile() => CanonicalJson.Of(JsonSerializer.SerializeToNode(this, Options));
}
