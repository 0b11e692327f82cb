using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using Newsroom.Ledger;

namespace Newsroom.Evidence.Bundles;

/// <summary>A file of a bundle.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Sha256">64 lower-case hexadecimal digits.</param>
public sealed record ManifestFile(string Name, string Sha256);

/// <summary>What a bundle is of, and what is in it.</summary>
/// <param name="Format">How it is made; a verifier that knows another one says so.</param>
/// <param name="Story">The story.</param>
/// <param name="Version">Its last event in the bundle.</param>
/// <param name="Title">What it is called.</param>
/// <param name="Made">When the bundle was made.</param>
/// <param name="Since">The size of the earlier checkpoint that it proves consistency with; null for none.</param>
/// <param name="Files">Every other file.</param>
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
    /// <summary>The manifest's own file.</summary>
    public const string File = "manifest.json";

    /// <summary>The first format, in which every file has to be what the events make. It is verified, and not written any more.</summary>
    public const string First = "newsroom-bundle/1";

    /// <summary>The format this program writes.</summary>
    public const string Current = "newsroom-bundle/2";

    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        RespectNullableAnnotations = true,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    };

    /// <summary>The digests of files, by name.</summary>
    public static ImmutableArray<ManifestFile> Digests(IEnumerable<KeyValuePair<string, byte[]>> files) =>
        [
            .. files
                .Where(f => f.Key != File)
                .OrderBy(f => f.Key, StringComparer.Ordinal)
                .Select(f => new ManifestFile(f.Key, Convert.ToHexStringLower(SHA256.HashData(f.Value)))),
        ];

    /// <summary>Reads a manifest.</summary>
    /// <exception cref="FormatException">It is none, or of a format this program does not know.</exception>
    public static Manifest Read(byte[] file)
    {
        try
        {
            var format = JsonNode.Parse(file)?["format"]?.GetValue<string>();
            if (format is not (First or Current))
            {
                throw new FormatException($"This verifier reads {First} and {Current}, and the bundle says it is {format ?? "nothing"}.");
            }

            return JsonSerializer.Deserialize<Manifest>(file, Options) is { Files.IsDefault: false } manifest
                ? manifest
                : throw new FormatException("The manifest names no files.");
        }
        catch (Exception problem) when (problem is JsonException or InvalidOperationException or ArgumentException)
        {
            throw new FormatException($"The manifest cannot be read: {problem.Message}", problem);
        }
    }

    /// <summary>The manifest as a file: canonical JSON.</summary>
    public byte[] ToFile() => CanonicalJson.Of(JsonSerializer.SerializeToNode(this, Options));
}
