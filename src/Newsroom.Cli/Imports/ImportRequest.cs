using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;

namespace Newsroom.Cli.Imports;

/// <summary>File changes that are sent in one request.</summary>
internal sealed class ImportRequest(string desk, string? language)
{
    private const int MaxBytes = 3 * 1024 * 1024;
    private const int MaxFiles = 100;
    private const int MaxChanges = 400;
    private const int MaxOtherOrigins = 1000;

    private readonly List<(ImportedFile File, JsonObject Change)> changes = [];
    private int bytes;

    /// <summary>Gets the number of changes.</summary>
    public int Changes => changes.Count;

    public bool IsFull => bytes >= MaxBytes || Changes >= MaxChanges || changes.DistinctBy(c => c.File.History.Origin).Count() >= MaxFiles;

    /// <param name="file">The file.</param>
    /// <param name="change">The change.</param>
    /// <param name="text">The file after it; null for a deletion.</param>
    /// <param name="authors">The authors of the words; null where the commit's author wrote them all.</param>
    public void Add(ImportedFile file, FileChange change, string? text, JsonObject? authors)
    {
        var commit = change.Commit;
        var json = new JsonObject
        {
            ["commit"] = commit.Id,
            ["at"] = commit.At.ToString("yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture),
            ["name"] = commit.Author.Name,
            ["email"] = commit.Author.Email,
            ["path"] = change.Path,
            ["text"] = text,
            ["message"] = commit.Message,
        };
        if (authors is not null)
        {
            json["authors"] = authors;
            bytes += Encoding.UTF8.GetByteCount(authors.ToJsonString());
        }

        changes.Add((file, json));
        bytes += text is null ? 0 : Encoding.UTF8.GetByteCount(text);
    }

    /// <summary>Splits the changes into two requests.</summary>
    public (ImportRequest First, ImportRequest Second) Split()
    {
        var (first, second) = (new ImportRequest(desk, language), new ImportRequest(desk, language));
        first.changes.AddRange(changes.Take(Changes / 2));
        second.changes.AddRange(changes.Skip(Changes / 2));
        return (first, second);
    }

    /// <summary>Returns the body; without changes, the server only checks the desk and the caller's role.</summary>
    public JsonObject ToJson()
    {
        var files = changes
            .GroupBy(c => c.File)
            .Select(file => new JsonObject
            {
                ["began"] = file.Key.History.Origin,
                ["also"] = new JsonArray([.. file.Key.History.OtherOrigins.Take(MaxOtherOrigins).Select(origin => (JsonNode)origin)]),
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
/// <param name="History">Its changes.</param>
/// <param name="Slug">The slug of its story.</param>
internal sealed record ImportedFile(FileHistory History, string Slug);
