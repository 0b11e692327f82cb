using System.Text.RegularExpressions;

namespace Newsroom.Architecture.Tests;

/// <summary>Compares pages of the repository with it: linked files and headings, paths, types and members.</summary>
public sealed partial class DocumentationTests
{
    private const int MaxColumns = 100;

    private static readonly string Root = Repository.Root;

    private static readonly string[] Files =
    [
        .. Directory
            .EnumerateFiles(Root, "*", new EnumerationOptions { RecurseSubdirectories = true, AttributesToSkip = FileAttributes.None })
            .Select(path => Path.GetRelativePath(Root, path).Replace('\\', '/'))
            .Where(path => !Generated().IsMatch(path)),
    ];

    private static readonly HashSet<string> CodeWords =
    [
        .. Files.Where(IsCode).SelectMany(file => Identifier().Matches(Read(file))).Select(word => word.Value),
    ];

    public static TheoryData<string> Pages => [.. Files.Where(IsPage)];

    /// <summary>Gets the pages that describe the code as it is. Decision records also name what a decision replaced.</summary>
    public static TheoryData<string> CurrentPages =>
        [.. Files.Where(file => IsPage(file) && !file.StartsWith("docs/adr/", StringComparison.Ordinal))];

    [Theory]
    [MemberData(nameof(Pages))]
    public void Every_relative_link_leads_to_a_file_and_a_heading(string page)
    {
        var links = Link().Matches(Prose(page)).Select(link => link.Groups["to"].Value);

        links.Where(link => !IsExternal(link) && !Leads(page, link)).ShouldBeEmpty();
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public void Every_path_exists(string page)
    {
        var paths = QuotedPath().Matches(Prose(page)).Select(path => path.Groups["path"].Value);

        paths.Where(path => !Exists(path)).ShouldBeEmpty();
    }

    [Theory]
    [MemberData(nameof(CurrentPages))]
    public void Every_type_and_member_exists(string page)
    {
        var names = QuotedName().Matches(Prose(page)).SelectMany(name => name.Groups["name"].Value.Split('.'));

        names.Distinct().Where(name => !CodeWords.Contains(name)).ShouldBeEmpty("Rename these, or leave them out.");
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public void Lines_of_prose_have_at_most_100_columns(string page)
    {
        var lines = Prose(page).Split('\n').Where(line => line.Length > MaxColumns && !IsWide().IsMatch(line));

        (IsMeasured(page) ? [] : lines).ShouldBeEmpty();
    }

    [Fact]
    public void The_index_lists_every_decision()
    {
        var index = Read("docs/adr/README.md");
        var decisions = Files.Where(file => Decision().IsMatch(file)).Select(Path.GetFileName).ToList();

        decisions.ShouldNotBeEmpty();
        decisions.Where(decision => !index.Contains($"({decision})", StringComparison.Ordinal)).ShouldBeEmpty();
    }

    [Fact]
    public void The_readme_is_short() => Read("README.md").Split('\n').Length.ShouldBeLessThanOrEqualTo(150);

    // The benchmarks write it.
    private static bool IsMeasured(string page) => page == "docs/performance.md";

    private static bool IsExternal(string link) => link.Contains("://", StringComparison.Ordinal);

    private static bool Leads(string page, string link)
    {
        var (path, heading) = link.Split('#') is [var before, var after] ? (before, after) : (link, null);
        var target = path.Length == 0 ? page : Normalised(Path.Combine(Path.GetDirectoryName(page)!, path));
        return Path.Exists(Path.Combine(Root, target))
            && (heading is null || Heading().Matches(Read(target)).Any(h => IsAnchorOf(heading, h.Groups["text"].Value)));
    }

    private static string Normalised(string path) => Path.GetRelativePath(Root, Path.GetFullPath(path, Root));

    // As GitHub makes anchors of headings.
    private static bool IsAnchorOf(string anchor, string heading) =>
        NotInAnchor().Replace(heading.Trim(), "").Replace(' ', '-').Equals(anchor, StringComparison.OrdinalIgnoreCase);

    // A path is of the repository or of one of its projects: src/Newsroom.Domain/Stories/Story.cs or Stories/Story.cs.
    private static bool Exists(string path) =>
        Path.Exists(Path.Combine(Root, path)) || Files.Any(file => file.EndsWith($"/{path}", StringComparison.Ordinal));

    private static string Prose(string page) => FencedBlock().Replace(Read(page), "");

    private static string Read(string file) => File.ReadAllText(Path.Combine(Root, file)).ReplaceLineEndings("\n");

    private static bool IsPage(string file) => Page().IsMatch(file);

    private static bool IsCode(string file) => Path.GetExtension(file) is ".cs" or ".csproj" or ".props" or ".yml";

    [GeneratedRegex(@"^([^/]+|(docs|ops)/.+|seeds/README)\.md$")]
    private static partial Regex Page();

    [GeneratedRegex(@"^docs/adr/\d{4}-[a-z0-9-]+\.md$")]
    private static partial Regex Decision();

    [GeneratedRegex("(^|/)(bin|obj|\\.git|\\.newsroom|node_modules)/")]
    private static partial Regex Generated();

    [GeneratedRegex(@"```.*?```", RegexOptions.Singleline)]
    private static partial Regex FencedBlock();

    [GeneratedRegex(@"\]\((?<to>[^)\s]+)\)")]
    private static partial Regex Link();

    [GeneratedRegex(@"^#+ (?<text>.+)$", RegexOptions.Multiline)]
    private static partial Regex Heading();

    /// <summary>Matches rows of tables and definitions of links.</summary>
    [GeneratedRegex(@"^(\||\[[^\]]+\]: )")]
    private static partial Regex IsWide();

    [GeneratedRegex(@"[^\w\- ]")]
    private static partial Regex NotInAnchor();

    [GeneratedRegex(@"`(?<path>(?:[\w.-]+/)+[\w.-]*\.(?:cs|md|json|csproj|sql|props|yml)|(?:src|tests|docs|ops)(?:/[\w.-]+)+)`")]
    private static partial Regex QuotedPath();

    // Two capitals at least: other words are also commands, headers and SQL.
    [GeneratedRegex(@"`(?<name>[A-Z][a-z0-9]+(?:[A-Z][A-Za-z0-9]*)+(?:\.[A-Z]\w+)*)[`(<]")]
    private static partial Regex QuotedName();

    [GeneratedRegex(@"\b[A-Z]\w+\b")]
    private static partial Regex Identifier();
}
