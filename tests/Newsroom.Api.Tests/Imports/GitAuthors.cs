namespace Newsroom.Api.Tests.Imports;

/// <summary>The authors of commits in tests.</summary>
internal static class GitAuthors
{
    public const string Jane = "Jane Doe <jane@example.org>";
    public const string Joe = "Joe Lund <joe@example.org>";
    public const string Ann = "Ann Berg <ann@example.org>";
    public const string Sue = "Sue Holm <sue@example.org>";
}
