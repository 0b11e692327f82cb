namespace Newsroom.Api.Tests.Imports;

/// <summary>A post about a bridge, and the first commit of its history.</summary>
internal static class BridgeHistory
{
    public const string Text = "The bridge fell. Nobody was hurt.\n\nThe mayor came at noon.\n";

    /// <summary>The text after the first change.</summary>
    public const string Collapsed = "The bridge collapsed. Nobody was hurt.\n\nThe mayor came at noon.\n";

    /// <summary>Commits the post, and a file that is not a post.</summary>
    public static int Begin(GitHistory git, string path) =>
        git.Commit(GitAuthors.Jane, 1394600000, "Begin", [(path, GitHistory.Bytes(Text)), ("ann.txt", GitHistory.Bytes("Ann Berg"))]);
}
