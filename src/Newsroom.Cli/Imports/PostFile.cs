namespace Newsroom.Cli.Imports;

/// <summary>Recognizes posts by the extensions of their names.</summary>
internal static class PostFile
{
    private static readonly string[] Extensions = [".md", ".markdown", ".mdx", ".html", ".htm"];

    public static string ExtensionList => string.Join(", ", Extensions);

    /// <summary>Gets the extensions as case-insensitive patterns for git.</summary>
    public static IEnumerable<string> Pathspecs => Extensions.Select(e => $":(glob)**/*{string.Concat(e.Select(AnyCase))}");

    public static bool IsPost(string path) => Extensions.Contains(Path.GetExtension(path), StringComparer.OrdinalIgnoreCase);

    private static string AnyCase(char c) => c == '.' ? "." : $"[{c}{char.ToUpperInvariant(c)}]";
}
