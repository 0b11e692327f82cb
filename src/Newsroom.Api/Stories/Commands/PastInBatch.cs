using Marten.Services.BatchQuerying;
using Newsroom.Api.Infrastructure.Persistence;
using Newsroom.Api.Stories.Snapshots;
using Newsroom.Domain.Stories;
using Newsroom.Domain.Stories.Decisions;

namespace Newsroom.Api.Stories.Commands;

/// <summary>Reads a story's past in the round trip that loads and locks it.</summary>
public static class PastInBatch
{
    /// <summary>What happened since the version the command is based on; nothing where it names none there can be, which is refused later.</summary>
    public static async Task<ConcurrentRevisions> ConcurrentRevisions(
        this IBatchedQuery batch,
        Guid story,
        StoryCommand command,
        CancellationToken cancellationToken
    )
    {
        if (command.BasedOn is not { } seen || seen is < 1 or long.MaxValue)
        {
            return new ConcurrentRevisions(0, 0, []);
        }

        var page = await batch.AddItem(new EventPageQuery(story, seen, long.MaxValue, cancellationToken));
        return Domain.Stories.Decisions.ConcurrentRevisions.Since(
            seen,
            page.Events.Select(e => ((StoryEvent)e.Data, e.Metadata()))
        ) with
        {
            IsTooLarge = page.IsCut,
        };
    }

    /// <summary>The words at a version; null where the story never had it.</summary>
    public static async Task<StoryText?> TextAt(this IBatchedQuery batch, Guid story, long version, CancellationToken cancellationToken) =>
        (await batch.PastVersion(story, version, cancellationToken))?.Text;
}
