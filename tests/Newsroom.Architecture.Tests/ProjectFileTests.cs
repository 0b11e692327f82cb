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

    [GeneratedRegex(@"^COPY src/(?<name>[\w.]+)/\k<name>\.csproj src/\k<name>/\r?$", RegexOptions.Multiline)]
    private static partial Regex CopiedProject();

    [GeneratedRegex(@"^COPY src/(?<name>[\w.]+) src/\k<name>\r?$", RegexOptions.Multiline)]
    private static partial Regex CopiedFolder();
}
