using System.Text.Json.Nodes;
using Newsroom.Api.Tests;

namespace Newsroom.Domain.Tests.Standards;

/// <summary>Locates schemas and test vectors beside the repository; skips the test with a message if one is absent.</summary>
internal static class Standard
{
    public static string File(string name) => Corpus.Files($"standards/{Path.GetDirectoryName(name)}", Path.GetFileName(name))[0];

    public static JsonNode Json(string name) => JsonNode.Parse(System.IO.File.ReadAllText(File(name)))!;

    /// <summary>Returns the test vectors of a member: at least one.</summary>
    public static IReadOnlyList<JsonNode> Cases(this JsonNode file, string member)
    {
        var vectors = file[member]!.AsArray();
        vectors.ShouldNotBeEmpty(member);
        return [.. vectors.Select(vector => vector!)];
    }
}
