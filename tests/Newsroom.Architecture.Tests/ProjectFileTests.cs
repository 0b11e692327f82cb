using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace Newsroom.Architecture.Tests;

/// <summary>Code is shared by reference, and the production image is built from the projects that the API needs.</summary>
public sealed partial class ProjectFileTests
{
    private static readonly Dictionary<string, XDocument> Projects = Directory
        .EnumerateFiles(Path.Combine(Repository.Root, "src"), "*.csproj", SearchOption.AllDirectories)
        .ToDictionary(file => Path.GetFileNameWithoutExtension(file), XDocument.Load);

    [Fact]
    public void No_project_compiles_a_file_of_another() =>
        Projects
            .SelectMany(project => Included(project.Value, "Compile").Select(file => $"{project.Key}: {file}"))
            .Where(file => file.Contains("..", StringComparison.Ordinal))
            .ShouldBeEmpty();

    [Fact]
    public void The_production_image_is_built_from_the_projects_that_the_API_needs()
    {
        var needed = new HashSet<string>();
        AddReferences("Newsroom.Api", needed);
        var dockerfile = File.ReadAllText(Path.Combine(Repository.Root, "ops", "Dockerfile"));

        CopiedProject().Matches(dockerfile).Select(copy => copy.Groups["name"].Value).ShouldBe(needed, ignoreOrder: true);
        CopiedFolder().Matches(dockerfile).Select(copy => copy.Groups["name"].Value).ShouldBe(needed, ignoreOrder: true);
    }

    [Fact]
    public void The_production_image_bundles_the_editor_as_a_build_does()
    {
        var dockerfile = File.ReadAllText(Path.Combine(Repository.Root, "ops", "Dockerfile"));
        var console = Projects["Newsroom.Console"];
        var build = dockerfile.IndexOf("AS build", StringComparison.Ordinal);
        var editor = dockerfile[dockerfile.IndexOf("AS editor", StringComparison.Ordinal)..build];

        // The sources of the bundle, and the options of both programs.
        var sources = Included(console, "EditorSource").Single().Split(';').Select(file => file.Replace('\\', '/')).ToList();
        sources.Count.ShouldBe(5);
        sources.ShouldAllBe(file => editor.Contains($"src/Newsroom.Console/{file}", StringComparison.Ordinal));
        var commands = string.Join(' ', console.Descendants("Exec").Select(exec => exec.Attribute("Command")!.Value));
        Option().Matches(commands).Select(option => option.Value).Where(option => !option.StartsWith("--outdir", StringComparison.Ordinal))
            .ShouldBe(
                Option().Matches(editor[editor.IndexOf("RUN", StringComparison.Ordinal)..])
                    .Select(option => option.Value)
                    .Where(option => !option.StartsWith("--outdir", StringComparison.Ordinal))
            );

        // An empty folder is copied too, so the image is built without the editor where npm installs nothing.
        dockerfile[build..].ShouldContain("COPY --from=editor /editor/bundle /editor\n");
        dockerfile[build..].ShouldContain("-p:EditorBundle=/editor\n");
        console.Descendants("Target").Single(target => target.Attribute("Name")!.Value == "BundleEditor").Attribute("Condition")!.Value
            .ShouldBe("'$(EditorBundle)' == ''");
        editor.ShouldContain("else echo \"The console's editor is a plain text field");
    }

    // The embedded server is left out of the image.
    private static void AddReferences(string project, HashSet<string> needed)
    {
        if (project != "Newsroom.EmbeddedPostgres" && needed.Add(project))
        {
            foreach (var reference in Included(Projects[project], "ProjectReference"))
            {
                AddReferences(Path.GetFileNameWithoutExtension(reference.Split('\\')[^1]), needed);
            }
        }
    }

    private static IEnumerable<string> Included(XDocument project, string item) =>
        project.Descendants(item).Select(element => element.Attribute("Include")?.Value).OfType<string>();

    [GeneratedRegex(@"--[a-z][a-z-]*(=[\w/.]+)?")]
    private static partial Regex Option();

    [GeneratedRegex(@"^COPY src/(?<name>[\w.]+)/\k<name>\.csproj src/\k<name>/\r?$", RegexOptions.Multiline)]
    private static partial Regex CopiedProject();

    [GeneratedRegex(@"^COPY src/(?<name>[\w.]+) src/\k<name>\r?$", RegexOptions.Multiline)]
    private static partial Regex CopiedFolder();
}
