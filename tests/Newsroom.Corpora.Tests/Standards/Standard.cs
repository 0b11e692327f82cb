using System.Text.Json.Nodes;
using Newsroom.Api.Tests;

namespace Newsroom.Domain.Tests.Standards;

/// <summary>Schemas and vectors of standards, which lie beside the repository; a test that needs one is skipped with a message where it is absent.</summary>
internal static class Standard
{
    /// <summary>A file's path.</summary>
    public static string File(string name) => Material.Files($"standards/{Path.GetDirectoryName(name)}", Path.GetFileName(name))[0];

    /// <summary>A file of JSON.</summary>
    public static JsonNode Json(string name) => JsonNode.Parse(System.IO.File.ReadAllText(File(name)))!;
}
