using Newsroom.Api.Infrastructure.Persistence;
using Newsroom.Domain.Kernel;
using Newsroom.Domain.People;
using Newsroom.Domain.Stories;

namespace Newsroom.Api.Imports;

/// <summary>Lists the ids and slugs that an import may find or create, from its histories alone.</summary>
internal sealed class ImportCandidates
{
    private readonly Dictionary<string, Guid[]> stories;
    private readonly Dictionary<string, string[]> slugs;

    public ImportCandidates(ImportHistory command)
    {
        stories = command.Files.ToDictionary(f => f.Began, f => NamesOf(f).Select(name => StreamIds.Of("import", name)).ToArray());
        slugs = command.Files.ToDictionary(f => f.Began, f => SlugsOf(f).ToArray());
        Authors = command
            .Files.SelectMany(f => f.Changes)
            .SelectMany(c => (c.Authors?.People ?? []).Prepend(new ImportedAuthor(c.Name, c.Email)))
            .Select(a => new Person(ImportedNames.PersonOf(a.Name, a.Email), ImportedNames.NameOf(a.Name), []))
            .Where(p => ImportedNames.CanKeepAuthor(p.Id))
            .DistinctBy(p => p.Id)
            .ToDictionary(p => p.Id);
    }

    /// <summary>Gets the ids of all stories that earlier imports of the files may have started.</summary>
    public Guid[] Stories => [.. stories.Values.SelectMany(ids => ids).Distinct()];

    /// <summary>Gets the slugs that the files may get.</summary>
    public string[] Slugs => [.. slugs.Values.SelectMany(s => s).Distinct()];

    /// <summary>Gets the authors by id.</summary>
    public IReadOnlyDictionary<string, Person> Authors { get; }

    /// <summary>Returns the ids of the story that a file may have; a new story gets the first.</summary>
    public Guid[] StoriesOf(FileHistory file) => stories[file.Began];

    /// <summary>Returns the slugs that a new story of a file may get, the best first.</summary>
    public string[] SlugsFor(FileHistory file) => slugs[file.Began];

    /// <summary>
    /// Lists the names by which an import may have started the file's story. The first does not depend on the part of the repository that
    /// was read.
    /// </summary>
    private static IEnumerable<string> NamesOf(FileHistory file) => (file.Also.IsDefault ? [] : file.Also).Prepend(file.Began);

    /// <summary>Lists slugs for a file: the requested one, those that its first name suggests, and variants of them.</summary>
    private static IEnumerable<string> SlugsOf(FileHistory file)
    {
        var suggested = ImportedNames.SlugsOf(file.Changes[0].Path);
        var wanted = file.Slug ?? suggested[0];
        var stem = Slug.Stem(wanted);
        return
        [
            wanted,
            .. suggested.SkipWhile(slug => slug != wanted),
            .. Enumerable.Range(2, 8).Select(n => $"{stem}-{n}"),
            $"{stem}-{StreamIds.Of("slug", file.Began):N}"[..(stem.Length + 1 + Slug.SuffixLength)],
        ];
    }
}
