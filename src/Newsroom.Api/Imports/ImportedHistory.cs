using System.Collections.Immutable;
using Newsroom.Domain.Desks;
using Newsroom.Domain.Kernel;
using Newsroom.Domain.Stories;
using Newsroom.Domain.Stories.Decisions;

namespace Newsroom.Api.Imports;

/// <summary>Collects the events of one file's import.</summary>
/// <param name="file">The submitted history.</param>
/// <param name="id">The story's id.</param>
/// <param name="before">The current story; null for a new one.</param>
/// <param name="recorded">The origins of the story's events.</param>
internal sealed class ImportedHistory(FileHistory file, Guid id, StorySnapshot? before, IReadOnlyList<StoredOrigin> recorded)
{
    private readonly ImmutableArray<SkippedChange>.Builder skipped = ImmutableArray.CreateBuilder<SkippedChange>();
    private readonly List<object> events = [];
    private StorySnapshot? at = before;
    private string path = "";
    private int importedBefore;
    private int imported;

    /// <summary>Gets the events to append.</summary>
    public IReadOnlyList<object> Events => events;

    /// <summary>Gets the result for the response.</summary>
    public ImportedFileResult Result =>
        new(file.Began, at is null ? null : id, at?.Story.Slug, at?.Story.Version ?? 0, importedBefore, imported, skipped.ToImmutable());

    /// <summary>Applies every new change.</summary>
    public void Apply(Desk desk, string? language, string slug, Actor actor)
    {
        foreach (var change in file.Changes.Skip(SkipImported()))
        {
            var what = ChangeOf(change);
            var decision = HasLaterWork()
                ? Refusal.Rule("worked-on-since", "People have changed the story since it was imported.")
                : StoryDecider.Decide(at, what, new ImportContext(desk, language, slug, path));
            if (decision is Decision<StoryEvent>.Refused { Refusal: var refusal })
            {
                skipped.Add(new SkippedChange(change.Commit, change.Path, refusal.Code, refusal.Detail));
                continue;
            }

            Evolve(((AcceptedStoryCommand)decision).Events, actor);
            path = what.Text is null ? path : what.Path;
            imported++;
        }
    }

    private static FileChange ChangeOf(ImportedChange change) =>
        new(
            change.Commit,
            change.At,
            ImportedNames.PersonOf(change.Name, change.Email),
            string.IsNullOrWhiteSpace(change.Message) ? null : change.Message.Trim(),
            change.Path,
            change.Text
        )
        {
            Authorship = change.Authors?.ToAuthorship(),
        };

    private void Evolve(ImmutableArray<StoryEvent> happened, Actor actor)
    {
        foreach (var e in happened)
        {
            at = StorySnapshot.Evolve(
                at,
                id,
                e,
                new EventMetadata((at?.Story.Version ?? 0) + 1, default, actor.Person, Role.Admin) { Origin = e.Origin }
            );
            events.Add(e);
        }
    }

    /// <summary>Skips the changes that the story already has, and reports again those that could not be kept.</summary>
    /// <returns>The number of skipped changes.</returns>
    private int SkipImported()
    {
        var commits = new HashSet<string>(StringComparer.Ordinal);
        foreach (var origin in recorded)
        {
            path = origin.Path ?? path;
            commits.UnionWith(origin.Commit is { } commit ? [commit] : []);
        }

        var passed = file.Changes.Select((change, index) => commits.Contains(change.Commit) ? index + 1 : 0).DefaultIfEmpty().Max();
        foreach (var change in file.Changes.Take(passed))
        {
            if (
                !commits.Contains(change.Commit)
                && change.Text is { } text
                && StoryDecider.RefuseImport(ChangeOf(change), text) is { } refusal
            )
            {
                skipped.Add(new SkippedChange(change.Commit, change.Path, refusal.Code, refusal.Detail));
            }
            else
            {
                importedBefore++;
            }
        }

        return passed;
    }

    private bool HasLaterWork() => recorded.Count > 0 && recorded[^1].Commit is null;
}
