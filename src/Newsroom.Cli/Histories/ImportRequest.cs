using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;

namespace Newsroom.Cli.Histories;

/// <summary>Changes of files that go to the newsroom at once.</summary>
internal sealed class ImportRequest(string desk, string? language)
{
    private const int MostBytes = 3 * 1024 * 1024;
    private const int MostFiles = 100;
    private const int MostChanges = 400;
    private const int MostNames = 1000;

    private readonly List<(ImportedFile File, JsonObject Change)> changes = [];
    private int bytes;

    /// <summary>Gets how many changes it has.</summary>
    public int Changes => changes.Count;

    /// <summary>Gets whether it should be sent.</summary>
    public bool IsFull => bytes >= MostBytes || Changes >= MostChanges || changes.DistinctBy(c => c.File.Steps.Began).Count() >= MostFiles;

    /// <summary>Adds a change.</summary>
    /// <param name="file">The file.</param>
    /// <param name="step">The change.</param>
    /// <param name="text">The file after it; null for a deletion.</param>
    /// <param name="authors">The authors of the words; null where the commit's author wrote them all.</param>
    public void Add(ImportedFile file, FileStep step, string? text, JsonObject? authors)
    {
        var commit = step.Commit;
        var change = new JsonObject
        {
            ["commit"] = commit.Id,
            ["at"] = commit.At.ToString("yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture),
            ["name"] = commit.Author.Name,
            ["email"] = commit.Author.Email,
            ["path"] = step.Path,
            ["text"] = text,
            ["message"] = commit.Message,
        };
        if (authors is not null)
        {
            change["authors"] = authors;
            bytes += Encoding.UTF8.GetByteCount(authors.ToJsonString());
        }

        changes.Add((file, change));
        bytes += text is null ? 0 : Encoding.UTF8.GetByteCount(text);
    }

    /// <summary>Returns the changes in two requests, for a newsroom to which one is too much.</summary>
    public (ImportRequest First, ImportRequest Second) Halves()
    {
        var (first, second) = (new ImportRequest(desk, language), new ImportRequest(desk, language));
        first.changes.AddRange(changes.Take(Changes / 2));
        second.changes.AddRange(changes.Skip(Changes / 2));
        return (first, second);
    }

    /// <summary>Returns the body; without changes it asks whether there is such a desk and the caller may import.</summary>
    public JsonObject Body()
    {
        var files = changes.GroupBy(c => c.File).Select(file => new JsonObject
        {
            ["began"] = file.Key.Steps.Began,
            ["also"] = new JsonArray([.. file.Key.Steps.Also.Take(MostNames).Select(name => (JsonNode)name)]),
            ["slug"] = file.Key.Slug,
            ["changes"] = new JsonArray([.. file.Select(c => c.Change.DeepClone())]),
        });
        var body = new JsonObject { ["desk"] = desk, ["files"] = new JsonArray([.. files]) };
        if (language is not null)
        {
            body["language"] = language;
        }

        return body;
    }
}

/// <summary>A file to import.</summary>
/// <param name="Steps">Its history.</param>
/// <param name="Slug">The slug its story should have.</param>
internal sealed record ImportedFile(FileSteps Steps, string Slug);
