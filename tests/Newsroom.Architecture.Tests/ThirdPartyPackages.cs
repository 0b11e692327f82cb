using System.Text.Json.Nodes;
using System.Xml.Linq;

namespace Newsroom.Architecture.Tests;

/// <summary>A package that the programs of the project are distributed with.</summary>
/// <param name="Name">Its name.</param>
/// <param name="License">The SPDX expression of its license, or what its manifest has instead.</param>
/// <param name="Authors">Its authors, as its manifest names them.</param>
internal sealed record ThirdPartyPackage(string Name, string License, string Authors);

/// <summary>Reads the packages from what NuGet restored and from the lock file of npm.</summary>
internal static class ThirdPartyPackages
{
    private static readonly string Lock = Path.Combine(Repository.Root, "src", "Newsroom.Console", "editor", "package-lock.json");

    /// <summary>Returns the packages of NuGet that have an assembly at run time, of all projects in <c>src</c>, by name.</summary>
    public static IReadOnlyList<ThirdPartyPackage> OfNuGet() =>
        [
            .. Directory
                .EnumerateDirectories(Path.Combine(Repository.Root, "src"))
                .SelectMany(project => Restored(Path.Combine(project, "obj", "project.assets.json")))
                .DistinctBy(package => package.Name)
                .OrderBy(package => package.Name, StringComparer.OrdinalIgnoreCase),
        ];

    /// <summary>Returns the packages of npm that are bundled into the editor, by name.</summary>
    public static IReadOnlyList<ThirdPartyPackage> OfNpm() =>
        [
            .. JsonNode
                .Parse(File.ReadAllText(Lock))!["packages"]!.AsObject()
                .Where(package => package.Key.Length > 0 && package.Value!["dev"] is null)
                .Select(package => new ThirdPartyPackage(
                    package.Key.Split("node_modules/")[^1],
                    package.Value!["license"]?.GetValue<string>() ?? "none stated",
                    ""
                ))
                .OrderBy(package => package.Name, StringComparer.Ordinal),
        ];

    private static IEnumerable<ThirdPartyPackage> Restored(string assets)
    {
        var read = JsonNode.Parse(File.ReadAllText(assets))!;
        var folders = read["packageFolders"]!.AsObject().Select(folder => folder.Key).ToList();
        foreach (var (id, package) in read["targets"]!.AsObject().SelectMany(target => target.Value!.AsObject()))
        {
            if (package!["type"]!.GetValue<string>() == "package" && HasAssembly(package["runtime"]))
            {
                var folder = read["libraries"]![id]!["path"]!.GetValue<string>();
                var name = id.Split('/')[0];
                yield return Read(name, folders.Select(root => Path.Combine(root, folder)).First(Directory.Exists));
            }
        }
    }

    private static string NameOf(string license) =>
        license.Contains("Permission is hereby granted, free of charge, to any person", StringComparison.Ordinal)
            ? "MIT"
            : license.Split('\n')[0].Trim();

    private static bool HasAssembly(JsonNode? runtime) =>
        runtime?.AsObject().Any(file => !file.Key.EndsWith("_._", StringComparison.Ordinal)) == true;

    private static ThirdPartyPackage Read(string name, string folder)
    {
        var manifest = XDocument.Load(Directory.EnumerateFiles(folder, "*.nuspec").Single()).Root!.Elements().First();
        var license = Element("license") switch
        {
            { } stated when stated.Attribute("type")?.Value == "expression" => stated.Value,
            { } file => NameOf(File.ReadAllText(Path.Combine(folder, file.Value))),
            null => Element("licenseUrl")?.Value ?? "none stated",
        };
        return new ThirdPartyPackage(name, license, Element("authors")?.Value.Trim() ?? "");

        XElement? Element(string local) => manifest.Elements().FirstOrDefault(element => element.Name.LocalName == local);
    }
}
