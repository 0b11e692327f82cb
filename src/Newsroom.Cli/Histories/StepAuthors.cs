using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Newsroom.Domain.Kernel;
using Newsroom.Domain.Stories.Decisions;
using Newsroom.Domain.Text;

namespace Newsroom.Cli.Histories;

/// <summary>Finds the authors of a change of a file: of a merge those of the versions merged, of a commit also its co-authors.</summary>
internal sealed class StepAuthors(FileTexts texts)
{
    // Of more text, or in more pieces, than this, all authors are named for all of the change.
    private const int MostCharacters = 64 * 1024 * 1024;
    private const int MostRanges = 10_000;

    private readonly Dictionary<string, GitPerson> people = new(StringComparer.Ordinal);

    /// <summary>Returns the authors as the newsroom takes them; null where the commit's author wrote all of it.</summary>
    /// <param name="step">The change.</param>
    /// <param name="before">The file before it, as the newsroom has it; null when it has none.</param>
    /// <param name="cancel">The end of reading.</param>
    public async Task<JsonObject?> Of(FileStep step, string? before, CancellationToken cancel)
    {
        people.Clear();
        var merger = Identities(step.Commit)[0];
        if (step.Blob is null)
        {
            var deleters = Identities(step.Deletion ?? step.Commit);
            return deleters is [var only] && only == merger ? null : Json(new Authorship(deleters));
        }

        if (step.Merged.Count == 0)
        {
            var authors = Identities(step.Commit);
            return authors.Length > 1 ? Json(new Authorship(authors)) : null;
        }

        var (versions, isWhole) = await Versions(step, cancel);
        var everyone = new Authorship([.. versions.Where(v => v.Parents.Length <= 1).SelectMany(v => v.Authors).DefaultIfEmpty(merger).Distinct()]);
        var found = isWhole ? ImportingAuthors.Of(before, versions, merger) : everyone;
        if (found?.Inserted?.Length > MostRanges || found?.Removed?.Length > MostRanges)
        {
            found = new Authorship(found.People);
        }

        return found is null ? null : Json(found);
    }

    /// <summary>The versions merged, after those of the branch that they were made from. A version that is no text is passed over, to its parents.</summary>
    private async Task<(ImmutableArray<FileVersion> Versions, bool IsWhole)> Versions(FileStep step, CancellationToken cancel)
    {
        var versions = ImmutableArray.CreateBuilder<FileVersion>();
        var places = new Dictionary<FileVersionNode, ImmutableArray<int>>();
        var characters = 0L;
        var old = step.Merged.SelectMany(v => v.Parents).Except(step.Merged).OrderBy(v => v.Order);
        foreach (var (node, isOld) in old.Select(v => (v, true)).Concat(step.Merged.Select(v => (v, false))))
        {
            ImmutableArray<int> parents = isOld ? [] : [.. node.Parents.SelectMany(p => places[p]).Distinct()];
            var text = characters > MostCharacters ? "" : (await texts.Read(node.Blob, cancel)).Text;
            if (text is null)
            {
                places[node] = parents;
                continue;
            }

            characters += text.Length;
            places[node] = [versions.Count];
            versions.Add(new FileVersion(text, isOld ? [] : Identities(node.Commit), parents));
        }

        return (versions.ToImmutable(), characters <= MostCharacters);
    }

    private ImmutableArray<string> Identities(GitCommit commit)
    {
        var identities = ImmutableArray.CreateBuilder<string>();
        foreach (var author in commit.Authors)
        {
            var identity = Importing.PersonOf(author.Name, author.Email);
            if (identities.Count > 0 && !Importing.CanKeepAuthor(identity))
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
        var json = new JsonObject
        {
            ["people"] = new JsonArray([.. authorship.People.Select(p => new JsonObject { ["name"] = people[p].Name, ["email"] = people[p].Email })]),
        };
        foreach (var (name, ranges) in new[] { ("inserted", authorship.Inserted), ("removed", authorship.Removed) })
        {
            if (ranges is { } given)
            {
                json[name] = new JsonArray([.. given.Select(r => new JsonObject
                {
                    ["field"] = r.Field.ToKebabCase(),
                    ["start"] = r.Range.Start,
                    ["end"] = r.Range.End,
                    ["by"] = new JsonArray([.. r.By.Select(by => (JsonNode)places[by])]),
                })]);
            }
        }

        return json;
    }
}
