using Marten;
using Newsroom.Api.Desks;
using Newsroom.Domain.Gates;
using Newsroom.Domain.Stories;

namespace Newsroom.Api.Stories;

/// <summary>Stories as they stand.</summary>
public static class StoryNow
{
    /// <summary>A story and its words; null when there is none.</summary>
    public static async Task<StoryAt?> Load(IQuerySession session, Guid id, CancellationToken cancel)
    {
        var batch = session.CreateBatchQuery();
        var story = batch.Load<Story>(id);
        var text = batch.Load<StoryText>(id);
        await batch.Execute(cancel);
        return await story is { } state && await text is { } words ? new StoryAt(state, words) : null;
    }

    /// <summary>A story with the policy of its desk; null when there is none.</summary>
    public static async Task<(StoryAt At, Policy Policy)?> WithPolicy(IQuerySession session, Guid id, CancellationToken cancel)
    {
        var batch = session.CreateBatchQuery();
        var story = batch.Load<Story>(id);
        var text = batch.Load<StoryText>(id);
        var policies = batch.Policies();
        await batch.Execute(cancel);
        return await story is { } state && await text is { } words ? (new StoryAt(state, words), (await policies).Of(state.Desk)) : null;
    }
}
