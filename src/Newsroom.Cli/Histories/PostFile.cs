namespace Newsroom.Cli.Histories;

/// <summary>The files of a repository that are posts: by the ends of their names.</summary>
internal static class PostFile
{
    private static readonly string[] Extensions = [".md", ".markdown", ".mdx", ".html", ".htm"];

    /// <summary>Gets the ends of their names, for people.</summary>
    public static string Named => string.Join(", ", Extensions);

    /// <summary>Gets them as patterns for git, in any case of letters.</summary>
    public static IEnumerable<string> Pathspecs => Extensions.Select(e => $":(glob)**/*{string.Concat(e.Select(InAnyCase))}");

    /// <summary>Returns whether a name is a post's.</summary>
    public static bool Is(string path) => Extensions.Contains(Path.GetExtension(path), StringComparer.OrdinalIgnoreCase);

    private static string InAnyCase(char c) => c == '.' ? "." : $"[{c}{char.ToUpperInvariant(c)}]";
}
