using System.Security.Cryptography;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Newsroom.Console.Pages;

/// <summary>The files that pages load, embedded in the assembly. The address of each changes with its content.</summary>
internal static class ConsoleFiles
{
    /// <summary>The module that keeps what is written in the editor.</summary>
    public const string Editor = "editor.js";

    /// <summary>The module that turns a selection into the words to mark.</summary>
    public const string Selection = "selection.js";

    /// <summary>The module with CodeMirror; a build without npm has none.</summary>
    public const string CodeMirror = "codemirror.js";

    /// <summary>The module that computes the digest of a large file; a build without npm has none.</summary>
    public const string Digests = "sha256.js";

    private static readonly Asset StyleSheet = Asset.Read("console.css", "text/css; charset=utf-8");

    private static readonly Asset Icon = Asset.Read("icon.svg", "image/svg+xml");

    private static readonly Dictionary<string, Asset> Modules = typeof(ConsoleFiles)
        .Assembly.GetManifestResourceNames()
        .Where(name => name.EndsWith(".js", StringComparison.Ordinal))
        .ToDictionary(name => name, name => Asset.Read(name, "text/javascript; charset=utf-8"));

    /// <summary>Gets whether the editor has CodeMirror; without it, it is a text field.</summary>
    public static bool HasCodeMirror => Modules.ContainsKey(CodeMirror);

    /// <summary>Gets the modules of the editor.</summary>
    public static IReadOnlyList<string> EditorModules => HasCodeMirror ? [Editor, CodeMirror] : [Editor];

    private static IEnumerable<Asset> All => [StyleSheet, Icon, .. Modules.Values];

    /// <summary>Returns the address of the style sheet.</summary>
    public static string StyleSheetAddress(string root) => StyleSheet.Address(root);

    /// <summary>Returns the address of the icon.</summary>
    public static string IconAddress(string root) => Icon.Address(root);

    /// <summary>Returns the address of the module for digests of large files; null where the build has none.</summary>
    public static string? DigestsAddress(string root) => Modules.GetValueOrDefault(Digests)?.Address(root);

    /// <summary>Returns the address of a module.</summary>
    public static string ModuleAddress(string root, string name) => Modules[name].Address(root);

    /// <summary>Returns whether a path is that of a file.</summary>
    public static bool Has(PathString path) => All.Any(asset => path == $"/{asset.Name}");

    public static void Map(IEndpointRouteBuilder endpoints)
    {
        foreach (var asset in All)
        {
            asset.Map(endpoints);
        }
    }

    private sealed record Asset(string Name, string Type, byte[] Content)
    {
        private readonly string version = Convert.ToHexStringLower(SHA256.HashData(Content))[..16];

        public static Asset Read(string name, string type)
        {
            using var resource = typeof(ConsoleFiles).Assembly.GetManifestResourceStream(name)!;
            using var content = new MemoryStream();
            resource.CopyTo(content);
            return new Asset(name, type, content.ToArray());
        }

        public string Address(string root) => $"{root}/{Name}?v={version}";

        public void Map(IEndpointRouteBuilder endpoints) =>
            endpoints
                .MapGet(
                    $"/{Name}",
                    (HttpContext http) =>
                    {
                        http.Response.Headers.CacheControl = "public, max-age=31536000, immutable";
                        return Results.Bytes(Content, Type);
                    }
                )
                .AllowAnonymous();
    }
}
