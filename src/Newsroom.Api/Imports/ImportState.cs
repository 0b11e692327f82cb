using Marten;
using Newsroom.Domain.Desks;
using Newsroom.Domain.People;
using Newsroom.Domain.Stories;

namespace Newsroom.Api.Imports;

/// <summary>The candidates of an import that exist in the database.</summary>
/// <param name="Desk">The desk; null where it does not exist.</param>
/// <param name="Stories">The stories of earlier imports, by id.</param>
/// <param name="Origins">The origins of their events, in order.</param>
/// <param name="People">The ids of the authors who are described.</param>
/// <param name="TakenSlugs">The slugs that other stories have.</param>
internal sealed record ImportState(
    Desk? Desk,
    IReadOnlyDictionary<Guid, StorySnapshot> Stories,
    ILookup<Guid, StoredOrigin> Origins,
    IReadOnlySet<string> People,
    IReadOnlySet<string> TakenSlugs
)
{
    /// <summary>Reads it, in one round trip.</summary>
    public static async Task<ImportState> LoadAsync(
        IQuerySession session,
        string desk,
        ImportCandidates candidates,
        CancellationToken cancellationToken
    )
    {
        var (stories, slugs) = (candidates.Stories, candidates.Slugs);
        var batch = session.CreateBatchQuery();
        var loadingDesk = batch.Load<Desk>(desk);
        var loadingStories = batch.LoadMany<Story>().ById(stories);
        var loadingTexts = batch.LoadMany<StoryText>().ById(stories);
        var loadingOrigins = batch.AddItem(new StoredOriginsQuery(stories));
        var loadingPeople = batch.LoadMany<Person>().ByIdList(candidates.Authors.Keys);
        var loadingTaken = batch.Query<Story>().Where(s => slugs.Contains(s.Slug)).Select(s => s.Slug).ToList();
        await batch.Execute(cancellationToken);
        var texts = (await loadingTexts).ToDictionary(t => t.Id);
        return new ImportState(
            await loadingDesk,
            (await loadingStories).ToDictionary(s => s.Id, s => new StorySnapshot(s, texts[s.Id])),
            await loadingOrigins,
            (await loadingPeople).Select(p => p.Id).ToHashSet(StringComparer.Ordinal),
            (await loadingTaken).ToHashSet(StringComparer.Ordinal)
        );
    }
}
