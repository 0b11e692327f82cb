using ArchUnitNET.Domain;

namespace Newsroom.Architecture.Tests;

/// <summary>Which folders of a project use which others, read from the compiled assembly. A folder is a namespace.</summary>
public sealed class FolderGraph
{
    private readonly Dictionary<string, Dictionary<string, List<string>>> uses = [];

    private FolderGraph() { }

    /// <summary>
    /// Reads the folders below a root namespace. Types without a namespace (Program) compose the others and are left out.
    /// </summary>
    public static FolderGraph Of(ArchUnitNET.Domain.Architecture architecture, string root)
    {
        var graph = new FolderGraph();
        foreach (var type in architecture.Types)
        {
            foreach (var target in type.Dependencies.Select(d => d.Target).OfType<IType>())
            {
                graph.Add(Folder(type, root), Folder(target, root), $"{type.Name} uses {target.Name}");
            }
        }

        return graph;
    }

    /// <summary>Lists the uses between two folders that reach each other, one line for each pair.</summary>
    public IReadOnlyList<string> Cycles() =>
        [
            .. from source in uses
            from target in source.Value
            where Reaches(target.Key, source.Key, [])
            orderby source.Key, target.Key
            select $"{source.Key} -> {target.Key}: {string.Join(", ", target.Value.Distinct().Order().Take(Shown))}",
        ];

    /// <summary>Whether a folder uses another directly.</summary>
    public IReadOnlyList<string> Uses(string source, string target) =>
        uses.TryGetValue(source, out var targets) && targets.TryGetValue(target, out var found) ? found : [];

    private static int Shown { get; } =
        int.Parse(Environment.GetEnvironmentVariable("NEWSROOM_USES_SHOWN") ?? "4", System.Globalization.CultureInfo.InvariantCulture);

    private static string Folder(IType type, string root) =>
        (type.Namespace?.FullName ?? "") switch
        {
            var name when name == root => ".",
            var name when name.StartsWith(root + ".", StringComparison.Ordinal) => name[(root.Length + 1)..],
            _ => "",
        };

    private void Add(string source, string target, string use)
    {
        if (source == target || source.Length == 0 || target.Length == 0)
        {
            return;
        }

        var targets = uses.TryGetValue(source, out var known) ? known : uses[source] = [];
        (targets.TryGetValue(target, out var found) ? found : targets[target] = []).Add(use);
    }

    private bool Reaches(string from, string to, HashSet<string> seen) =>
        from == to || (seen.Add(from) && uses.TryGetValue(from, out var targets) && targets.Keys.Any(next => Reaches(next, to, seen)));
}
