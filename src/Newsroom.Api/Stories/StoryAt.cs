using Marten;
using Newsroom.Api.Desks;
using Newsroom.Domain.Gates;
using Newsroom.Domain.Stories;

namespace Newsroom.Api.Stories;

/// <summary>A story and its words at one version.</summary>
/// <param name="Story">The state.</param>
/// <param name="Text">The words.</param>
public sealed record StoryAt(Story Story, StoryText Text)
{
    /// <summary>As it stands; null when there is none.</summary>
    public static async Task<StoryAt?> Now(IQuerySession session, Guid id, CancellationToken cancel)
    {
        var batch = session.CreateBatchQuery();
        var story = batch.Load<Story>(id);
        var text = batch.Load<StoryText>(id);
        await batch.Execute(cancel);
        return await story is { } state && await text is { } words ? new StoryAt(state, words) : null;
    }

    /// <summary>As it stands, with the policy of its desk; null when there is none.</summary>
    public static async Task<(StoryAt At, Policy Policy)?> WithPolicy(IQuerySession session, Guid id, CancellationToken cancel)
    {
        var batch = session.CreateBatchQuery();
        var story = batch.Load<Story>(id);
        var text = batch.Load<StoryText>(id);
        var policies = batch.Policies();
        await batch.Execute(cancel);
        return await story is { } state && await text is { } words ? (new StoryAt(state, words), (await policies).Of(state.Desk)) : null;
    }

    /// <summary>As it stood at a version, folded from its events; null when it never had that version.</summary>
    public static async Task<StoryAt?> Version(IQuerySession session, Guid id, long version, CancellationToken cancel)
    {
        if (version < 1)
        {
            return null;
        }

        Story? story = null;
        StoryText? text = null;
        foreach (var recorded in await session.Events.FetchStreamAsync(id, version, token: cancel))
        {
            if (recorded.Data is StoryEvent happened)
            {
                story = Story.Evolve(story, id, happened, recorded.Stamp());
                text = StoryText.Evolve(text, id, happened, recorded.Stamp());
            }
        }

        return story?.Version == version ? new StoryAt(story, text!) : null;
    }
}
