using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Newsroom.Domain.Kernel;
using Newsroom.Domain.Stories;
using Newsroom.Domain.Stories.Decisions;
using Newsroom.Domain.Text;

namespace Newsroom.Cli.Imports;

/// <summary>Finds the authors of a file change: those of the commit, or those of the versions that it merges.</summary>
internal sealed class ChangeAuthors(FileTexts texts)
{
    // Above these limits, all authors are named for the whole change.
    private const int MaxCharacters = 64 * 1024 * 1024;
    private const int MaxRanges = 10_000;

    private readonly Dictionary<string, GitPerson> people = new(StringComparer.Ordinal);

    /// <summary>Returns the authors as the API expects them; null where the commit's author wrote all of it.</summary>
    /// <param name="change">The change.</param>
    /// <param name="before">The text that the server has before it; null when it has none.</param>
    /// <param name="cancellationToken">Cancels the reading.</param>
    public async Task<JsonObject?> FindAsync(FileChange change, string? before, CancellationToken cancellationToken)
    {
        people.Clear();
        var merger = Identities(change.Commit)[0];
        if (change.Blob is null)
        {
            var deleters = Identities(change.Deletion ?? change.Commit);
            return deleters is [var only] && only == merger ? null : Json(new Authorship(deleters));
        }

        if (change.Merged.Count == 0)
        {
            var authors = Identities(change.Commit);
            return authors.Length > 1 ? Json(new Authorship(authors)) : null;
        }

        var (versions, isWhole) = await ReadVersionsAsync(change, cancellationToken);
        var all = versions.Where(v => v.Parents.Length <= 1).SelectMany(v => v.Authors).DefaultIfEmpty(merger);
        var everyone = new Authorship([.. all.Distinct()]);
        var found = isWhole ? ImportingAuthors.Of(before, versions, merger) : everyone;
        if (found?.Inserted?.Length > MaxRanges || found?.Removed?.Length > MaxRanges)
        {
            found = new Authorship(found.People);
        }

        return found is null ? null : Json(found);
    }

    /// <summary>
    /// Reads the merged versions, after the branch versions that they were made from. A version without text is replaced by its parents.
    /// </summary>
    private async Task<(ImmutableArray<FileVersion> Versions, bool IsWhole)> ReadVersionsAsync(
        FileChange change,
        CancellationToken cancellationToken
    )
    {
        var versions = ImmutableArray.CreateBuilder<FileVersion>();
        var places = new Dictionary<FileVersionNode, ImmutableArray<int>>();
        var characters = 0L;
        var old = change.Merged.SelectMany(v => v.Parents).Except(change.Merged).OrderBy(v => v.Order);
        foreach (var (node, isOld) in old.Select(v => (v, true)).Concat(change.Merged.Select(v => (v, false))))
        {
            ImmutableArray<int> parents = isOld ? [] : [.. node.Parents.SelectMany(p => places[p]).Distinct()];
            var text = characters > MaxCharacters ? "" : (await texts.ReadAsync(node.Blob, cancellationToken)).Text;
            if (text is null)
            {
                places[node] = parents;
                continue;
            }

            characters += text.Length;
            places[node] = [versions.Count];
            versions.Add(new FileVersion(text, isOld ? [] : Identities(node.Commit), parents));
        }

        return (versions.ToImmutable(), characters <= MaxCharacters);
    }

    private ImmutableArray<string> Identities(GitCommit commit)
    {
        var identities = ImmutableArray.CreateBuilder<string>();
        foreach (var author in commit.Authors)
        {
            var identity = ImportedNames.PersonOf(author.Name, author.Email);
            if (identities.Count > 0 && !ImportedNames.CanKeepAuthor(identity))
            {
                continue;
            }

            people.TryAdd(identity, author);
            identities.Add(identity);
        }

        return [.. identities.Distinct()];
    }

    private JsonObject Json(Authorship authorship)
    {
        var places = authorship.People.Index().ToDictionary(p => p.Item, p => p.Index);
        var authors = authorship.People.Select(p => new JsonObject { ["name"] = people[p].Name, ["email"] = people[p].Email });
        var json = new JsonObject { ["people"] = new JsonArray([.. authors]) };
        foreach (var (name, ranges) in new[] { ("inserted", authorship.Inserted), ("removed", authorship.Removed) })
        {
            if (ranges is { } given)
            {
                json[name] = new JsonArray([
                    .. given.Select(r => new JsonObject
                    {
                        ["field"] = r.Field.ToKebabCase(),
                        ["start"] = r.Range.Start,
                        ["end"] = r.Range.End,
                        ["by"] = new JsonArray([.. r.By.Select(by => (JsonNode)places[by])]),
                    }),
                ]);
            }
        }

        return json;
    }
}
